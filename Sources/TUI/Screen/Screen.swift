/// What the terminal shows: a grid of cells. It never holds a control character nor half of a wide one.
package struct Screen: Equatable, Sendable {
    package let size: Size
    /// Row-major, `width × height` cells.
    package private(set) var cells: [Cell]

    package init(size: Size) {
        self.size = size
        cells = Array(repeating: Cell(" ", Style()), count: size.width * size.height)
    }

    package var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

    /// The text of each row, top first, without the styles.
    package var rows: [String] {
        (0..<size.height).map { y in String(row(y).lazy.filter { $0.width > 0 }.map(\.character)) }
    }

    /// The cells of row `y`, which must be on the screen.
    package func row(_ y: Int) -> ArraySlice<Cell> {
        cells[y * size.width..<(y + 1) * size.width]
    }

    /// Writes `text` from (`x`, `y`) on into at most `width` columns and returns how many it took; what does not fit
    /// is cut, with a "…" in the last column.
    @discardableResult
    package mutating func write(_ text: StyledText, x: Int, y: Int, width: Int) -> Int {
        let x = bounded(x)
        let available = min(bounded(width), size.width - x)
        guard (0..<size.height).contains(y), available > 0 else { return 0 }
        var column = 0
        for part in text.cells(cutTo: available) {
            put(part, column: x + column, y: y)
            column += part.width
        }
        return column
    }

    /// Makes every cell of `area` a blank on `surface`.
    package mutating func fill(_ area: Rect, on surface: Surface) {
        let blank = Cell(" ", Style(on: surface))
        forEachCell(of: area) { screen, x, y in screen.put(blank, column: x, y: y) }
    }

    /// Puts `surface` behind all that is in `area`.
    package mutating func set(_ surface: Surface, in area: Rect) {
        forEachCell(of: area) { screen, x, y in
            screen.cells[y * screen.size.width + x].style.surface = surface
        }
    }

    /// Dims all that is there.
    package mutating func dim() {
        for index in cells.indices { cells[index].style.isDimmed = true }
    }

    /// Puts a cell in its place; the halves of wide characters that lose their other half become blanks.
    private mutating func put(_ cell: Cell, column: Int, y: Int) {
        guard column >= 0, column + cell.width <= size.width else {
            // Half of a wide character is outside.
            if cell.width == 2, column == -1 { put(Cell(style: cell.style), column: 0, y: y) }
            return
        }
        let start = y * size.width
        let end = column + cell.width
        if cells[start + column].width == 0 { cells[start + column - 1].blank() }
        if end < size.width, cells[start + end].width == 0 { cells[start + end].blank() }
        cells[start + column] = cell
        if cell.width == 2 { cells[start + column + 1] = Cell(style: cell.style, width: 0) }
    }

    private mutating func forEachCell(of area: Rect, _ change: (inout Screen, Int, Int) -> Void) {
        let left = max(0, bounded(area.x))
        let top = max(0, bounded(area.y))
        let right = min(size.width, bounded(area.x) + bounded(area.width))
        let bottom = min(size.height, bounded(area.y) + bounded(area.height))
        guard left < right, top < bottom else { return }
        for y in top..<bottom {
            for x in left..<right { change(&self, x, y) }
        }
    }
}

/// One column of one row.
///
/// Small, since there are thousands, and almost always without anything to be counted by reference.
package struct Cell: Equatable, Sendable {
    /// The character's only scalar, or its first.
    private var scalar: Unicode.Scalar = " "
    package var style: Style
    private var columns: UInt8
    /// Nil if `scalar` is all of the character.
    private var cluster: Cluster?

    package init(_ scalar: Unicode.Scalar, _ style: Style) {
        (self.scalar, self.style, columns) = (scalar, style, 1)
    }

    package init(character: Character = " ", style: Style = Style(), width: Int = 1) {
        self.style = style
        columns = UInt8(width)
        self.character = character
    }

    package var character: Character {
        get { cluster?.character ?? Character(scalar) }
        set {
            let scalars = newValue.unicodeScalars
            scalar = scalars.first ?? " "
            cluster = scalars.count == 1 ? nil : Cluster(newValue)
        }
    }

    /// 1, 2 for a wide character, 0 for the column that a wide character's right half covers.
    package var width: Int { Int(columns) }

    /// Its code if it is of ASCII.
    var ascii: UInt32? { cluster == nil && scalar.isASCII ? scalar.value : nil }

    /// Whether it shows its background only; not the right half of a wide character.
    var isBlank: Bool { ascii == 0x20 && columns == 1 }

    /// Leaves the background only.
    mutating func blank() { self = Cell(" ", style) }
}

/// A character of several scalars. A class so that cells without one are small.
private final class Cluster: Equatable, Sendable {
    let character: Character

    init(_ character: Character) { self.character = character }

    static func == (one: Cluster, other: Cluster) -> Bool { one.character == other.character }
}

/// Far outside of any screen, but so that sums do not overflow.
private func bounded(_ coordinate: Int) -> Int {
    min(max(coordinate, -1_000_000), 1_000_000)
}
