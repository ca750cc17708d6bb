extension KeyedDecodingContainer {
    /// The value under `key`, or `absent` where the API server left it out (it omits empty fields) or wrote null.
    func value<Value: Decodable>(_ key: Key, or absent: Value) throws -> Value {
        try decodeIfPresent(Value.self, forKey: key) ?? absent
    }

    /// The number under `key`, `bounded`.
    func value(_ key: Key, or absent: Int) throws -> Int {
        try decodeIfPresent(Int.self, forKey: key).map(bounded) ?? absent
    }
}

/// Within what Kubernetes' own counts can hold, so that adding some of them up never overflows.
func bounded(_ number: Int) -> Int { min(max(number, -1 << 31), 1 << 31) }
