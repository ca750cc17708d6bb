import TUI
import Words

/// A text that is being typed, to be looked for at once.
struct SearchPrompt: Equatable, Sendable {
    var editor = LineEditor()
    /// What was there when it began, to come back to.
    let top: PagerPage.Position
    let search: TextSearch?

    init(_ page: PagerPage?) {
        top = page?.top ?? PagerPage.Position()
        search = page?.search
    }
}

extension Model {
    /// A key for the search: what it finds is shown at once; Enter keeps it, Esc goes back to where it began.
    mutating func edit(_ prompt: SearchPrompt, _ key: Key) {
        var prompt = prompt
        switch key {
        case .enter:
            close(doing: true)
            if prompt.editor.text.isEmpty { pager?.search = nil }
        case .escape: cancel(prompt)
        case .backspace where prompt.editor.text.isEmpty: cancel(prompt)
        default: if prompt.editor.handle(key) { self.prompt = .search(prompt) }
        }
    }

    /// As it was before.
    private mutating func cancel(_ prompt: SearchPrompt) {
        close(doing: false)
        pager?.top = prompt.top
        pager?.search = prompt.search
    }

    mutating func find(_ prompt: SearchPrompt) {
        guard var page = pager else { return }
        var search = TextSearch(prompt.editor.text)
        page.top = prompt.top
        _ = search.step(.forward, from: prompt.top.line, in: page.lines)
        page.search = search
        page.showFound(in: Layout(self).log.size)
        pager = page
    }

    /// "3 of 17", beside what is being typed and in the title.
    func searchRemark(_ page: PagerPage) -> StyledText {
        guard let search = page.search, !search.term.isEmpty else { return StyledText() }
        let places = search.places(in: page.lines)
        if places.isEmpty { return styled(Phrase("no match"), .warning) }
        guard let current = search.current, let number = places.firstIndex(of: current) else {
            let count = places.count
            return styled(Phrase(count: count, one: "\(count) match", other: "\(count) matches"), .quiet)
        }
        return styled(Phrase("\(number + 1) of \(places.count)"), .quiet)
    }
}
