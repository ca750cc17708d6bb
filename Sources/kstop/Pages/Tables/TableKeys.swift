import TUI

extension Model {
    /// What moves, orders and narrows the current table; false if the action does not.
    mutating func performInTable(_ action: Action) -> Bool {
        switch action {
        case .up: step(-1)
        case .down: step(1)
        case .pageUp: step(-tableRows)
        case .pageDown: step(tableRows)
        case .halfPageUp: step(-max(1, tableRows / 2))
        case .halfPageDown: step(max(1, tableRows / 2))
        case .top: moveSelection { cursor, ids, rows in cursor.moveToFirst(in: ids, visibleRows: rows) }
        case .bottom: moveSelection { cursor, ids, rows in cursor.moveToLast(in: ids, visibleRows: rows) }
        case .open: openSelection()
        case .mark: toggleMark()
        case .filter: openFilter()
        case .back: goBack()
        case .onlyTrouble: showsOnlyTrouble.toggle()
        case .toggleWide: isWide.toggle()
        case .allNamespaces: look(into: session.showsAllNamespaces ? session.homeNamespace : "")
        default: return performOrder(action)
        }
        return true
    }

    private mutating func performOrder(_ action: Action) -> Bool {
        switch action {
        case .sortByName: table.order.choose(.usual)
        case .sortByAge: sort(by: page == .events ? "LAST SEEN" : "AGE")
        case .sortByStatus: table.order.choose(.health)
        case .sortByRestarts: sort(by: "RESTARTS")
        case .sortByCPU: sort(by: "CPU")
        case .sortByMemory: sort(by: "MEM")
        case .sortByNextColumn: sortByNeighbor(1)
        case .sortByPreviousColumn: sortByNeighbor(-1)
        case .reverseOrder: table.order.isReversed.toggle()
        default: return false
        }
        return true
    }

    /// Undoes the last thing that narrows or changes the view, one at a time.
    private mutating func goBack() {
        if !table.filter.isEmpty {
            filter("")
        } else if !table.marked.isEmpty {
            table.marked = []
        } else if showsOnlyTrouble {
            showsOnlyTrouble = false
        } else {
            table.order = SortOrder()
        }
    }
}
