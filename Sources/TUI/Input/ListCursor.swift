/// The selected row of a list, bound to the row's identity rather than its place.
package struct ListCursor<ID: Hashable & Sendable>: Equatable, Sendable {
    package private(set) var selected: ID?
    /// The first visible row.
    package private(set) var firstRow = 0
    /// Where the selected row was last seen, and which one that was.
    private var index = 0
    private var seen: ID?

    package init() {}

    /// Selects `id`; nil: the first row that there will be.
    package mutating func select(_ id: ID?) {
        selected = id
        if id == nil { index = 0 }
    }

    /// Follows a change of the rows: keeps the selection where it is; if its row is gone, takes the one now in its place.
    ///
    /// Rows that come or go above the visible ones move none of these on the screen. A list that is not scrolled stays
    /// at its top, where new rows are to be seen.
    package mutating func follow(_ ids: [ID], visibleRows: Int) {
        guard let place = selected.flatMap({ ids.firstIndex(of: $0) }) else {
            return select(at: index, in: ids, visibleRows: visibleRows)
        }
        if firstRow > 0, selected == seen { firstRow = max(0, firstRow + place - index) }
        select(at: place, in: ids, visibleRows: visibleRows)
    }

    /// Moves the selection by `step` rows, stopping at the ends.
    package mutating func move(by step: Int, in ids: [ID], visibleRows: Int) {
        follow(ids, visibleRows: visibleRows)
        let step = min(max(step, -ids.count), ids.count)
        select(at: index + step, in: ids, visibleRows: visibleRows)
    }

    package mutating func moveToFirst(in ids: [ID], visibleRows: Int) {
        select(at: 0, in: ids, visibleRows: visibleRows)
    }

    package mutating func moveToLast(in ids: [ID], visibleRows: Int) {
        select(at: ids.count - 1, in: ids, visibleRows: visibleRows)
    }

    /// Selects the row at `place` or the nearest there is, and scrolls as little as needed to show it.
    private mutating func select(at place: Int, in ids: [ID], visibleRows: Int) {
        let visibleRows = max(1, visibleRows)
        index = max(0, min(place, ids.count - 1))
        selected = ids.indices.contains(index) ? ids[index] : nil
        seen = selected
        firstRow = max(min(firstRow, index), index - visibleRows + 1)
        firstRow = max(0, min(firstRow, ids.count - visibleRows))
    }
}
