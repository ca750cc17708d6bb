/// A line for typing, with its label before and a remark behind the text.
package struct Prompt: Equatable, Sendable {
    package var label: String
    package var editor: LineEditor
    package var remark: StyledText
    /// How the text could go on, shown quietly right behind it; may be empty.
    package var hint: String
    /// Whether the remark is shown even if the text then has less room.
    package var insists = false

    package init(label: String, editor: LineEditor, remark: StyledText, hint: String = "") {
        self.label = label
        self.editor = editor
        self.remark = remark
        self.hint = hint
    }

    /// Draws into the first row of `area`; a text too long for it shows the part around the cursor.
    package func draw(in area: Rect, on screen: inout Screen) {
        guard !area.isEmpty else { return }
        let label = StyledText(label, .accent) + StyledText(" ")
        let labelWidth = min(label.width, area.width / 2)
        screen.write(label, x: area.x, y: area.y, width: labelWidth)
        let x = area.x + labelWidth
        let width = area.width - labelWidth
        let textWidth = insists ? max(width / 2, width - remark.width - 2) : width
        let taken = screen.write(visibleText(width: textWidth), x: x, y: area.y, width: textWidth)
        let space = width - taken - 2
        if space >= min(remark.width, 4) {
            screen.write(remark, x: x + taken + 2, y: area.y, width: space)
        }
    }

    /// The text with its cursor cell, which may be the first of the hint, cut at the left until the cursor is within
    /// `width` columns, then at the right.
    private func visibleText(width: Int) -> StyledText {
        var cells = StyledText(editor.text).cells + StyledText(hint, .quiet).cells
        if hint.isEmpty { cells.append(Cell()) }
        let cursor = StyledText(String(editor.text.prefix(editor.cursor))).cells.count
        cells[cursor].style.surface = .button
        var first = 0
        var taken = cells[...cursor].width
        while taken > width, first < cursor {
            taken -= cells[first].width
            first += 1
        }
        var end = cursor + 1
        while end < cells.count, taken + cells[end].width <= width {
            taken += cells[end].width
            end += 1
        }
        return StyledText(cells[first..<end])
    }
}
