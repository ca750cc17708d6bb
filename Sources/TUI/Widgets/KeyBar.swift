/// The keys that apply now, in one line: as many as fit, the first being the most useful.
package struct KeyBar: Equatable, Sendable {
    package struct Item: Equatable, Sendable {
        package var key: String
        package var label: String

        package init(key: String, label: String) {
            self.key = key
            self.label = label
        }
    }

    package var items: [Item]

    package init(_ items: [Item]) { self.items = items }

    package func draw(in area: Rect, on screen: inout Screen) {}
}
