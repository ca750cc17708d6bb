/// A line across the page, with a title at its left and a remark at its right.
package struct Rule: Equatable, Sendable {
    package var title: StyledText
    /// Left out where it does not fit.
    package var trailing: StyledText

    package init(title: StyledText, trailing: StyledText = StyledText()) {
        self.title = title
        self.trailing = trailing
    }

    /// Draws into the first row of `area`.
    package func draw(in area: Rect, on screen: inout Screen) {
        guard !area.isEmpty else { return }
        var line = StyledText("─", .quiet)
        if title.width > 0 { line += StyledText(" ") + title + StyledText(" ") }
        let end = trailing.width > 0 ? StyledText(" ") + trailing : StyledText()
        let space = area.width - line.width - end.width
        line.append(String(repeating: "─", count: max(0, space < 1 ? area.width - line.width : space)), .quiet)
        if space >= 1 { line += end }
        screen.write(line, x: area.x, y: area.y, width: area.width)
    }
}
