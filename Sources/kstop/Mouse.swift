import TUI

extension Model {
    /// Rows that a turn of the wheel moves by.
    private static let wheelStep = 3

    /// What a click or a turn of the wheel means: as if the key for it had been pressed.
    mutating func handle(_ event: MouseEvent) -> [Effect] {
        guard prompt == nil, !Layout(self).isTooSmall else { return [] }
        switch event.kind {
        case .wheelUp: return turnWheel(.up)
        case .wheelDown: return turnWheel(.down)
        case .press, .doubleClick: break
        }
        guard overlay == nil, log == nil, pager == nil else { return [] }
        let layout = Layout(self)
        if event.y == layout.tabs.y {
            if let page = Tabs(self, width: layout.tabs.width).page(at: event.x) { show(page) }
            return []
        }
        if opened.isEmpty { clickTable(event, in: layout.table) }
        return []
    }

    private mutating func turnWheel(_ action: Action) -> [Effect] {
        switch overlay {
        case .help(var help):
            for _ in 0..<Self.wheelStep { _ = help.handle(action == .up ? .up : .down, self) }
            overlay = .help(help)
        case .confirmation, .menu, .forwards, .token, .copy: break
        case nil: return (0..<Self.wheelStep).flatMap { _ in perform(action) }
        }
        return []
    }

    private mutating func clickTable(_ event: MouseEvent, in area: Rect) {
        guard event.x >= area.x, event.x < area.x + area.width else { return }
        let table = visibleTable(self)
        if event.y == area.y {
            guard let column = table.column(at: event.x, in: area) else { return }
            self.table.order.choose(.column(content.columns[column].name))
        } else if let row = table.row(at: event.y, in: area) {
            self.table.cursor.select(visibleRows[visibleRows.startIndex + row].id)
            if event.kind == .doubleClick { openSelection() }
        }
    }
}
