/// What is looked for in lines: a regular expression; with `=` before it, or if it is none, the text itself. Upper and
/// lower case are the same.
struct LogPattern: Equatable, Sendable {
    private enum Kind: Equatable, Sendable {
        /// One of these, in lower case. Not left to a regular expression, which takes many times as long.
        case ascii([[UInt8]])
        case regex(RegularExpression)
    }

    /// As it was typed, with its "!".
    let typed: String
    /// Whether it looks for what does not match.
    let isInverse: Bool
    private let kind: Kind

    /// For a search; nil for an empty text.
    init?(_ typed: String) { self.init(typed, pattern: typed[...], isInverse: false) }

    /// For a filter, which `!` turns round; nil for an empty text.
    init?(filter typed: String) {
        let isInverse = typed.hasPrefix("!")
        self.init(typed, pattern: isInverse ? typed.dropFirst() : typed[...], isInverse: isInverse)
    }

    private init?(_ typed: String, pattern: Substring, isInverse: Bool) {
        let isPlain = pattern.hasPrefix("=")
        let text = String(isPlain ? pattern.dropFirst() : pattern)
        guard !text.isEmpty else { return nil }
        self.typed = typed
        self.isInverse = isInverse
        let expression = isPlain ? nil : RegularExpression(text)
        let isText = expression == nil || !text.contains(where: Self.signs.contains)
        let choices = isText ? [text[...]] : text.split(separator: "|", omittingEmptySubsequences: false)
        let isChoice = choices.allSatisfy { !$0.isEmpty && !$0.contains(where: Self.signs.contains) }
        if isText || isChoice, text.utf8.allSatisfy({ $0 < 0x80 }) {
            kind = .ascii(choices.map { $0.utf8.map(lowercased) })
        } else if let expression = isText ? RegularExpression(quoted(text)) : expression {
            kind = .regex(expression)
        } else {
            // Longer than any expression may be.
            return nil
        }
    }

    /// What can mean anything but itself in a regular expression.
    private static let signs: Set<Character> = Set("\\^$.|?*+()[]{}")

    /// Bytes of lines that may be examined in one go without a key having to wait.
    var budget: Int {
        switch kind {
        case .ascii: 8 << 20
        case .regex(let expression): (2 << 20) / expression.steps.count
        }
    }

    /// Whether a line is one of those that are looked for.
    func accepts(_ text: String) -> Bool {
        let isThere =
            switch kind {
            case .ascii(let choices): choices.contains { firstPlace(of: $0, in: text.utf8, from: 0) != nil }
            case .regex(let expression): expression.occurs(in: text)
            }
        return isThere != isInverse
    }

    /// Where the text itself stands, in bytes from the line's beginning; no empty ranges.
    func ranges(in text: String) -> [Range<Int>] {
        switch kind {
        case .ascii(let choices):
            var ranges: [Range<Int>] = []
            while let range = first(of: choices, in: text, from: ranges.last?.upperBound ?? 0) { ranges.append(range) }
            return ranges
        case .regex(let expression): return expression.ranges(in: text)
        }
    }
}

private func first(of choices: [[UInt8]], in text: String, from start: Int) -> Range<Int>? {
    let ranges = choices.compactMap { choice in
        firstPlace(of: choice, in: text.utf8, from: start).map { $0..<$0 + choice.count }
    }
    return ranges.min { $0.lowerBound < $1.lowerBound }
}

/// The text as a regular expression that means nothing but it.
private func quoted(_ text: String) -> String {
    text.reduce(into: "") { quoted, character in
        if character.isASCII, !character.isLetter, !character.isNumber { quoted.append("\\") }
        quoted.append(character)
    }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

private func firstPlace(of needle: [UInt8], in text: String.UTF8View, from start: Int) -> Int? {
    // Strings that come from the API are stored as contiguous UTF-8; any other is copied.
    text.withContiguousStorageIfAvailable { firstPlace(of: needle, in: $0, from: start) }
        ?? Array(text).withUnsafeBufferPointer { firstPlace(of: needle, in: $0, from: start) }
}

private func firstPlace(of needle: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = needle.first, text.count - start >= needle.count else { return nil }
    for place in start...(text.count - needle.count) where lowercased(text[place]) == first {
        if needle.indices.allSatisfy({ lowercased(text[place + $0]) == needle[$0] }) { return place }
    }
    return nil
}
