/// Reads JSON (RFC 8259).
struct OrderedJSONParser {
    /// Why a text is not JSON, and the byte where that shows.
    struct Problem: Error, Equatable {
        var offset: Int
    }

    /// Deeper nesting is refused: reading and writing it would use up the stack. Kubernetes' objects have about 20.
    private static let deepest = 400

    private let bytes: [UInt8]
    private var offset = 0
    private var depth = 0

    /// The value of a whole text.
    static func value(_ bytes: [UInt8]) throws(Problem) -> OrderedJSON {
        var parser = OrderedJSONParser(bytes)
        let value = try parser.value()
        parser.skipBlanks()
        guard parser.offset == bytes.count else { throw parser.problem }
        return value
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var problem: Problem { Problem(offset: offset) }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipBlanks() {
        while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { offset += 1 }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard next == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }

    private mutating func value() throws(Problem) -> OrderedJSON {
        skipBlanks()
        switch next {
        case UInt8(ascii: "{"): return try nested { (parser) throws(Problem) in try parser.object() }
        case UInt8(ascii: "["): return try nested { (parser) throws(Problem) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func nested(
        _ read: (inout OrderedJSONParser) throws(Problem) -> OrderedJSON
    ) throws(Problem) -> OrderedJSON {
        guard depth < Self.deepest else { throw problem }
        depth += 1
        offset += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(Problem) -> OrderedJSON {
        var members: [OrderedJSON.Member] = []
        if skip("}") { return .object([]) }
        repeat {
            skipBlanks()
            let key = try string()
            guard skip(":") else { throw problem }
            members.append(OrderedJSON.Member(key, try value()))
        } while skip(",")
        guard skip("}") else { throw problem }
        return .object(members)
    }

    private mutating func array() throws(Problem) -> OrderedJSON {
        var items: [OrderedJSON] = []
        if skip("]") { return .array([]) }
        repeat { items.append(try value()) } while skip(",")
        guard skip("]") else { throw problem }
        return .array(items)
    }

    private mutating func word(_ word: StaticString, _ value: OrderedJSON) throws(Problem) -> OrderedJSON {
        let letters = word.withUTF8Buffer { Array($0) }
        guard bytes[offset...].starts(with: letters) else { throw problem }
        offset += letters.count
        return value
    }

    private mutating func number() throws(Problem) -> String {
        let start = offset
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        while let byte = next, digits.contains(byte) || "+-.eE".utf8.contains(byte) { offset += 1 }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard let first = text.utf8.first, first == UInt8(ascii: "-") || digits.contains(first), Double(text) != nil
        else { throw Problem(offset: start) }
        return text
    }
}

// Strings.
extension OrderedJSONParser {
    private mutating func string() throws(Problem) -> String {
        guard next == UInt8(ascii: "\"") else { throw problem }
        offset += 1
        var text: [UInt8] = []
        while let byte = next {
            offset += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += Array(String(Character(try escaped())).utf8)
            case ..<0x20: throw problem
            default: text.append(byte)
            }
        }
        throw problem
    }

    /// After a backslash.
    private mutating func escaped() throws(Problem) -> Unicode.Scalar {
        guard let byte = next else { throw problem }
        offset += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "u"): return try codePoint()
        default: throw problem
        }
    }

    /// After "\u"; the half of a pair that stands alone becomes the replacement character, as in Go.
    private mutating func codePoint() throws(Problem) -> Unicode.Scalar {
        let unit = try codeUnit()
        let following = bytes[offset...].starts(with: Array(#"\u"#.utf8))
        guard (0xD800..<0xDC00).contains(unit), following else { return Unicode.Scalar(unit) ?? "\u{FFFD}" }
        let start = offset
        offset += 2
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low) else {
            offset = start
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func codeUnit() throws(Problem) -> UInt32 {
        guard offset + 4 <= bytes.count else { throw problem }
        let text = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let unit = UInt32(text, radix: 16)
        else { throw problem }
        offset += 4
        return unit
    }
}
