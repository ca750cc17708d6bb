extension StyledText {
    /// The first `width` columns as cells, and at least one more column if there is more.
    private func leadingCells(_ width: Int) -> [Cell] {
        var cells: [Cell] = []
        var taken = 0
        for span in spans {
            if isSimple(span.text) {
                for scalar in span.text.unicodeScalars {
                    cells.append(Cell(scalar, span.style))
                    taken += 1
                    if taken > width { return cells }
                }
                continue
            }
            for glyph in Glyphs(span.text) {
                cells.append(Cell(character: glyph.character, style: span.style, width: glyph.width))
                taken += glyph.width
                if taken > width { return cells }
            }
        }
        return cells
    }

    /// A cell for each character, at most `width` columns of them; the last is "…" if that is not all.
    func cells(cutTo width: Int) -> [Cell] {
        guard width > 0 else { return [] }
        var cells = leadingCells(width)
        var taken = cells.width
        guard taken > width else { return cells }
        var style = Style()
        while taken > width - 1, let last = cells.popLast() {
            taken -= last.width
            style = last.style
        }
        cells.append(Cell(character: "…", style: style))
        return cells
    }

    /// All of it, a cell for each character.
    var cells: [Cell] { leadingCells(.max) }

    /// Text again, neighbours of one style in one span.
    init(_ cells: some Sequence<Cell>) {
        self.init()
        var text = ""
        var style = Style()
        for cell in cells {
            if cell.style != style {
                append(text, style)
                text = ""
                style = cell.style
            }
            text.append(cell.character)
        }
        append(text, style)
    }
}

extension Sequence<Cell> {
    /// In columns.
    var width: Int { reduce(0) { $0 + $1.width } }
}
