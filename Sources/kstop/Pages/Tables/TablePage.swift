import ClusterModel
import FoundationEssentials
import TUI
import Words

/// What a page remembers of how its table is looked at.
struct TableState: Equatable, Sendable {
    var cursor = ListCursor<RowID>()
    var order = SortOrder()
    var filter = ""
    /// What actions mean instead of the selection, if there is any.
    var marked: Set<RowID> = []
    var news = RowNews()
    /// The widest that each column has been, so that columns do not jump to and fro while their texts change.
    var widths: [String: Int] = [:]
}

/// Which rows have just changed.
struct RowNews: Equatable, Sendable {
    /// Seconds that a changed row stays marked.
    private static let lifetime = 3.0

    private var hashes: [RowID: Int]?
    private(set) var changed: [RowID: Date] = [:]

    /// Compares the rows with those of the last time; the first time nothing is news. To be called when they are new.
    mutating func follow(_ rows: [PageRow], at now: Date) {
        let new = Dictionary(rows.map { ($0.id, $0.newsHash) }, uniquingKeysWith: { first, _ in first })
        if let hashes {
            for (id, hash) in new where hashes[id] != hash { changed[id] = now }
        }
        hashes = rows.isEmpty ? nil : new
        changed = changed.filter { new[$0.key] != nil }
    }

    /// Takes the rows as they are: none is news because it was hidden before.
    mutating func begin(with rows: [PageRow]) {
        let new = Dictionary(rows.map { ($0.id, $0.newsHash) }, uniquingKeysWith: { first, _ in first })
        hashes = rows.isEmpty ? nil : new
        changed = changed.filter { new[$0.key] != nil }
    }

    /// The same of some rows only, those of `ids`; which of them are not in `rows` are gone.
    mutating func follow(_ rows: [PageRow], of ids: Set<RowID>, at now: Date) {
        guard var hashes else { return follow(rows, at: now) }
        self.hashes = nil
        let new = Dictionary(rows.map { ($0.id, $0.newsHash) }, uniquingKeysWith: { first, _ in first })
        for id in ids {
            if new[id] == nil { changed[id] = nil } else if hashes[id] != new[id] { changed[id] = now }
            hashes[id] = new[id]
        }
        self.hashes = hashes
    }

    /// Takes the marks away that have stood for long enough.
    mutating func age(to now: Date) {
        guard !changed.isEmpty else { return }
        changed = changed.filter { now.timeIntervalSince($0.value) < Self.lifetime }
    }

    /// The clock was set by so many seconds.
    mutating func moveMoments(by seconds: Double) { changed = changed.mapValues { $0 + seconds } }

    /// When the next mark goes.
    var nextEnd: Date? { changed.values.min().map { $0 + Self.lifetime } }
}

extension Model {
    /// The rows of a page as the user sees them: filtered, in order.
    func visibleContent() -> PageContent {
        var content = filteredContent(nil)
        content.rows.sort(by: table.order.precedes(in: content, on: page))
        content.ids = content.rows.map(\.id)
        return content
    }

    /// The rows of a page that the filter lets through, in any order; those of `ids` only, unless nil.
    func filteredContent(_ ids: Set<RowID>?) -> PageContent {
        var content = page.content(self, ids)
        content.rows = content.rows.filter { row in
            filter.matches(row, at: now) && (!showsOnlyTrouble || row.facts.isTrouble)
        }
        return content
    }

    /// The objects of a page's rows; those of `ids` only, unless nil.
    func objects<Item>(_ all: [UID: Item], _ ids: Set<RowID>?) -> [Item] {
        guard let ids else { return Array(all.values) }
        return ids.compactMap { id in
            if case .object(let uid) = id { all[uid] } else { nil }
        }
    }

    /// Moves the selection of the current page.
    mutating func moveSelection(_ move: (inout ListCursor<RowID>, [RowID], Int) -> Void) {
        move(&table.cursor, content.ids, tableRows)
    }

    mutating func step(_ step: Int) {
        moveSelection { cursor, ids, rows in cursor.move(by: step, in: ids, visibleRows: rows) }
    }

