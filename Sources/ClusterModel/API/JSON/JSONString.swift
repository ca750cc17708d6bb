/// Reads what stands between the quotes of a JSON string.
struct JSONString {
    private var rest: ArraySlice<UInt8>

    /// Its text; nil if there is an escape that is none, or a control character. What is not UTF-8, and the half of a pair
    /// that stands alone, become the replacement character, as in Go.
    static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        var string = JSONString(rest: bytes)
        return string.text()
    }

    private mutating func text() -> String? {
        var text: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"):
                guard let scalar = escaped() else { return nil }
                text += Array(String(Character(scalar)).utf8)
            case ..<0x20: return nil
            default: text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// After a backslash.
    private mutating func escaped() -> Unicode.Scalar? {
        guard let byte = rest.popFirst() else { return nil }
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "u"): return codePoint()
        default: return nil
        }
    }

    /// After "\u".
    private mutating func codePoint() -> Unicode.Scalar? {
        guard let unit = codeUnit() else { return nil }
        guard (0xD800..<0xDC00).contains(unit), rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
            return Unicode.Scalar(unit) ?? "\u{FFFD}"
        }
        let following = rest
        rest = rest.dropFirst(2)
        guard let low = codeUnit() else { return nil }
        guard (0xDC00..<0xE000).contains(low) else {
            rest = following
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func codeUnit() -> UInt32? {
        let digits = rest.prefix(4)
        guard digits.count == 4 else { return nil }
        rest = rest.dropFirst(4)
        return digits.reduce(0 as UInt32?) { unit, digit in
            guard let unit, let digit = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
            return unit << 4 + UInt32(digit)
        }
    }
}
