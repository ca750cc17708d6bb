import ClusterModel
import TUI
import Words

/// The whole screen, from the model alone.
func view(_ model: Model) -> Screen {
    var screen = Screen(size: model.size)
    let layout = Layout(model)
    guard !layout.isTooSmall else {
        let text = model.styled(Phrase("terminal too small: kstop needs \("40x10")"))
        screen.write(text, x: 0, y: 0, width: model.size.width)
        return screen
    }
    drawHeader(model, in: layout.header, on: &screen)
    drawBody(model, layout, on: &screen)
    drawStatusLine(model, in: layout.status, on: &screen)
    KeyBar(model.keyBarItems).draw(in: layout.keyBar, on: &screen)
    switch model.overlay {
    case nil, .help: break
    case .confirmation(let confirmation): confirmation.dialog(model).draw(in: screen.bounds, on: &screen)
    case .menu(let menu): menu.dialog(model).draw(in: screen.bounds, on: &screen)
    case .forwards(let list): list.dialog(model).draw(in: screen.bounds, on: &screen)
    case .copy(let menu): menu.menu(model).draw(in: screen.bounds, on: &screen)
    case .token(let token): token.dialog(model).draw(in: screen.bounds, on: &screen)
    }
    return screen
}

private func drawBody(_ model: Model, _ layout: Layout, on screen: inout Screen) {
    if case .help(let help) = model.overlay {
        help.draw(model, in: layout.whole, on: &screen)
        return
    }
    if let log = model.log {
        log.drawStatus(model, in: layout.tabs, on: &screen)
        log.draw(model, in: layout.log, on: &screen)
        return
    }
    if let pager = model.pager {
        drawPager(pager, model, layout, on: &screen)
        return
    }
    drawTabs(model, in: layout.tabs, on: &screen)
    if let page = model.opened.last {
        drawOpened(page, model, on: &screen)
    } else {
        drawTable(model, in: layout.table, on: &screen)
        drawDetail(model, in: layout.detail, on: &screen)
    }
}

/// What is being typed, else what was just said, else how a restart goes, else what is not as usual.
private func drawStatusLine(_ model: Model, in area: Rect, on screen: inout Screen) {
    if let prompt = model.prompt {
        drawPrompt(prompt, model, in: area, on: &screen)
    } else if let line = model.toast?.text ?? model.rolloutLine ?? narrowingLine(model)
        ?? logSearchLine(model) ?? unreadableLine(model)
    {
        screen.fill(area, on: .page)
        screen.write(line, x: area.x, y: area.y, width: area.width)
    }
}

/// Says that not all rows are shown, or that some are marked.
private func narrowingLine(_ model: Model) -> StyledText? {
    guard model.keyContext == .tables, model.overlay == nil else { return nil }
    var parts: [StyledText] = []
    if !model.table.filter.isEmpty {
        parts.append(model.styled(Phrase("filter"), .quiet) + StyledText(" \(model.table.filter)", .accent))
    }
    if model.showsOnlyTrouble { parts.append(model.styled(Phrase("only what is not healthy"), .accent)) }
    let marks = model.table.marked.count
    if marks > 0 { parts.append(model.styled(Phrase("\(marks) marked"), .accent)) }
    guard !parts.isEmpty else { return nil }
    let line = parts.reduce(StyledText()) { $0 + StyledText(" ") + $1 + StyledText("  ") }
    guard let back = model.keymap.binding(of: .back, in: .tables)?.keys.first else { return line }
    return line + StyledText(" ") + model.styled(Phrase("\(back.name) clears it"), .quiet)
}

/// Says which objects are missing from the screen, or shown as they were.
private func unreadableLine(_ model: Model) -> StyledText? {
    guard model.log == nil, model.overlay == nil else { return nil }
    let objects = ResourceKind.allCases.flatMap { model.cluster.unreadable[$0] ?? [] }
    guard let first = objects.first else { return nil }
    let count = objects.count
    let words = Phrase(
        count: count, one: "\(count) object could not be read:", other: "\(count) objects could not be read:")
    return StyledText(" ") + model.styled(words, .warning) + StyledText(" \(first.name) (\(first.problem))")
}