    /// Marks the selected row, or takes its mark away, and goes on to the next.
    mutating func toggleMark() {
        guard let id = table.cursor.selected else { return }
        if table.marked.remove(id) == nil { table.marked.insert(id) }
        step(1)
    }

    /// The rows of the current page that have room, the first line's first.
    var visibleRows: ArraySlice<PageRow> {
        content.rows.dropFirst(max(0, table.cursor.firstRow)).prefix(tableRows)
    }

    /// Rows that the current page's table can show under its titles.
    var tableRows: Int { max(1, Layout(self).table.height - 1) }
}

extension RowFacts {
    /// Whether someone should look at it, or it is on its way.
    fileprivate var isTrouble: Bool {
        switch health {
        case .broken, .degraded, .progressing, .unknown: true
        case .healthy, .stopped, .completed: false
        }
    }
}

/// The table of the current page.
func drawTable(_ model: Model, in area: Rect, on screen: inout Screen) {
    if model.content.rows.isEmpty {
        let texts = [emptyText(model)] + kubectlTexts(model)
        let lines = texts.flatMap { $0.wordWrapped(to: max(1, area.width - 4)) }
        for (row, line) in lines.prefix(area.height).enumerated() {
            screen.write(line, x: area.x + 3, y: area.y + row, width: area.width - 4)
        }
        return
    }
    visibleTable(model).draw(in: area, on: &screen)
}

/// The current page's rows that have room, as a widget.
func visibleTable(_ model: Model) -> Table {
    let content = model.content
    let rows = model.visibleRows
    var table = Table(
        columns: content.columns, rows: rows.map { row in row.cells.map { $0.text(at: model.now) } },
        selected: rows.firstIndex { $0.id == model.table.cursor.selected }.map { $0 - rows.startIndex }, firstRow: 0)
    table.sorted = model.table.order.mark(in: content)
    table.rowMarks = rows.map { mark($0.id, model.table) }
    table.leastWidths = content.columns.map { model.table.widths[$0.name] ?? 0 }
    return table
}

/// What stands before a row: that keys act on it, or that it has just changed.
private func mark(_ id: RowID, _ state: TableState) -> StyledText {
    if state.marked.contains(id) { return StyledText("▌", .accent) }
    return state.news.changed[id] == nil ? StyledText() : StyledText("›", .progressing)
}

/// Why there is no row to show.
private func emptyText(_ model: Model) -> StyledText {
    let resource = model.page.kind.plural
    return switch model.cluster.source(model.page.kind) {
    case .forbidden(let words): model.styled(Phrase("forbidden: \(words)"), .warning)
    case .notServed: model.styled(Phrase("the API server has no \(resource)"), .quiet)
    case .failing(let error, _, let retryAt):
        StyledText(model.words(error.text), .failed)
            + StyledText("  ")
            + model.styled(Phrase("Trying again \(countdown(to: retryAt, at: model.now)); Ctrl-R tries now."), .quiet)
    case .loading: model.styled(Phrase("loading \(resource) …"), .quiet)
    case .live, .polled: model.styled(emptyWords(model), .quiet)
    }
}

/// What kubectl has said while there is nothing else to show, such as how to log in.
private func kubectlTexts(_ model: Model) -> [StyledText] {
    switch model.cluster.source(model.page.kind) {
    case .loading, .failing: model.kubectlLines.isEmpty ? [] : [" "] + model.kubectlLines.map { StyledText($0) }
    case .forbidden, .notServed, .live, .polled: []
    }
}

private func emptyWords(_ model: Model) -> Phrase {
    if !model.table.filter.isEmpty { return Phrase("nothing matches \(model.table.filter)") }
    if model.showsOnlyTrouble, model.page.count(in: model) > 0 {
        return Phrase("all is well: nothing but healthy rows")
    }
    let namespace = model.session.namespace
    if namespace.isEmpty { return Phrase(verbatim: "No resources found") }
    if model.namespaceExists == false { return Phrase("namespace \"\(namespace)\" does not exist") }
    return Phrase(verbatim: "No resources found in \(namespace) namespace.")
}
