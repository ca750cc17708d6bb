import ClusterModel
import TUI
import Words

/// A row opened on the whole screen, to be scrolled.
struct OpenedPage: Equatable, Sendable {
    let id: RowID
    /// What it was called when it was opened, to be told once it is gone.
    let title: String
    var firstRow = 0

    /// False if it has no use for the action. `rows`: of the whole page; `height`: of what is seen of it.
    mutating func handle(_ action: Action, rows: Int, height: Int) -> Bool {
        let last = max(0, rows - height)
        switch action {
        case .up: firstRow -= 1
        case .down: firstRow += 1
        case .pageUp: firstRow -= height
        case .pageDown: firstRow += height
        case .halfPageUp: firstRow -= max(1, height / 2)
        case .halfPageDown: firstRow += max(1, height / 2)
        case .top: firstRow = 0
        case .bottom: firstRow = last
        default: return false
        }
        firstRow = max(0, min(firstRow, last))
        return true
    }
}

extension Model {
    /// Opens the current row on the whole screen.
    mutating func openSelection() {
        guard let id = table.cursor.selected, let selection else { return }
        opened.append(OpenedPage(id: id, title: selection.title))
    }

    /// All that is known about an opened row, as wide as `width`; nil if there is no such row any more.
    func openedLines(_ page: OpenedPage, width: Int) -> [StyledText]? {
        guard let selection = selection(of: page.id) else { return nil }
        return document(of: selection, width: width)
    }

    mutating func scrollOpened(_ action: Action) -> Bool {
        guard let page = opened.last else { return false }
        let area = Layout(self).opened
        let rows = openedLines(page, width: area.width)?.count ?? 1
        return opened[opened.count - 1].handle(action, rows: rows, height: area.height)
    }
}

func drawOpened(_ page: OpenedPage, _ model: Model, on screen: inout Screen) {
    let area = Layout(model).opened
    let titleArea = Rect(x: area.x, y: area.y - 1, width: area.width, height: 1)
    let lines = model.openedLines(page, width: area.width)
    let first = max(0, min(page.firstRow, (lines?.count ?? 0) - area.height))
    let more = (lines?.count ?? 0) - first - area.height
    let below = Phrase(count: more, one: "\(more) more line", other: "\(more) more lines")
    let hint = more > 0 ? model.styled(below, .quiet) : StyledText()
    Rule(title: StyledText(page.title, .strong, bold: true), trailing: hint).draw(in: titleArea, on: &screen)
    guard let lines else {
        let text = StyledText("   ") + model.styled(Phrase("\(page.title) is gone"), .warning)
        screen.write(text, x: area.x, y: area.y, width: area.width)
        return
    }
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
        screen.write(line, x: area.x, y: area.y + row, width: area.width)
    }
}
