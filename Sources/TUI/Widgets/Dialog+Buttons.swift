extension Dialog {
    static let buttonGap = 5

    /// The buttons in the middle of a line of `width` columns; the selected one alone if there is no room for more.
    func buttonLine(width: Int) -> StyledText {
        for gap in [Self.buttonGap, 1, 0] {
            let line = buttonLine(labels: buttons, gap: gap)
            if line.width <= width { return centered(line, width: width) }
        }
        let selected = buttons.indices.contains(selectedButton) ? selectedButton : 0
        return centered(button(buttons[selected], isSelected: true), width: width)
    }

    /// All buttons with `gap` columns between them.
    func buttonLine(labels: [String], gap: Int) -> StyledText {
        var line = StyledText()
        for (index, label) in labels.enumerated() {
            if index > 0 { line.append(blanks(gap), Style(on: .dialog)) }
            line += button(label, isSelected: index == selectedButton)
        }
        return line
    }

    private func button(_ label: String, isSelected: Bool) -> StyledText {
        guard takesKeys else { return StyledText(" \(label) ", .quiet).on(.dialog) }
        let text = StyledText(" \(label) ")
        return isSelected ? text.bold().on(.button) : text.on(.dialog)
    }

    private func centered(_ line: StyledText, width: Int) -> StyledText {
        StyledText(blanks(max(0, width - line.width) / 2)).on(.dialog) + line
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
