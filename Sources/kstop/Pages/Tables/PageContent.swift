import ClusterModel
import TUI

/// A column of a page's table, and how its cells come from what the rows are about.
struct PageColumn<Item> {
    var column: Column
    /// Shown with the wide columns only.
    var isWide = false
    var cell: (Item) -> PageCell

    init(
        _ title: String, alignment: Column.Alignment = .leading, priority: Int = 0, minimumWidth: Int? = nil,
        cell: @escaping (Item) -> PageCell
    ) {
        column = Column(title, alignment: alignment, priority: priority, minimumWidth: minimumWidth)
        self.cell = cell
    }

    /// One of the wide columns, which go first when space is short.
    static func wide(_ title: String, priority: Int, cell: @escaping (Item) -> String) -> PageColumn {
        var column = PageColumn(title, priority: priority) { PageCell(StyledText(cell($0), .quiet)) }
        column.isWide = true
        return column
    }
}

/// A page's table.
struct PageContent: Equatable, Sendable {
    var columns: [Column] = []
    var rows: [PageRow] = []

    init() {}

    init<Item>(
        _ items: some Sequence<Item>, _ columns: [PageColumn<Item>], _ model: Model, facts: (Item) -> RowFacts
    ) {
        let shown = columns.filter { model.isWide || !$0.isWide }
        self.columns = shown.map(\.column)
        rows = items.map { item in PageRow(facts: facts(item), cells: shown.map { $0.cell(item) }) }
    }

    /// The index of a column by its title, without the blanks before it.
    func column(titled title: String) -> Int? { columns.firstIndex { $0.name == title } }
}

extension Column {
    /// The title without the room for the rows' marks.
    var name: String { String(title.drop { $0 == " " }) }
}

extension Model {
    /// The first columns of every page: each row's mark and name, with the namespace before it where all are shown.
    func nameColumns<Item>(
        _ title: String, minimumWidth: Int, _ facts: @escaping (Item) -> RowFacts
    ) -> [PageColumn<Item>] {
        guard session.showsAllNamespaces else {
            return [
                PageColumn("  \(title)", minimumWidth: minimumWidth) { item in
                    let facts = facts(item)
                    return PageCell(facts.health.title(facts.name), by: .text(facts.name))
                }
            ]
        }
        return [
            PageColumn("  NAMESPACE", minimumWidth: 14) { item in
                let facts = facts(item)
                return PageCell(facts.health.glyph + StyledText(" \(facts.namespace)"), by: .text(facts.namespace))
            },
            PageColumn(title, minimumWidth: minimumWidth - 2) { item in
                let facts = facts(item)
                return PageCell(StyledText(facts.name, .text, bold: facts.health.needsAttention))
            },
        ]
    }
}
