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

    /// Draws into the first row of `area`; an item that does not fit ends the line.
    package func draw(in area: Rect, on screen: inout Screen) {
        guard !area.isEmpty else { return }
        var x = area.x
        for item in items {
            let text = StyledText(item.key, .accent, bold: true) + StyledText(" " + item.label, .quiet)
            guard x + text.width <= area.x + area.width else { return }
            x += screen.write(text, x: x, y: area.y, width: text.width) + 3
        }
    }
}
