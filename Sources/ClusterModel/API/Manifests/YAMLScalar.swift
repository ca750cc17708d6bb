/// Strings, numbers and words in a line of YAML.
enum YAMLScalar {
    /// What is not a list or an object with something in it.
    static func inLine(_ value: OrderedJSON) -> String {
        switch value {
        case .null: "null"
        case .bool(let bool): bool ? "true" : "false"
        case .number(let text): number(text)
        case .string(let text): inLine(text)
        case .array: "[]"
        case .object: "{}"
        }
    }

    /// Plain where every reader takes it for the string that it is; else in quotes, as go-yaml chooses them.
    static func inLine(_ text: String) -> String {
        if !text.unicodeScalars.allSatisfy(isPrintable) { return doublyQuoted(text) }
        if looksLikeAnother(text) { return doublyQuoted(text) }
        if isPlain(text) { return text }
        return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    /// Whether it may stand in YAML as it is; what hides in a text or breaks lines may not.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
        default: !scalar.properties.isNoncharacterCodePoint
        }
    }

    /// Readers take "1e3", which has neither a point nor a sign, for a string.
    private static func number(_ text: String) -> String {
        let parts = text.split { $0 == "e" || $0 == "E" }
        guard parts.count == 2 else { return text }
        let point = parts[0].contains(".") ? "" : ".0"
        let sign = "+-".contains(parts[1].prefix(1)) ? "" : "+"
        return "\(parts[0])\(point)e\(sign)\(parts[1])"
    }

    private static let words: Set<String> = [
        "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=", ".inf", "-.inf", "+.inf",
        ".nan",
    ]

    /// Whether some reader takes it for nothing, a truth, a number or a time.
    private static func looksLikeAnother(_ text: String) -> Bool {
        if text.utf8.count <= 5, words.contains(text.lowercased()) { return true }
        let unsigned = text.utf8.first.map { "+-".utf8.contains($0) } == true ? text.dropFirst() : text[...]
        guard let first = unsigned.utf8.first, "0123456789.".utf8.contains(first),
            unsigned.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return false }
        if ["0x", "0X", "0o", "0b"].contains(where: unsigned.hasPrefix) {
            return unsigned.utf8.dropFirst(2).allSatisfy { "0123456789abcdefABCDEF_".utf8.contains($0) }
        }
        if unsigned.utf8.allSatisfy({ "0123456789_.eE+-:".utf8.contains($0) }) {
            return unsigned.utf8.count { $0 == UInt8(ascii: ".") } <= 1
        }
        return unsigned.utf8.allSatisfy { "0123456789-:.TtZz+ ".utf8.contains($0) }
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.first, first != " ", text.last != " ", text.last != ":" else { return false }
        if "?:,[]{}#&*!|>'\"%@`".contains(first) { return false }
        if first == "-", text == "-" || text.hasPrefix("- ") || text.hasPrefix("---") { return false }
        return !text.hasPrefix("...") && !text.contains(": ") && !text.contains(" #")
    }

    private static func doublyQuoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: isPrintable(scalar) ? String(Character(scalar)) : hexadecimal(scalar)
        }
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (letter, count) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
        return "\\\(letter)\(String(repeating: "0", count: count - digits.count))\(digits)"
    }
}
