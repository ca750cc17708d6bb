/// A line of text being typed.
package struct LineEditor: Equatable, Sendable {
    /// Bytes of its text at most; what would be more is not taken.
    package static let longest = 4096

    private var before: String
    private var after = ""
    /// Whether the latest key would have made the text too long.
    package private(set) var isFull = false

    package init(_ text: String = "") { before = text }

    package var text: String { before + after }

    /// How many characters of the text are before the cursor.
    package var cursor: Int { text.count - after.count }

    /// Applies an editing key; false if the key is not one.
    package mutating func handle(_ key: Key) -> Bool {
        isFull = false
        switch key {
        case .character(let character): insert(character)
        case .paste(let text): for character in singleLine(text) where !isFull { insert(character) }
        case .backspace: _ = before.popLast()
        case .delete: _ = after.isEmpty ? nil : after.removeFirst()
        case .left, .control("b"): moveLeft()
        case .right, .control("f"): moveRight()
        case .home, .control("a"): moveToStart()
        case .end, .control("e"): moveToEnd()
        case .control("w"): deleteWord()
        case .control("u"): before = ""
        case .control("k"): after = ""
        case .control, .enter, .escape, .tab, .backTab, .up, .down, .pageUp, .pageDown, .function, .mouse: return false
        }
        return true
    }

    private mutating func insert(_ character: Character) {
        isFull = before.utf8.count + after.utf8.count + character.utf8.count > Self.longest
        if !isFull { before.append(character) }
    }

    private mutating func moveLeft() {
        if let character = before.popLast() { after.insert(character, at: after.startIndex) }
    }

    private mutating func moveRight() {
        if !after.isEmpty { before.append(after.removeFirst()) }
    }

    private mutating func moveToStart() {
        after = text
        before = ""
    }

    private mutating func moveToEnd() {
        before = text
        after = ""
    }

    /// Back to the start of the word before the cursor, as a shell does.
    private mutating func deleteWord() {
        while before.last == " " { before.removeLast() }
        while let last = before.last, last != " " { before.removeLast() }
    }
}

/// Pasted text as one line: line ends at its end are dropped, those within become blanks, controls visible.
private func singleLine(_ text: String) -> String {
    let lines = text.split { $0.isNewline || $0 == "\t" }
    return printable(lines.joined(separator: " "))
}
