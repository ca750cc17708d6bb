import CTerminal

/// Puts cells into ncurses' screen. A class because ncurses knows the color pairs it has asked for.
final class Brush {
    private let palette: Palette
    private let repertoire: Repertoire
    private var paints: [Style: Paint] = [:]

    private struct Paint {
        var attributes: CInt
        var pair: CInt
    }

    init(palette: Palette, repertoire: Repertoire) {
        self.palette = palette
        self.repertoire = repertoire
    }

    func with(_ theme: Theme) -> Brush {
        Brush(palette: Palette(theme: theme, depth: palette.depth, hasDim: palette.hasDim), repertoire: repertoire)
    }

    /// - Parameter old: what stands there, of the same length; nil if that is not known.
    func paint(_ row: ArraySlice<Cell>, over old: ArraySlice<Cell>?, y: Int) {
        for (x, cell) in row.enumerated() where cell.width > 0 {
            if let old, old[old.startIndex + x] == cell { continue }
            let paint = paint(for: cell.isBlank ? style(ofBlankAt: row.startIndex + x, in: row) : cell.style)
            // Most of what is shown, and the same in every repertoire.
            if let ascii = cell.ascii {
                ct_put(CInt(x), CInt(y), [ascii, 0], paint.attributes, paint.pair)
                continue
            }
            for (offset, characters) in columns(of: cell, repertoire).enumerated() {
                put(characters, x: x + offset, y: y, paint)
            }
        }
    }

    /// What a blank is painted in, which shows its background only. A few of them keep the look of what stands before
    /// them, since each change costs a terminal 3 to 22 bytes; more are plain, so that the terminal can clear them at once.
    func style(ofBlankAt index: Int, in row: ArraySlice<Cell>) -> Style {
        var plain = row[index].style
        guard plain.surface != .button else { return plain }
        // A role that a theme underlines has no line under the blanks that fill a column.
        plain.role = .text
        guard let start = row[..<index].suffix(Self.fewBlanks).lastIndex(where: { !$0.isBlank }),
            row[start...].dropFirst().prefix(Self.fewBlanks + 1).contains(where: { !$0.isBlank })
        else { return plain }
        let (look, plainLook) = (palette.look(for: row[start].style), palette.look(for: plain))
        let isSame =
            look.background == plainLook.background && look.isReversed == plainLook.isReversed
            && !look.isUnderlined && !plainLook.isUnderlined
        return isSame ? row[start].style : plain
    }

    /// So many in a row are no more than the sequence that clears them and the one that goes on behind them.
    private static let fewBlanks = 10

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
}
