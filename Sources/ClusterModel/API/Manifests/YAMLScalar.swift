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

    /// Whether it may stand in YAML as it is; what hides in a text or breaks lines may not, nor may, as in go-yaml,
    /// tabs and what lies beyond the first 65 536 characters of Unicode.
    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value > 0xFFFF { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: return false
        default: return !scalar.properties.isNoncharacterCodePoint
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

    /// Whether some reader takes it for nothing, a truth, a number or a time (go-yaml's resolve.go).
    private static func looksLikeAnother(_ text: String) -> Bool {
        if text.isEmpty || text == "~" { return true }
        if text.utf8.count <= 5, isWord(text) { return true }
        return text.utf8.first.map { "+-.0123456789".utf8.contains($0) } == true && YAMLNumber.isOne(text)
    }

    private static let words: Set<String> = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", "-.inf", "+.inf", ".nan",
    ]

    /// In lower case, in upper case, or with a capital.
    private static func isWord(_ text: String) -> Bool {
        let lower = text.lowercased()
        guard words.contains(lower) else { return false }
        return [lower, text.uppercased(), lower.capitalizedWord, ".NaN"].contains(text)
    }

    private static func isPlain(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, first != " ", scalars.last != " ", scalars.last != ":" else { return false }
        if ",[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) { return false }
        // These mean something before a blank.
        if "?:-".unicodeScalars.contains(first), scalars.dropFirst().first.map({ $0 == " " }) ?? true { return false }
        return !text.hasPrefix("---") && !text.hasPrefix("...") && !text.contains(": ") && !text.contains(" #")
    }

    private static func doublyQuoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x00: "\\0"
        case 0x07: "\\a"
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0B: "\\v"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        case 0x1B: "\\e"
        default: isPrintable(scalar) ? String(Character(scalar)) : hexadecimal(scalar)
        }
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (letter, count) = scalar.value > 0xFFFF ? ("U", 8) : scalar.value > 0xFF ? ("u", 4) : ("x", 2)
        return "\\\(letter)\(String(repeating: "0", count: count - digits.count))\(digits)"
    }
}

extension String {
    /// Its first letter in upper case; of a word behind signs, the first of that.
    fileprivate var capitalizedWord: String {
        guard let place = firstIndex(where: \.isLetter) else { return self }
        return self[..<place] + self[place].uppercased() + self[index(after: place)...]
    }
}
