import TUI

/// Rows of cells in aligned columns, for a document that scrolls. Nothing is left out: columns that do not fit beside
/// the others go on in a line below them, and a cell wider than its column is wrapped in it.
struct Grid {
    /// Of the columns; may be empty. Where a column goes on below, its title stands before each of its cells, unless
    /// they explain themselves.
    var titles: [String] = []
    /// Columns that are empty in all rows are not there.
    var rows: [[StyledText]]

    /// Blanks before the first column.
    var indent = 3

    func lines(width: Int) -> [StyledText] {
        let blocks = blocks(width: width)
        return blocks.header + blocks.rows.joined()
    }

    /// The lines of each row, those of the titles apart.
    func blocks(width: Int) -> (header: [StyledText], rows: [[StyledText]]) {
        var grid = self
        grid.indent = max(0, min(indent, width - 1))
        return grid.blocks(in: max(1, width - grid.indent))
    }

    private func blocks(in room: Int) -> (header: [StyledText], rows: [[StyledText]]) {
        let places = Self.places(of: measures, in: room)
        return (header(places), rows.map { lines(of: $0, places) })
    }
}

/// How wide a column would be, and where it stands.
private struct Measure {
    var column: Int
    /// Of the widest cell or the title, whichever is wider.
    var beside: Int
    /// Of the widest cell with the title before it, where it goes on below the others.
    var below: Int
}

private struct Place {
    var column: Int
    var x: Int
    var width: Int
}

/// Blanks between two columns.
private let gap = 2
/// How far what goes on below is set in.
private let continuation = 4
/// The last column may be wrapped down to this width before it goes on below, in a narrow room to less.
private let narrowest = 28
/// Titles of columns whose cells say by themselves what they are.
private let selfEvident: Set = ["MESSAGE", "REASON", "OBJECT", "IMAGE", "HOSTS", "NAMES", "BACKEND", "POD", "PORT(S)"]

extension Grid {
    private var measures: [Measure] {
        let count = rows.map(\.count).max() ?? 0
        return (0..<count).compactMap { column in
            let width = rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
            guard width > 0 else { return nil }
            let besideTitle = max(width, displayWidth(of: title(of: column)))
            return Measure(column: column, beside: besideTitle, below: width + label(of: column).width)
        }
    }

    private func title(of column: Int) -> String { column < titles.count ? titles[column] : "" }

    /// What stands before a cell of a column that goes on below.
    private func label(of column: Int) -> StyledText {
        let title = title(of: column)
        return title.isEmpty || selfEvident.contains(title) ? StyledText() : StyledText("\(title) ", .quiet)
    }

    /// The columns in groups: those of the first stand side by side, those of each other one below it.
    private static func places(of measures: [Measure], in room: Int) -> [[Place]] {
        var groups: [[Place]] = []
        var x = 0
        for (index, measure) in measures.enumerated() {
            let natural = groups.count <= 1 ? measure.beside : measure.below
            let needed = index == measures.count - 1 ? min(natural, narrowest, room * 2 / 5) : natural
            if groups.isEmpty || x + needed > room {
                x = groups.isEmpty || room <= narrowest ? 0 : continuation
                groups.append([])
            }
            let own = groups.count == 1 ? measure.beside : measure.below
            let width = max(1, min(own, room - x))
            groups[groups.count - 1].append(Place(column: measure.column, x: x, width: width))
            x += width + gap
        }
        return groups
    }

    private func header(_ groups: [[Place]]) -> [StyledText] {
        let titles = (groups.first ?? []).map { title(of: $0.column) }
        guard let first = groups.first, titles.contains(where: { !$0.isEmpty }) else { return [] }
        return [line(zip(first, titles).map { ($0, StyledText($1, .quiet)) })]
    }

    private func lines(of row: [StyledText], _ groups: [[Place]]) -> [StyledText] {
        groups.enumerated().flatMap { index, group -> [StyledText] in
            let cells = group.map { place -> StyledText in
                guard place.column < row.count, row[place.column].width > 0 else { return StyledText() }
                return (index == 0 ? StyledText() : label(of: place.column)) + row[place.column]
            }
            if index > 0, cells.allSatisfy({ $0.width == 0 }) { return [] }
            let wrapped = zip(group, cells).map { $0.width < $1.width ? $1.wordWrapped(to: $0.width) : [$1] }
            return (0..<(wrapped.map(\.count).max() ?? 0)).map { number in
                line(zip(group, wrapped).map { ($0, number < $1.count ? $1[number] : StyledText()) })
            }
        }
    }

    private func line(_ cells: [(place: Place, text: StyledText)]) -> StyledText {
        var line = StyledText()
        var taken = 0
        for (place, text) in cells where text.width > 0 {
            line.append(String(repeating: " ", count: max(0, indent + place.x - taken)))
            line += text
            taken = max(taken, indent + place.x) + text.width
        }
        return line
    }
}
