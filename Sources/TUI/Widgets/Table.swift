package struct Column: Equatable, Sendable {
    package enum Alignment: Sendable { case leading, trailing }

    package var title: String
    package var alignment = Alignment.leading
    /// Columns of a higher number go first when space is short; those of 0 stay.
    package var priority = 0
    /// A column wider than this may be cut down to it before another one goes; nil: never cut.
    package var minimumWidth: Int?

    package init(_ title: String, alignment: Alignment = .leading, priority: Int = 0, minimumWidth: Int? = nil) {
        self.title = title
        self.alignment = alignment
        self.priority = priority
        self.minimumWidth = minimumWidth
    }
}

/// Rows under a line of column titles, with a blank column at both sides that the selection covers too.
package struct Table: Equatable, Sendable {
    package struct Sort: Equatable, Sendable {
        package var column: Int
        package var isDescending: Bool

        package init(column: Int, isDescending: Bool) {
            self.column = column
            self.isDescending = isDescending
        }
    }

    package var columns: [Column]
    /// As many cells each as there are columns.
    package var rows: [[StyledText]]
    /// What stands in the blank column left of each row, one column wide; may be empty or shorter than `rows`.
    package var rowMarks: [StyledText] = []
    /// No column's natural width is less than this, so that columns do not move to and fro while texts change; may be
    /// empty or shorter than `columns`.
    package var leastWidths: [Int] = []
    package var selected: Int?
    /// The row under the titles.
    package var firstRow = 0
    package var sorted: Sort?

    package init(columns: [Column], rows: [[StyledText]], selected: Int?, firstRow: Int) {
        self.columns = columns
        self.rows = rows
        self.selected = selected
        self.firstRow = firstRow
    }

    /// Nothing is drawn outside of `area`: the titles take its first row.
    package func draw(in area: Rect, on screen: inout Screen) {
        var rest = area
        let titleLine = rest.removeTop(1)
        let places = places(in: area)
        drawTitles(at: places, in: titleLine, on: &screen)
        let first = min(max(0, firstRow), rows.count)
        for (line, row) in rows[first...].prefix(rest.height).enumerated() {
            let lineArea = Rect(x: rest.x, y: rest.y + line, width: rest.width, height: 1)
            draw(row, at: places, in: lineArea, on: &screen)
            if rowMarks.indices.contains(first + line) {
                screen.write(rowMarks[first + line], x: lineArea.x, y: lineArea.y, width: min(1, lineArea.width))
            }
            if first + line == selected { screen.set(.selection, in: lineArea) }
        }
    }

    /// What each column needs to show everything, in columns of the screen, but not less than `leastWidths`.
    ///
    /// Of all rows, not only the visible ones, so that columns stay where they are while rows scroll.
    package var naturalWidths: [Int] {
        columns.enumerated().map { index, column in
            let least = index < leastWidths.count ? leastWidths[index] : 0
            return rows.reduce(max(least, displayWidth(of: column.title))) { widest, row in
                index < row.count ? max(widest, row[index].width) : widest
            }
        }
    }

    private func places(in area: Rect) -> [ColumnPlace] {
        columnPlaces(columns, naturalWidths: naturalWidths, width: area.inset(left: 1, right: 1).width)
    }

    private func drawTitles(at places: [ColumnPlace], in line: Rect, on screen: inout Screen) {
        guard !line.isEmpty else { return }
        for place in places {
            let column = columns[place.column]
            let title = StyledText(column.title, .quiet)
            let x = line.x + 1 + place.x + offset(of: title, column.alignment, place.width)
            let taken = screen.write(title, x: x, y: line.y, width: place.width)
            if let sorted, sorted.column == place.column {
                // Between two columns, or in the blank column at the right: the mark moves nothing.
                screen.write(mark(for: sorted), x: x + taken, y: line.y, width: 1)
            }
        }
    }

    private func draw(_ row: [StyledText], at places: [ColumnPlace], in line: Rect, on screen: inout Screen) {
        for place in places where place.column < row.count {
            let cell = row[place.column]
            let x = line.x + 1 + place.x + offset(of: cell, columns[place.column].alignment, place.width)
            screen.write(cell, x: x, y: line.y, width: place.width)
        }
    }

    private func offset(of text: StyledText, _ alignment: Column.Alignment, _ width: Int) -> Int {
        switch alignment {
        case .leading: 0
        case .trailing: max(0, width - text.width)
        }
    }

    private func mark(for sort: Sort) -> StyledText {
        StyledText(sort.isDescending ? "▼" : "▲", .accent)
    }
}

extension Table {
    /// Which row is drawn in line `y` of the screen, if the table is drawn into `area`; nil: none, as in the titles.
    package func row(at y: Int, in area: Rect) -> Int? {
        let line = y - area.y - 1
        let row = min(max(0, firstRow), rows.count) + line
        return line >= 0 && line < area.height - 1 && row < rows.count ? row : nil
    }

    /// Which column is drawn at column `x` of the screen, if the table is drawn into `area`; the gap behind a column
    /// belongs to it. Nil: none.
    package func column(at x: Int, in area: Rect) -> Int? {
        let x = x - area.x - 1
        guard x >= 0, x < area.width - 1 else { return nil }
        return places(in: area).first { ($0.x..<$0.x + $0.width + columnGap).contains(x) }?.column
    }
}
