/// What the terminal shows: a grid of cells.
package struct Screen: Equatable, Sendable {
    package let size: Size
    package private(set) var cells: [Cell]

    package init(size: Size) {
        self.size = size
        cells = Array(repeating: Cell(), count: size.width * size.height)
    }

    package var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

    /// Writes `text` from (`x`, `y`) on into at most `width` columns and returns how many it took; what does not fit
    /// is cut, with a "…" in the last column.
    @discardableResult
    package mutating func write(_ text: StyledText, x: Int, y: Int, width: Int) -> Int { 0 }

    /// Makes every cell of `area` a blank on `surface`.
    package mutating func fill(_ area: Rect, on surface: Surface) {}

    /// Puts `surface` behind all that is in `area`.
    package mutating func set(_ surface: Surface, in area: Rect) {}

    /// Dims all that is there.
    package mutating func dim() {}
}

/// One column of one row.
package struct Cell: Equatable, Sendable {
    package var character: Character = " "
    package var style = Style()
    /// 1, 2 for a wide character, 0 for the column that a wide character's right half covers.
    package var width = 1
}
