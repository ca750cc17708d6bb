import Words

/// Strings, numbers and words.
extension JSON5Scanner {
    mutating func string() throws(ConfigurationProblem) -> String {
        let start = position
        let quote = current
        advance()
        var text = String.UnicodeScalarView()
        while let scalar = current, scalar != "\n", scalar != "\r" {
            if scalar == "\\" {
                text += try escaped()
                continue
            }
            advance()
            if scalar == quote { return String(text) }
            text.append(scalar)
        }
        throw ConfigurationProblem(position: start, text: Phrase("this text has no closing quote"))
    }

    /// What a backslash and that which follows it stand for.
    private mutating func escaped() throws(ConfigurationProblem) -> String.UnicodeScalarView {
        let start = position
        advance()
        guard let scalar = current else { return String.UnicodeScalarView() }
        advance()
        switch scalar {
        case "b": return "\u{8}".unicodeScalars
        case "f": return "\u{C}".unicodeScalars
        case "n": return "\n".unicodeScalars
        case "r": return "\r".unicodeScalars
        case "t": return "\t".unicodeScalars
        case "v": return "\u{B}".unicodeScalars
        case "0" where !isDigit(current): return "\0".unicodeScalars
        case "0"..."9": throw badEscape(at: start)
        case "x": return try view(try hexadecimal(2, start), start)
        case "u": return try view(try utf16(start), start)
        // A text that goes on in the next line.
        case "\r":
            _ = take("\n")
            return String.UnicodeScalarView()
        case let scalar where scalar.endsLine: return String.UnicodeScalarView()
        default: return String(scalar).unicodeScalars
        }
    }

    /// The code point after `\u`, which for those above U+FFFF is written as two surrogates.
    private mutating func utf16(_ start: TextPosition) throws(ConfigurationProblem) -> UInt32 {
        let high = try hexadecimal(4, start)
        guard (0xD800..<0xDC00).contains(high) else { return high }
        guard take("\\"), take("u") else { throw badEscape(at: start) }
        let low = try hexadecimal(4, start)
        guard (0xDC00..<0xE000).contains(low) else { throw badEscape(at: start) }
        return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }

    private mutating func hexadecimal(_ count: Int, _ start: TextPosition) throws(ConfigurationProblem) -> UInt32 {
        var number: UInt32 = 0
        for _ in 0..<count {
            guard let digit = current.flatMap({ UInt32(String($0), radix: 16) }) else { throw badEscape(at: start) }
            number = number << 4 | digit
            advance()
        }
        return number
    }

    private func view(_ code: UInt32, _ start: TextPosition) throws(ConfigurationProblem) -> String.UnicodeScalarView {
        guard let scalar = Unicode.Scalar(code) else { throw badEscape(at: start) }
        return String(scalar).unicodeScalars
    }

    private func badEscape(at start: TextPosition) -> ConfigurationProblem {
        ConfigurationProblem(position: start, text: Phrase("this is no escape of JSON5"))
    }

    private func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }

    /// A number, true, false or null.
    mutating func word() throws(ConfigurationProblem) -> JSON5Value {
        let start = position
        let word = run { scalar in scalar.properties.isIDContinue || ["+", "-", ".", "$"].contains(scalar) }
        switch word {
        case "": throw unexpected(Phrase("a value"))
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null": return .null
        default:
            if let number = number(word) { return .number(number) }
            let text = Phrase("'\(word)' is no value; a text stands in quotes")
            throw ConfigurationProblem(position: start, text: text)
        }
    }

    /// Nil for what JSON5 does not take for a number. Not left to JSONDecoder, which ends the program over some words.
    private func number(_ word: String) -> Double? {
        let sign = word.hasPrefix("-") ? -1.0 : 1
        let unsigned = word.hasPrefix("-") || word.hasPrefix("+") ? word.dropFirst() : word[...]
        switch unsigned {
        case "Infinity": return sign * .infinity
        case "NaN": return .nan
        case _ where unsigned.hasPrefix("0x") || unsigned.hasPrefix("0X"):
            return hexadecimal(unsigned.dropFirst(2)).map { sign * $0 }
        default: return decimal(unsigned).map { sign * $0 }
        }
    }

    private func hexadecimal(_ digits: Substring) -> Double? {
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        return digits.reduce(0.0) { $0 * 16 + Double($1.hexDigitValue ?? 0) }
    }

    /// "5", "5.", ".5", "5e-1"; no zero before other digits.
    private func decimal(_ text: Substring) -> Double? {
        let pattern = /(0|[1-9][0-9]*)?(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?/
        guard let match = text.wholeMatch(of: pattern) else { return nil }
        let (whole, fraction) = (match.1 ?? "", match.2 ?? "")
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        return Double("\(whole.isEmpty ? "0" : whole).\(fraction.isEmpty ? "0" : fraction)e\(match.3 ?? "0")")
    }
}
