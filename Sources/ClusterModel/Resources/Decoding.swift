extension KeyedDecodingContainer {
    /// The value under `key`, or `absent` where the API server left it out (it omits empty fields) or wrote null.
    func value<Value: Decodable>(_ key: Key, or absent: Value) throws -> Value {
        try decodeIfPresent(Value.self, forKey: key) ?? absent
    }
}
