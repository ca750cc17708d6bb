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

/// Rows under a line of column titles.
package struct Table: Equatable, Sendable {
    package var columns: [Column]
    package struct Sort: Equatable, Sendable {
        package var column: Int
        package var isDescending: Bool

        package init(column: Int, isDescending: Bool) {
            self.column = column
            self.isDescending = isDescending
        }
    }

    /// As many cells each as there are columns.
    package var rows: [[StyledText]]
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


    package func draw(in area: Rect, on screen: inout Screen) {}
}
