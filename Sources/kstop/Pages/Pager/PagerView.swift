import ClusterModel
import TUI
import Words

func drawPager(_ page: PagerPage, _ model: Model, _ layout: Layout, on screen: inout Screen) {
    drawTitle(page, model, layout, on: &screen)
    let area = layout.log
    let rows = page.lines.isEmpty || model.isWithoutEvents(page) ? emptyRows(page, model, width: area.width) : []
    for (row, line) in (rows.isEmpty ? page.visibleRows(in: area.size) : rows).prefix(area.height).enumerated() {
        screen.write(line, x: area.x, y: area.y + row, width: area.width)
    }
}

/// What is shown of what, whether it is up to date, and which part of it.
private func drawTitle(_ page: PagerPage, _ model: Model, _ layout: Layout, on screen: inout Screen) {
    let area = layout.tabs
    var line = StyledText("  ") + model.styled(page.subject.view.words, .quiet) + StyledText(" ")
    line.append(model.title(of: page), .strong, bold: true)
    var right: [StyledText] = [state(of: page, model)]
    if page.isCut { right.append(model.styled(Phrase("cut: too long"), .warning)) }
    if page.wraps { right.append(model.styled(Phrase("wrap"), .quiet)) }
    if page.showsManagedFields { right.append(StyledText("managedFields", .quiet)) }
    if model.prompt == nil { right.append(model.searchRemark(page)) }
    right.append(place(page, in: layout.log.size))
    let told = right.joined(separator: "   ") + StyledText(" ")
    // The place may go before the name does.
    let room = area.width - told.width - 1
    let fits = room >= min(line.width, area.width / 2)
    screen.write(line, x: area.x, y: area.y, width: fits ? room : area.width)
    if fits { screen.write(told, x: area.x + area.width - told.width, y: area.y, width: told.width) }
}

private func state(of page: PagerPage, _ model: Model) -> StyledText {
    switch page.state {
    case .loaded: StyledText()
    case .loading: StyledText("◐ ", .progressing) + model.styled(Phrase("reading"), .quiet)
    case .failed(let error) where error.isNotFound: StyledText("✗ ", .failed) + model.styled(Phrase("gone"), .failed)
    case .failed: StyledText("✗ ", .failed) + model.styled(Phrase("not read"), .failed)
    }
}

/// "12-34/120".
private func place(_ page: PagerPage, in size: Size) -> StyledText {
    guard !page.lines.isEmpty, page.lastTop(in: size) != PagerPage.Position() else { return StyledText() }
    let first = min(page.top, page.lastTop(in: size)).line
    let last = page.wraps ? first + 1 : min(page.lines.count, first + size.height)
    let range = page.wraps ? "\(first + 1)" : "\(first + 1)-\(last)"
    return StyledText("\(range)/\(page.lines.count)", .quiet)
}

/// What is said instead of a text.
private func emptyRows(_ page: PagerPage, _ model: Model, width: Int) -> [StyledText] {
    let text: StyledText =
        switch page.state {
        case .loading: model.styled(Phrase("reading"), .quiet) + StyledText(" …", .quiet)
        case .failed(let error): StyledText(model.words(error.text), .failed)
        case .loaded where page.subject.view == .events: model.noEvents
        case .loaded: model.styled(Phrase("an empty text"), .quiet)
        }
    return text.text.split(separator: "\n").flatMap { line in
        StyledText(String(line), text.spans.first?.style.role ?? .text).wordWrapped(to: max(1, width))
    }
}

extension PagerSubject.View {
    fileprivate var words: Phrase {
        switch self {
        // kubectl's subcommand.
        case .description: Phrase(verbatim: "describe")
        case .manifest: Phrase(verbatim: "YAML")
        case .events: Phrase("events")
        }
    }
}

extension PagerPage {
    /// Whether not all of the text is there.
    fileprivate var isCut: Bool {
        if case .description(let text) = content { text.isCut } else { false }
    }
}

extension Model {
    fileprivate func title(of page: PagerPage) -> String {
        if page.subject.view == .events, case .application(let id) = page.subject.row { return id.name }
        return page.subject.title
    }

    fileprivate func isWithoutEvents(_ page: PagerPage) -> Bool {
        // The titles alone.
        page.subject.view == .events && page.lines.count <= 2
    }

    fileprivate var noEvents: StyledText {
        switch cluster.source(.events) {
        case .forbidden(let message): styled(Phrase("forbidden: \(message)"), .warning)
        case .failing(let error, _, _): styled(error.text, .warning)
        case .loading: styled(Phrase("loading \(ResourceKind.events.plural) …"), .quiet)
        case .live, .polled, .notServed: styled(Phrase("no events"), .quiet)
        }
    }
}
