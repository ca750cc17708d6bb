/// How many columns a terminal gives to a text, once it is neutralised as by `printable`.
package func displayWidth(of text: String) -> Int {
    if isPlain(text) { return text.utf8.count }
    if isSimple(text) { return text.unicodeScalars.count }
    return Glyphs(text).reduce(0) { $0 + $1.width }
}

/// How many columns a terminal gives to a character that stands alone.
package func displayWidth(of character: Character) -> Int {
    displayWidth(of: String(character))
}

/// Whether a text is only printable ASCII, a column each: what most of a cluster's text is.
package func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
}

/// Whether each scalar of a text is a visible character of its own, a column wide: also French, lines and signs.
func isSimple(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.isSimple) }

extension Unicode.Scalar {
    /// Whether nothing needs to be known of what stands beside it.
    var isSimple: Bool {
        switch value {
        case 0x20..<0x7F, 0xA1...0xAC, 0xAE...0x17F: true  // Latin, without the soft hyphen
        case 0x2010...0x2027, 0x2030...0x203B: true  // dashes, quotes, ellipsis
        case 0x2500...0x25FC, 0x2713, 0x2717: true  // lines, blocks, signs
        default: false
        }
    }

    /// The columns it adds by itself: 0, 1 or 2.
    var width: Int {
        if value < 0x300 { return 1 }
        if isNonspacing { return 0 }
        if isWide(self) || properties.isEmojiPresentation { return 2 }
        return 1
    }

    /// Whether it is drawn over the character before it.
    private var isNonspacing: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)  // the end of a Hangul syllable
        }
    }
}

extension Character {
    /// Whether its scalars make one picture: a flag, a family, a sign with the emoji variation selector.
    var isEmojiSequence: Bool {
        guard let first = unicodeScalars.first, first.properties.isEmoji else { return false }
        let others = unicodeScalars.dropFirst()
        if first.isASCII { return others.first?.value == 0xFE0F }
        if first.properties.isEmojiPresentation { return !others.isEmpty }
        return others.contains { $0.isEmojiJoiner || $0.properties.isEmojiModifier }
    }
}

extension Unicode.Scalar {
    /// The variation selector that asks for a picture, or the joiner of several pictures.
    var isEmojiJoiner: Bool { value == 0xFE0F || value == 0x200D }
}
