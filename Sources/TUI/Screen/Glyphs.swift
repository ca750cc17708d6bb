/// The text as it may safely reach a terminal: what controls it or hides in it is replaced by something visible.
package func printable(_ text: String) -> String {
    if isPlain(text) { return text }
    return String(Glyphs(text).map(\.character))
}

/// The same for a text that is copied or saved, and may reach a terminal later: its line feeds and tabs stay.
package func printableLines(_ text: String) -> String {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    return lines.map { line in
        let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
        return cells.map { printable(String(decoding: $0, as: UTF8.self)) }.joined(separator: "\t")
    }.joined(separator: "\n")
}

/// What goes into one cell, or two if it is wide: never a control, never an invisible character.
struct Glyph: Equatable, Sendable {
    var character: Character
    /// In columns: 1 or 2.
    var width: Int
}

/// The glyphs of a text from left to right, made as they are asked for.
struct Glyphs: Sequence, IteratorProtocol {
    /// Longer graphemes are cut; a family of four with skin colours has 11 scalars.
    private static let longestGrapheme = 16
    private static let tabStop = 4

    private var characters: String.Iterator
    /// What the last character became and has not been returned, last first.
    private var pending: [Glyph] = []
    private var column = 0

    init(_ text: String) { characters = text.makeIterator() }

    mutating func next() -> Glyph? {
        while pending.isEmpty {
            guard let character = characters.next() else { return nil }
            if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
                column += 1
                return Glyph(character: character, width: 1)
            }
            pending = glyphs(for: character).reversed()
        }
        let glyph = pending.removeLast()
        column += glyph.width
        return glyph
    }

    private func glyphs(for character: Character) -> [Glyph] {
        if character == "\t" { return plain(String(repeating: " ", count: Self.tabStop - column % Self.tabStop)) }
        guard let first = character.unicodeScalars.first else { return [] }
        switch first.properties.generalCategory {
        case .lineSeparator, .paragraphSeparator: return plain("↵")
        case .control: return plain(visibleControl(first, in: character))
        default: break
        }
        let character = character.isEmojiSequence ? emoji(character) : character
        // What its joiner would have joined may have been cut, or not have been there.
        return character.isEmojiSequence
            ? [Glyph(character: character, width: 2)] : spacingGlyphs(of: character)
    }

    /// Emoji joiners outside an emoji, zero-width and bidirectional characters become one "·" at the end.
    private func spacingGlyphs(of character: Character) -> [Glyph] {
        var glyphs: [Glyph] = []
        var hidesSomething = false
        for scalar in character.unicodeScalars.prefix(Self.longestGrapheme) {
            if scalar.properties.isVariationSelector { continue }
            if scalar.isInvisible {
                hidesSomething = true
            } else if scalar.width > 0 {
                glyphs.append(Glyph(character: Character(scalar), width: scalar.width))
            } else if let base = glyphs.popLast() {
                let text = String(base.character) + String(Character(scalar))
                // A mark that does not join its base would make a character of its own, of no column.
                glyphs.append(text.count == 1 ? Glyph(character: Character(text), width: base.width) : base)
            } else {
                hidesSomething = true
            }
        }
        return hidesSomething || glyphs.isEmpty ? glyphs + plain("·") : glyphs
    }

    /// Without what is invisible, and no longer than it may be.
    private func emoji(_ character: Character) -> Character {
        var scalars = String.UnicodeScalarView()
        for scalar in character.unicodeScalars.prefix(Self.longestGrapheme)
        where scalar.isEmojiJoiner || !scalar.isInvisible {
            scalars.append(scalar)
        }
        while scalars.last?.value == 0x200D { scalars.removeLast() }
        return String(scalars).first ?? "·"
    }

    private func plain(_ text: String) -> [Glyph] {
        text.map { Glyph(character: $0, width: 1) }
    }
}

/// "^[" for Esc, as kubectl writes it; "↵" for the end of a line.
private func visibleControl(_ scalar: Unicode.Scalar, in character: Character) -> String {
    switch scalar.value {
    case 0x0A...0x0C, 0x85: return "↵"
    case 0x0D where character == "\r\n": return "↵"
    case 0x00..<0x20, 0x7F: return "^" + String(Character(Unicode.Scalar(UInt8(scalar.value ^ 0x40))))
    default: return "·"
    }
}

extension Unicode.Scalar {
    /// Whether it has no picture of its own: formats, fillers, bidirectional controls, tags.
    fileprivate var isInvisible: Bool {
        properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint
    }
}
