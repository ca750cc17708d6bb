import FoundationEssentials

extension JSONPart: Decoder, SingleValueDecodingContainer {
    /// Nobody asks: errors find their path on their way out.
    var codingPath: [any CodingKey] { [] }

    var userInfo: [CodingUserInfoKey: Any] { text.userInfo }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard token.kind == .object else { throw mismatch([String: Any].self) }
        return KeyedDecodingContainer(JSONMembers(object: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard token.kind == .array else { throw mismatch([Any].self) }
        return JSONItems(array: self)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func decodeNil() -> Bool { isNull }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try plain(type) ?? Value(from: self) }

    /// Without a container, which would look for each member anew. Of several of one name the first, as in `member`.
    private func strings() throws -> [String: String] {
        guard token.kind == .object else { throw mismatch([String: String].self) }
        var strings: [String: String] = [:]
        for (name, value) in members {
            let name = try name.string()
            do {
                if strings[name] == nil { strings[name] = try value.string() }
            } catch let error as DecodingError {
                throw error.inside(JSONKey(stringValue: name))
            }
        }
        return strings
    }

    /// Of the types that nearly all of an object consists of, and of those that have no way of their own to be decoded; nil
    /// for another.
    private func plain<Value>(_ type: Value.Type) throws -> Value? {
        if type == String.self { return try string() as? Value }
        if type == Int.self { return try number(Int.self) }
        if type == Bool.self { return try bool() as? Value }
        if type == Date.self { return try date() as? Value }
        if type == [String: String].self { return try strings() as? Value }
        if type == Double.self { return try double() as? Value }
        if type == Float.self { return Float(try double()) as? Value }
        if type == Int8.self { return try number(Int8.self) }
        if type == Int16.self { return try number(Int16.self) }
        if type == Int32.self { return try number(Int32.self) }
        if type == Int64.self { return try number(Int64.self) }
        if type == UInt.self { return try number(UInt.self) }
        if type == UInt8.self { return try number(UInt8.self) }
        if type == UInt16.self { return try number(UInt16.self) }
        if type == UInt32.self { return try number(UInt32.self) }
        if type == UInt64.self { return try number(UInt64.self) }
        return nil
    }

    private func number<Number: FixedWidthInteger, Value>(_: Number.Type) throws -> Value? {
        try integer() as Number as? Value
    }
}

/// The name of a member that no type knows, or the place of an item.
struct JSONKey: CodingKey {
    var stringValue: String
    var intValue: Int?

    init(stringValue: String) { self.stringValue = stringValue }

    init(intValue: Int) {
        self.intValue = intValue
        stringValue = "\(intValue)"
    }
}

/// The members of an object.
struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let object: JSONPart

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        var names: Set<String> = []
        return object.members.compactMap { name, _ in
            guard let name = try? name.string(), names.insert(name).inserted else { return nil }
            return Key(stringValue: name)
        }
    }

    func contains(_ key: Key) -> Bool { object.member(key.stringValue) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key).isNull }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try inside(key, try member(key)) { try $0.decode(type) }
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let member = object.member(key.stringValue), !member.isNull else { return nil }
        return try inside(key, member) { try $0.decode(type) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try inside(key, try member(key)) { try $0.container(keyedBy: type) }
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try inside(key, try member(key)) { try $0.unkeyedContainer() }
    }

    func superDecoder() throws -> any Decoder { object }

    func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }

    private func member(_ key: Key) throws -> JSONPart {
        guard let member = object.member(key.stringValue) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: [], debugDescription: "missing"))
        }
        return member
    }

    private func inside<Value>(_ key: Key, _ value: JSONPart, _ read: (JSONPart) throws -> Value) throws -> Value {
        do {
            return try read(value)
        } catch let error as DecodingError {
            throw error.inside(key)
        }
    }
}

/// The items of an array, one after the other.
struct JSONItems: UnkeyedDecodingContainer {
    private let end: Int
    private var next: JSONPart
    private(set) var currentIndex = 0

    init(array: JSONPart) {
        end = Int(array.token.next)
        next = JSONPart(text: array.text, index: array.index + 1)
    }

    var codingPath: [any CodingKey] { [] }

    /// Nobody knows before the end.
    var count: Int? { nil }

    var isAtEnd: Bool { next.index == end }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, next.isNull else { return false }
        skip()
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try take { try $0.decode(type) } }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try take { try $0.container(keyedBy: type) }
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try take { try $0.unkeyedContainer() }
    }

    mutating func superDecoder() throws -> any Decoder { try take { $0 } }

    private mutating func take<Value>(_ read: (JSONPart) throws -> Value) throws -> Value {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(Value.self, .init(codingPath: [], debugDescription: "no more items"))
        }
        do {
            let value = try read(next)
            skip()
            return value
        } catch let error as DecodingError {
            throw error.inside(JSONKey(intValue: currentIndex))
        }
    }

    private mutating func skip() {
        next = next.following
        currentIndex += 1
    }
}
