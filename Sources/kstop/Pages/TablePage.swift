import ClusterModel
import FoundationEssentials
import TUI

/// In which order a page shows its rows.
struct SortOrder: Equatable, Sendable {
    enum Key: Sendable { case name, age, status, restarts }

    var key = Key.name
    var isReversed = false

    /// Sorts by `key`, or the other way round if that is the order already.
    mutating func choose(_ key: Key) {
        isReversed = key == self.key ? !isReversed : false
        self.key = key
    }

    func sorted(_ rows: [PageRow]) -> [PageRow] {
        rows.sorted { isReversed ? isBefore($1, $0) : isBefore($0, $1) }
    }

    /// Equal rows follow in the order of their names, so that no row moves without a reason.
    private func isBefore(_ left: PageRow, _ right: PageRow) -> Bool {
        switch key {
        case .name: break
        case .age where left.created != right.created:
            return (left.created ?? .distantPast) > (right.created ?? .distantPast)
        case .status where left.health != right.health: return left.health.rank < right.health.rank
        case .status where left.status != right.status: return left.status < right.status
        case .restarts where left.restarts != right.restarts: return left.restarts > right.restarts
        case .age, .status, .restarts: break
        }
        return (left.name, "\(left.id)") < (right.name, "\(right.id)")
    }
}

/// What a page remembers of how its table is looked at.
struct TableState: Equatable, Sendable {
    var cursor = ListCursor<RowID>()
    var order = SortOrder()
    var filter = ""
}

extension Model {
    /// The rows of the current page as the user sees them: filtered, in order.
    func visibleContent() -> PageContent {
        var content = page.content(self)
        let filter = Filter(table.filter)
        content.rows = table.order.sorted(content.rows.filter(filter.matches))
        return content
    }

    /// Moves the selection of the current page.
    mutating func moveSelection(_ move: (inout ListCursor<RowID>, [RowID], Int) -> Void) {
        let ids = visibleContent().rows.map(\.id)
        move(&table.cursor, ids, tableRows)
    }

    /// Keeps the selection on its object after the rows have changed.
    mutating func followSelection() {
        moveSelection { cursor, ids, rows in cursor.follow(ids, visibleRows: rows) }
    }

    /// Rows that the current page's table can show under its titles.
    var tableRows: Int { max(1, Layout(self).table.height - 1) }
}

/// The table of the current page.
func drawTable(_ model: Model, in area: Rect, on screen: inout Screen) {
    let content = model.visibleContent()
    if content.rows.isEmpty {
        let lines = emptyText(model).wordWrapped(to: max(1, area.width - 4))
        for (row, line) in lines.prefix(area.height).enumerated() {
            screen.write(line, x: area.x + 3, y: area.y + row, width: area.width - 4)
        }
        return
    }
    let cursor = model.table.cursor
    var table = Table(
        columns: content.columns, rows: content.rows.map(\.cells),
        selected: content.rows.firstIndex { $0.id == cursor.selected }, firstRow: cursor.firstRow)
    table.sorted = sortedColumn(content.columns, model.table.order)
    table.draw(in: area, on: &screen)
}

/// The column that shows the order; nil for the usual order by name.
private func sortedColumn(_ columns: [Column], _ order: SortOrder) -> Table.Sort? {
    guard order != SortOrder() else { return nil }
    let column: Int? =
        switch order.key {
        case .name: 0
        case .age: columns.firstIndex { $0.title == "AGE" }
        case .status: columns.firstIndex { $0.title == "STATUS" }
        case .restarts: columns.firstIndex { $0.title == "RESTARTS" }
        }
    return column.map { Table.Sort(column: $0, isDescending: order.isReversed) }
}

/// Why there is no row to show.
private func emptyText(_ model: Model) -> StyledText {
    switch model.cluster.source(model.page.kind) {
    case .forbidden(let words): StyledText("forbidden: \(words)", .warning)
    case .notServed: StyledText("the API server has no \(model.page.kind.plural)", .quiet)
    case .failing(let error, _, let retryAt):
        StyledText(error.text, .failed)
            + StyledText("  Trying again \(countdown(to: retryAt, at: model.now)); Ctrl-R tries now.", .quiet)
    case .loading: StyledText("loading \(model.page.title.lowercased()) …", .quiet)
    case .live, .polled: StyledText(emptyWords(model), .quiet)
    }
}

private func emptyWords(_ model: Model) -> String {
    if !model.table.filter.isEmpty { return "nothing matches \(model.table.filter)" }
    if model.namespaceExists == false { return "namespace \"\(model.session.namespace)\" does not exist" }
    return "No resources found in \(model.session.namespace) namespace."
}
