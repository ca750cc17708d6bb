/// The members of a JSON object in the order of the text, without a look into what they hold.
struct JSONFields: Equatable, Sendable {
    struct Field: Equatable, Sendable {
        var name: String
        /// A text without its quotes and escapes; anything else as it stands there.
        var value: String
        var isText: Bool
    }

    private(set) var fields: [Field] = []

    /// Nil for what is not one whole object.
    init?(_ text: String) {
        // Most lines are no objects: that is seen at their ends.
        guard text.utf8.first == UInt8(ascii: "{"), text.utf8.last == UInt8(ascii: "}") else { return nil }
        var scanner = JSONScanner(bytes: Array(text.utf8))
        guard let fields = scanner.object(), scanner.isAtEnd else { return nil }
        self.fields = fields
    }

    /// Takes out the first field that has one of the names.
    mutating func take(_ names: [String]) -> Field? {
        for name in names {
            if let index = fields.firstIndex(where: { $0.name == name }) { return fields.remove(at: index) }
        }
        return nil
    }
}

private struct JSONScanner {
    let bytes: [UInt8]
    private var place = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { place == bytes.count }

    mutating func object() -> [JSONFields.Field]? {
        guard skip("{") else { return nil }
        var fields: [JSONFields.Field] = []
        if skip("}") { return fields }
        repeat {
            skipBlanks()
            guard let name = text(), skip(":"), let value = value(named: name) else { return nil }
            fields.append(value)
        } while skip(",")
        return skip("}") ? fields : nil
    }

    private mutating func value(named name: String) -> JSONFields.Field? {
        skipBlanks()
        if peek == UInt8(ascii: "\"") {
            return text().map { JSONFields.Field(name: name, value: $0, isText: true) }
        }
        let start = place
        guard skipValue(), place > start else { return nil }
        return JSONFields.Field(
            name: name, value: String(decoding: bytes[start..<place], as: UTF8.self), isText: false)
    }

    /// Passes a number, a word, a list or an object, whose brackets must be balanced.
    private mutating func skipValue() -> Bool {
        var depth = 0
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                guard text() != nil else { return false }
                continue
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if depth == 0 { return true }
                depth -= 1
                if depth == 0 {
                    place += 1
                    return true
                }
            case UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "\t"):
                if depth == 0 { return true }
            default: break
            }
            place += 1
        }
        return false
    }

    /// A text in quotes, with its escapes undone.
    private mutating func text() -> String? {
        guard peek == UInt8(ascii: "\"") else { return nil }
        let start = place + 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") { end += 1 }
        guard end < bytes.count else { return nil }
        if bytes[end] == UInt8(ascii: "\"") {
            place = end + 1
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
        return textWithEscapes(from: start)
    }

    private mutating func textWithEscapes(from start: Int) -> String? {
        var units: [UInt8] = []
        place = start
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escaped() else { return nil }
                units += String(Character(scalar)).utf8
            default: units.append(byte)
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        guard let byte = next() else { return nil }
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "u"): return unicodeEscape()
        default: return Unicode.Scalar(byte)
        }
    }

    private mutating func unicodeEscape() -> Unicode.Scalar? {
        guard let first = fourDigits() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        // The first half of a character beyond 65 535.
        guard next() == UInt8(ascii: "\\"), next() == UInt8(ascii: "u"), let second = fourDigits(),
            (0xDC00..<0xE000).contains(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func fourDigits() -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        defer { place += 4 }
        return UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func next() -> UInt8? {
        guard let byte = peek else { return nil }
        place += 1
        return byte
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { place += 1 }
    }

    private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard peek == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }
}
