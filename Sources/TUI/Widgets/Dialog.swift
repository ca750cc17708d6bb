/// A question or a message above a dimmed page.
package struct Dialog: Equatable, Sendable {
    package var title: StyledText
    /// Wrapped to the dialog's width.
    package var body: [StyledText]
    package var buttons: [String]
    package var selectedButton: Int
    /// Whether the buttons can be pressed yet.
    package var takesKeys = true

    package init(title: StyledText, body: [StyledText], buttons: [String], selectedButton: Int) {
        self.title = title
        self.body = body
        self.buttons = buttons
        self.selectedButton = selectedButton
    }

    /// Dims the screen and draws in the middle of `area`. On a small area the body is cut and the buttons stay.
    package func draw(in area: Rect, on screen: inout Screen) {
        screen.dim()
        let width = min(area.width, max(Self.leastWidth, contentWidth) + 2 * padding(in: area))
        let textWidth = width - 2 * padding(in: area)
        guard textWidth > 0, area.height > 0 else { return }
        let lines = lines(width: textWidth, height: area.height)
        let box = Rect(
            x: area.x + (area.width - width) / 2, y: area.y + (area.height - lines.count) / 2,
            width: width, height: lines.count)
        screen.fill(box, on: .dialog)
        for (index, line) in lines.enumerated() {
            let x = box.x + padding(in: area)
            screen.write(line, x: x, y: box.y + index, width: textWidth)
        }
    }

    private static let leastWidth = 30
    private static let greatestWidth = 68

    private func padding(in area: Rect) -> Int { area.width > 4 ? 1 : 0 }

    /// What title, body and buttons need if they may.
    private var contentWidth: Int {
        let widest = ([title] + body).map(\.width).max() ?? 0
        return max(min(widest, Self.greatestWidth), buttonLine(labels: buttons, gap: Self.buttonGap).width)
    }

    /// From the title to the blank line under the buttons, not more than `height`.
    private func lines(width: Int, height: Int) -> [StyledText] {
        let buttonLines = buttons.isEmpty ? [] : [buttonLine(width: width)]
        let titleLines = height > buttonLines.count ? [title.bold().on(.dialog)] : []
        let space = height - titleLines.count - buttonLines.count
        let text = shortened(body.flatMap { $0.on(.dialog).wordWrapped(to: width) }, to: space)
        // Blank lines come last: under the title, above the buttons, under them.
        let blanks = (0..<3).map { $0 < space - text.count ? [StyledText()] : [] }
        return titleLines + blanks[0] + text + (buttonLines.isEmpty ? [] : blanks[1]) + buttonLines + blanks[2]
    }

    private func shortened(_ lines: [StyledText], to count: Int) -> [StyledText] {
        if lines.count <= count { return lines }
        return lines.prefix(max(0, count - 1)) + Array(repeating: StyledText("…").on(.dialog), count: min(1, count))
    }
}
