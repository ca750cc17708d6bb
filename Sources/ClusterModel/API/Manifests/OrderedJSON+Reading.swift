extension OrderedJSON {
    /// Deeper nesting is refused: reading and writing it would use up the stack. Kubernetes' objects have about 20.
    private static let deepest = 400

    /// The value of a whole text.
    /// - Throws: if it is not JSON, or nested too deeply.
    init(_ bytes: [UInt8]) throws {
        try self.init(JSONText(bytes).value, depth: 0)
    }

    private init(_ value: JSONPart, depth: Int) throws {
        guard depth <= Self.deepest else { throw value.invalid("too deep") }
        switch value.token.kind {
        case .object:
            self = .object(
                try value.members.map { name, value in
                    Member(try name.string(), try OrderedJSON(value, depth: depth + 1))
                })
        case .array: self = .array(try value.items.map { try OrderedJSON($0, depth: depth + 1) })
        case .string, .otherString: self = .string(try value.string())
        case .word: self = try Self.word(value)
        }
    }

    private static func word(_ value: JSONPart) throws -> OrderedJSON {
        if value.isNull { return .null }
        if let bool = try? value.bool() { return .bool(bool) }
        return .number(try value.digits(Double.self))
    }
}
