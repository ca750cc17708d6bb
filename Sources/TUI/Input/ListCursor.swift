/// The selected row of a list, bound to the row's identity rather than its place.
package struct ListCursor<ID: Hashable & Sendable>: Equatable, Sendable {
    package private(set) var selected: ID?
    /// The first visible row.
    package private(set) var firstRow = 0

    package init() {}

    /// Selects `id`.
    package mutating func select(_ id: ID?) { selected = id }

    /// Follows a change of the rows: keeps the selection where it is; if its row is gone, takes the one now in its place.
    package mutating func follow(_ ids: [ID], visibleRows: Int) {}

    /// Moves the selection by `step` rows, stopping at the ends.
    package mutating func move(by step: Int, in ids: [ID], visibleRows: Int) {}
}
