import CTerminal

/// Puts cells into ncurses' screen. A class because ncurses knows the color pairs it has asked for.
final class Brush {
    private let palette: Palette
    private let usesASCII: Bool
    private var paints: [Style: Paint] = [:]

    private struct Paint {
        var attributes: CInt
        var pair: CInt
    }

    init(palette: Palette, usesASCII: Bool) {
        self.palette = palette
        self.usesASCII = usesASCII
    }

    func with(_ theme: Theme) -> Brush {
        Brush(palette: Palette(theme: theme, depth: palette.depth, hasDim: palette.hasDim), usesASCII: usesASCII)
    }

    func paint(_ row: some Sequence<Cell>, y: Int) {
        for (x, cell) in row.enumerated() where cell.width > 0 {
            let paint = paint(for: cell.style)
            for (offset, characters) in columns(of: cell).enumerated() {
                put(characters, x: x + offset, y: y, paint)
            }
        }
    }

    private func put(_ characters: [Unicode.Scalar], x: Int, y: Int, _ paint: Paint) {
        ct_put(CInt(x), CInt(y), characters.map(\.value) + [0], paint.attributes, paint.pair)
    }

    private func paint(for style: Style) -> Paint {
        if let known = paints[style] { return known }
        let look = palette.look(for: style)
        let paint = Paint(attributes: attributes(of: look), pair: pair(for: look))
        paints[style] = paint
        return paint
    }

    private func pair(for look: Look) -> CInt {
        if look.foreground == nil, look.background == nil { return 0 }
        return ct_pair(CInt(look.foreground ?? -1), CInt(look.background ?? -1))
    }

    private func attributes(of look: Look) -> CInt {
        var attributes = 0
        if look.isBold { attributes |= CT_BOLD }
        if look.isDim { attributes |= CT_DIM }
        if look.isUnderlined { attributes |= CT_UNDERLINE }
        if look.isReversed { attributes |= CT_REVERSE }
        return CInt(attributes)
    }

    /// What ncurses gets for a cell: one entry for each column, or one alone for both columns of a wide character.
    ///
    /// ncurses keeps one character and its marks in a cell, and terminals do not agree how wide a sequence of emoji is.
    /// Whatever they could disagree on is replaced, so that the columns after it stay where they are.
    private func columns(of cell: Cell) -> [[Unicode.Scalar]] {
        if usesASCII { return padded(Array(asciiCharacter(for: cell.character).unicodeScalars), to: cell.width) }
        let scalars = Array(cell.character.unicodeScalars)
        guard let base = scalars.first, base.value > 0x7F || scalars.count > 1 else { return [scalars] }
        if let letter = base.flagLetter {
            let second = scalars.dropFirst().first?.flagLetter
            return [[letter], [second ?? " "]]
        }
        let width = Int(ct_width(base.value))
        guard width == 1 || width == cell.width else { return padded(["?"], to: cell.width) }
        let marks = scalars.dropFirst().prefix { !$0.isEmojiJoiner && $0.width == 0 }
        let characters = [base] + marks.prefix(Self.mostMarks)
        return width == cell.width ? [characters] : padded(characters, to: cell.width)
    }

    /// ncurses' CCHARW_MAX without the character itself.
    private static let mostMarks = 4

    private func padded(_ characters: [Unicode.Scalar], to width: Int) -> [[Unicode.Scalar]] {
        [characters] + Array(repeating: [" "], count: width - 1)
    }
}

extension Unicode.Scalar {
    /// The letter of a regional indicator, two of which make a flag.
    fileprivate var flagLetter: Unicode.Scalar? {
        guard (0x1F1E6...0x1F1FF).contains(value) else { return nil }
        return Unicode.Scalar(value - 0x1F1E6 + 0x41)
    }
}
