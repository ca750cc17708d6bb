import TUI

/// In which order a page shows its rows.
struct SortOrder: Equatable, Sendable {
    enum Key: Equatable, Sendable {
        /// By name, and on the events page the latest first.
        case usual
        /// By what is thought of the rows, trouble first.
        case health
        /// By the column of that title.
        case column(String)
    }

    var key = Key.usual
    var isReversed = false

    /// Sorts by `key`, or the other way round if that is the order already.
    mutating func choose(_ key: Key) {
        isReversed = key == self.key ? !isReversed : false
        self.key = key
    }

    /// Whether one row comes before another.
    func precedes(in content: PageContent, on page: Page) -> (PageRow, PageRow) -> Bool {
        let column: Int? =
            switch key {
            case .usual: page == .events ? content.column(titled: "LAST SEEN") : nil
            case .health: nil
            case .column(let title): content.column(titled: title)
            }
        return { left, right in
            if let column {
                let order = left.cells[column].value.precedes(right.cells[column].value, isReversed: isReversed)
                if let order { return order }
            } else if key == .health, left.facts.health != right.facts.health {
                return (left.facts.health.rank < right.facts.health.rank) != isReversed
            }
            // Equal rows follow in the order of their names, so that no row moves without a reason.
            let isNameReversed = isReversed && key == .usual && column == nil
            return isNameReversed ? right.isBefore(left) : left.isBefore(right)
        }
    }

    /// Which column's title shows the order, and whether it goes from the greatest to the least; nil for the usual one.
    func mark(in content: PageContent) -> Table.Sort? {
        let column: Int? =
            switch key {
            case .usual: isReversed ? 0 : nil
            case .health: content.column(titled: "STATUS")
            case .column(let title): content.column(titled: title)
            }
        guard let column else { return nil }
        let isGreatestFirst = content.rows.contains { $0.cells[column].value.isGreatestFirst }
        return Table.Sort(column: column, isDescending: isGreatestFirst != isReversed)
    }
}

extension PageRow {
    fileprivate func isBefore(_ other: PageRow) -> Bool {
        let mine = (facts.namespace, facts.name)
        let others = (other.facts.namespace, other.facts.name)
        return mine == others ? id < other.id : mine < others
    }
}

extension Model {
    /// Sorts the current page by a column, or by the next or previous one from that which it is sorted by.
    mutating func sort(by title: String) {
        table.order.choose(.column(title))
    }

    mutating func sortByNeighbor(_ step: Int) {
        let names = content.columns.map(\.name)
        guard !names.isEmpty else { return }
        let current: Int? =
            switch table.order.key {
            case .usual: 0
            case .health: names.firstIndex(of: "STATUS")
            case .column(let title): names.firstIndex(of: title)
            }
        let next = ((current ?? 0) + step + names.count) % names.count
        table.order = SortOrder(key: .column(names[next]))
    }
}
