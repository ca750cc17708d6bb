import TUI

/// Lines of aligned columns as kubectl prints them (`printers.TablePrinter`): at least six wide, three blanks between,
/// the last one not padded; unlike kubectl, widths are columns of a terminal, not characters.
func plainTable(_ rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map(printable) }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
        rows.reduce(6) { max($0, column < $1.count ? displayWidth(of: $1[column]) : 0) }
    }
    return rows.map { row in
        let cells = zip(row, widths).map { cell, width in cell.padded(to: width + 3) }
        return (cells.dropLast() + row.suffix(1)).joined()
    }
}
