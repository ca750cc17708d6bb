/// Some things above a dimmed page, one of which is to be chosen.
package struct Menu: Equatable, Sendable {
    package struct Item: Equatable, Sendable {
        /// Its first letter chooses it.
        package var label: String
        package var text: String

        package init(label: String, text: String) {
            self.label = label
            self.text = text
        }
    }

    package var title: StyledText
    package var items: [Item]
    package var selected: Int

    package init(title: StyledText, items: [Item], selected: Int) {
        self.title = title
        self.items = items
        self.selected = selected
    }

    /// Dims the screen and draws in the middle of `area`; on a small one the items stay and the blank lines go.
    package func draw(in area: Rect, on screen: inout Screen) {
        screen.dim()
        let labels = (items.map { displayWidth(of: $0.label) }.max() ?? 0) + 2
        let texts = items.map { displayWidth(of: $0.text) }.max() ?? 0
        let width = min(area.width, max(title.width + 2, min(labels + texts + 2, Self.greatestWidth)))
        let isHigh = area.height >= items.count + 4
        let height = min(area.height, items.count + (isHigh ? 3 : 1))
        guard width > 2, height > 0 else { return }
        var box = Rect(
            x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width: width, height: height)
        screen.fill(box, on: .dialog)
        let head = box.removeTop(1)
        screen.write(title.bold().on(.dialog), x: head.x + 1, y: head.y, width: width - 2)
        if isHigh { _ = box.removeTop(1) }
        for (index, item) in items.enumerated() {
            let row = box.removeTop(1)
            guard !row.isEmpty else { return }
            screen.write(line(item, labels).on(.dialog), x: row.x + 1, y: row.y, width: width - 2)
            if index == selected { screen.set(.button, in: row) }
        }
    }

    private static let greatestWidth = 72

    private func line(_ item: Item, _ labels: Int) -> StyledText {
        let blanks = String(repeating: " ", count: max(0, labels - displayWidth(of: item.label)))
        return StyledText(String(item.label.prefix(1)), .accent, bold: true)
            + StyledText(item.label.dropFirst() + blanks, .quiet) + StyledText(item.text)
    }
}
