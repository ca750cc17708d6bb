import CTerminal

/// What a terminal gets for a cell: one entry for each column, or one alone for both columns of a wide character.
///
/// ncurses keeps one character and its marks in a cell, and terminals do not agree how wide a sequence of emoji is.
/// Whatever they could disagree on is replaced, so that the columns after it stay where they are.
func columns(of cell: Cell, _ repertoire: Repertoire) -> [[Unicode.Scalar]] {
    let scalars = Array(repertoire.character(for: cell.character).unicodeScalars)
    if repertoire == .ascii { return padded(scalars, to: cell.width) }
    guard let base = scalars.first, base.value > 0x7F || scalars.count > 1 else { return [scalars] }
    if let letter = base.flagLetter {
        let second = scalars.dropFirst().first?.flagLetter
        return [[letter], [second ?? " "]]
    }
    let width = Int(ct_width(base.value))
    guard width == 1 || width == cell.width else { return padded(["?"], to: cell.width) }
    let marks = scalars.dropFirst().prefix { !$0.isEmojiJoiner && $0.width == 0 }
    let characters = [base] + marks.prefix(mostMarks)
    return width == cell.width ? [characters] : padded(characters, to: cell.width)
}

/// ncurses' CCHARW_MAX without the character itself.
private let mostMarks = 4

private func padded(_ characters: [Unicode.Scalar], to width: Int) -> [[Unicode.Scalar]] {
    [characters] + Array(repeating: [" "], count: width - 1)
}

extension Unicode.Scalar {
    /// The letter of a regional indicator, two of which make a flag.
    fileprivate var flagLetter: Unicode.Scalar? {
        guard (0x1F1E6...0x1F1FF).contains(value) else { return nil }
        return Unicode.Scalar(value - 0x1F1E6 + 0x41)
    }
}
