import ClusterModel
import FoundationEssentials
import TUI
import Words

/// A column of a page's table, and how its cells come from what the rows are about.
struct PageColumn<Item> {
    var column: Column
    /// Shown with the wide columns only.
    var isWide = false
    var cell: (Item, RowFacts) -> PageCell

    init(
        _ title: String, alignment: Column.Alignment = .leading, priority: Int = 0, minimumWidth: Int? = nil,
        cell: @escaping (Item) -> PageCell
    ) {
        self.init(title, alignment: alignment, priority: priority, minimumWidth: minimumWidth) { item, _ in cell(item) }
    }

    /// For a cell that also follows from what is known of the row.
    init(
        _ title: String, alignment: Column.Alignment = .leading, priority: Int = 0, minimumWidth: Int? = nil,
        cell: @escaping (Item, RowFacts) -> PageCell
    ) {
        column = Column(title, alignment: alignment, priority: priority, minimumWidth: minimumWidth)
        self.cell = cell
    }

    /// One of the wide columns, which go first when space is short.
    static func wide(_ title: String, priority: Int, text: @escaping (Item) -> String) -> PageColumn {
        wide(title, priority: priority) { PageCell(StyledText(text($0), .quiet)) }
    }

    static func wide(_ title: String, priority: Int, cell: @escaping (Item) -> PageCell) -> PageColumn {
        var column = PageColumn(title, priority: priority, cell: cell)
        column.isWide = true
        return column
    }
}

/// A page's table.
struct PageContent: Equatable, Sendable {
    var columns: [Column] = []
    var rows: [PageRow] = []
    /// Of `rows`.
    var ids: [RowID] = []

    init() {}

    init<Item>(
        _ items: some Sequence<Item>, _ columns: [PageColumn<Item>], _ model: Model, facts: (Item) -> RowFacts
    ) {
        let shown = columns.filter { model.isWide || !$0.isWide }
        self.columns = shown.map(\.column)
        rows = items.map { item in
            let facts = facts(item)
            return PageRow(facts: facts, cells: shown.map { $0.cell(item, facts) })
        }
    }

    /// Puts `new`, in any order, in the places where it belongs, for the rows of `ids`, which may be gone.
    mutating func replace(_ ids: Set<RowID>, by new: [PageRow], in order: SortOrder, on page: Page) {
        let precedes = order.precedes(in: self, on: page)
        func place(of row: PageRow) -> Int { rows.firstPlace { !precedes($0, row) } }
        var ids = ids
        var moved: [PageRow] = []
        for row in new {
            let place = place(of: row)
            // Most stay where they are: no other row has to be looked at.
            if place < rows.count, rows[place].id == row.id {
                rows[place] = row
                ids.remove(row.id)
            } else {
                moved.append(row)
            }
        }
        guard !ids.isEmpty else { return }
        rows.removeAll { ids.contains($0.id) }
        for row in moved { rows.insert(row, at: place(of: row)) }
        self.ids = rows.map(\.id)
    }

    /// The widest text of each column, in columns of the screen.
    func widths(at now: Date) -> [Int] {
        columns.indices.map { column in rows.reduce(0) { max($0, $1.cells[column].text(at: now).width) } }
    }

    /// The index of a column by its title, without the blanks before it.
    func column(titled title: String) -> Int? { columns.firstIndex { $0.name == title } }
}

extension Array {
    /// The index of the first element for which a condition holds that holds for all behind it, too; else the end.
    fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Column {
    /// The title without the room for the rows' marks.
    var name: String { String(title.drop { $0 == " " }) }
}

extension Model {
    /// The first columns of every page: each row's mark and name, with the namespace before it where all are shown.
    func nameColumns<Item>(_ title: String, minimumWidth: Int) -> [PageColumn<Item>] {
        guard session.showsAllNamespaces else {
            return [
                PageColumn("  \(title)", minimumWidth: minimumWidth) { _, facts in
                    PageCell(facts.health.title(facts.name), by: .text(facts.name))
                }
            ]
        }
        return [
            PageColumn("  NAMESPACE", minimumWidth: 14) { _, facts in
                PageCell(facts.health.glyph + StyledText(" \(facts.namespace)"), by: .text(facts.namespace))
            },
            PageColumn(title, minimumWidth: minimumWidth - 2) { _, facts in
                PageCell(StyledText(facts.name, .text, bold: facts.health.needsAttention))
            },
        ]
    }
}

/// What a page's rows follow from, besides the cluster.
struct ContentSource: Equatable, Sendable {
    private let page: Page
    private let order: SortOrder
    private let filter: String
    private let showsOnlyTrouble: Bool
    private let isWide: Bool
    private let language: Language
    private let session: Session
    private let metrics: Int
    /// If rows come and go with their ages.
    private let moment: Date?

    init(_ model: Model) {
        page = model.page
        order = model.table.order
        filter = model.table.filter
        showsOnlyTrouble = model.showsOnlyTrouble
        isWide = model.isWide
        language = model.language
        session = model.session
        metrics = model.usage.answers
        moment = model.filter.dependsOnTime ? model.now : nil
    }

    /// Whether the same rows as before are narrowed in another way.
    func isNarrowed(unlike other: ContentSource) -> Bool {
        page == other.page && session == other.session
            && (filter != other.filter || showsOnlyTrouble != other.showsOnlyTrouble)
    }
}
