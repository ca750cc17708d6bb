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
    model.tour?.draw(model, in: layout.keyBar, on: &screen)
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
