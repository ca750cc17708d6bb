/// What go-yaml's `resolve` takes for a number or a time (resolve.go).
enum YAMLNumber {
    /// - Parameter text: begins with a digit, a sign or a point.
    static func isOne(_ text: String) -> Bool {
        isInteger(text) || isFloat(text) || isTime(text) || isSexagesimal(text)
    }

    /// In base 2, 8, 10 or 16, with underscores for the eye.
    private static func isInteger(_ text: String) -> Bool {
        guard text.utf8.first != UInt8(ascii: ".") else { return false }
        let plain = text.filter { $0 != "_" }
        let isNegative = plain.hasPrefix("-")
        let digits = plain.hasPrefix("+") || isNegative ? plain.dropFirst() : plain[...]
        let bases = ["0x": 16, "0o": 8, "0b": 2]
        guard let base = bases[digits.prefix(2).lowercased()] else { return false }
        let number = digits.dropFirst(2)
        guard number.first.map({ $0 != "+" && $0 != "-" }) ?? false else { return false }
        return isNegative ? Int64("-\(number)", radix: base) != nil : UInt64(number, radix: base) != nil
    }

    /// `^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`, underscores left out unless it begins with a point.
    private static func isFloat(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        if rest.first != UInt8(ascii: ".") { rest.removeAll { $0 == UInt8(ascii: "_") } }
        skipSign(&rest)
        let whole = skipDigits(&rest)
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = skipDigits(&rest)
        }
        guard whole + fraction > 0 else { return false }
        guard let exponent = rest.first else { return true }
        guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
        rest = rest.dropFirst()
        skipSign(&rest)
        return skipDigits(&rest) > 0 && rest.isEmpty
    }

    /// `^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$`: hours, minutes and seconds of YAML 1.1.
    private static func isSexagesimal(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 1, var last = parts.last else { return false }
        var first = Array(parts[0].utf8)[...]
        skipSign(&first)
        guard first.first.map(isDigit) ?? false, first.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }) else {
            return false
        }
        if let point = last.firstIndex(of: ".") {
            guard last[point...].utf8.dropFirst().allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }) else {
                return false
            }
            last = last[..<point]
        }
        return (parts[1..<(parts.count - 1)] + [last]).allSatisfy { part in
            (1...2).contains(part.utf8.count) && part.utf8.allSatisfy(isDigit) && Int(part).map { $0 < 60 } ?? false
        }
    }

    /// "2026-1-3", "2026-01-03T10:00:00Z" with any offset, or "2026-01-03 10:00:00".
    private static func isTime(_ text: String) -> Bool {
        let parts = text.utf8.split(maxSplits: 1) { "Tt ".utf8.contains($0) }
        guard isDate(parts.first ?? "".utf8[...]) else { return false }
        guard parts.count == 2 else { return text.utf8.allSatisfy { !"Tt ".utf8.contains($0) } }
        let clock = parts[1].prefix { isDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        let zone = parts[1][clock.endIndex...]
        let numbers = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers.allSatisfy({ $0.first.map(isDigit) ?? false }) else { return false }
        if text.utf8.contains(UInt8(ascii: " ")) { return zone.isEmpty }
        if zone.elementsEqual("Z".utf8) { return true }
        let offset = zone.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return zone.first.map { "+-".utf8.contains($0) } ?? false && offset.count == 2
            && offset.allSatisfy { $0.count == 2 && $0.allSatisfy(isDigit) }
    }

    private static func isDate(_ text: Substring.UTF8View) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return false }
        return (1...2).contains(parts[1].count) && (1...2).contains(parts[2].count)
    }

    private static func skipSign(_ text: inout ArraySlice<UInt8>) {
        if let first = text.first, "+-".utf8.contains(first) { text = text.dropFirst() }
    }

    private static func skipDigits(_ text: inout ArraySlice<UInt8>) -> Int {
        let digits = text.prefix(while: isDigit)
        text = text[digits.endIndex...]
        return digits.count
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
