import ClusterModel
import TUI
import Words

/// The whole screen, from the model alone.
func view(_ model: Model) -> Screen {
    var screen = Screen(size: model.size)
    let layout = Layout(model)
    guard !layout.isTooSmall else {
        let text = "terminal too small: kstop needs 40x10"
        screen.write(StyledText(text), x: 0, y: 0, width: model.size.width)
        return screen
    }
    drawHeader(model, in: layout.header, on: &screen)
    if case .help(let help) = model.overlay {
        help.draw(model.keymap, model.keyContext, in: layout.whole, on: &screen)
    } else if let log = model.log {
        log.drawStatus(in: layout.tabs, on: &screen)
        log.draw(in: layout.log, on: &screen)
    } else {
        drawTabs(model, in: layout.tabs, on: &screen)
        drawTable(model, in: layout.table, on: &screen)
        drawDetail(model, in: layout.detail, on: &screen)
    }
    drawStatusLine(model, in: layout.status, on: &screen)
    KeyBar(keyBarItems(model)).draw(in: layout.keyBar, on: &screen)
    switch model.overlay {
    case nil, .help: break
    case .restart(let dialog): dialog.dialog.draw(in: screen.bounds, on: &screen)
    case .token(let token):
        token.dialog(at: model.now, utcOffset: model.session.utcOffset).draw(in: screen.bounds, on: &screen)
    }
    return screen
}

/// What is being typed, else what was just said, else how a restart goes.
private func drawStatusLine(_ model: Model, in area: Rect, on screen: inout Screen) {
    if let editor = model.filterEditor {
        let remark = Filter(editor.text).problem.map { StyledText($0, .warning) }
        let matching = StyledText("\(model.visibleContent().rows.count) match", .quiet)
        Prompt(label: "/", editor: editor, remark: remark ?? matching).draw(in: area, on: &screen)
    } else if let line = model.toast?.text ?? model.rolloutLine ?? filterLine(model) ?? unreadableLine(model) {
        screen.fill(area, on: .page)
        screen.write(line, x: area.x, y: area.y, width: area.width)
    }
}

/// Says that not all rows are shown.
private func filterLine(_ model: Model) -> StyledText? {
    guard model.log == nil, model.overlay == nil, !model.table.filter.isEmpty else { return nil }
    return StyledText(" filter ", .quiet) + StyledText(model.table.filter, .accent)
        + StyledText("   Esc clears it", .quiet)
}

/// Says which objects are missing from the screen, or shown as they were.
private func unreadableLine(_ model: Model) -> StyledText? {
    guard model.log == nil, model.overlay == nil else { return nil }
    let objects = ResourceKind.allCases.flatMap { model.cluster.unreadable[$0] ?? [] }
    guard let first = objects.first else { return nil }
    let count = objects.count == 1 ? "1 object" : "\(objects.count) objects"
    return StyledText(" \(count) could not be read: ", .warning) + StyledText("\(first.name) (\(first.problem))")
}

private func keyBarItems(_ model: Model) -> [KeyBar.Item] {
    if case .help = model.overlay { return [KeyBar.Item(key: "Esc", label: "back")] }
    if model.filterEditor != nil {
        return [KeyBar.Item(key: "Enter", label: "keep"), KeyBar.Item(key: "Esc", label: "clear")]
    }
    return model.keymap.bindings(in: model.keyContext).compactMap { binding in
        guard let label = binding.shortLabel, let key = binding.keys.first else { return nil }
        return KeyBar.Item(key: key.name, label: label.english)
    }
}
