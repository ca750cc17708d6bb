import ClusterModel
import TUI
import Words

extension Model {
    mutating func openFilter() { open(.filter(LineEditor(table.filter))) }

    mutating func open(_ new: OpenPrompt) {
        prompt = new
        followedPrompt = new
    }

    /// Does what the text that is being typed asks for, once for however many keys.
    mutating func followPrompt() {
        guard prompt != followedPrompt else { return }
        followedPrompt = prompt
        switch prompt {
        case .filter(let editor): filter(editor.text)
        case .search(let search): find(search)
        case .logSearch(let editor): log?.search(for: editor.text)
        case .logFilter(let editor): log?.filter(by: editor.text)
        case .command, nil: break
        }
    }

    /// Opens the command line, and asks for the names that a command may be completed with.
    mutating func openCommand() -> [Effect] {
        open(.command(CommandPrompt()))
        return [.listNamespaces, .listContexts]
    }

    mutating func handle(_ key: Key, in prompt: OpenPrompt) -> [Effect] {
        switch prompt {
        case .filter(let editor): edit(editor, key)
        case .search(let search): edit(search, key)
        case .command(let command): return edit(command, key)
        case .logSearch(let editor): editLogSearch(editor, key)
        case .logFilter(let editor): editLogFilter(editor, key)
        }
        return []
    }

    /// A key for the filter that is being typed: it filters at once; Enter keeps it, Esc clears it.
    private mutating func edit(_ editor: LineEditor, _ key: Key) {
        var editor = editor
        switch key {
        case .enter: close(doing: true)
        case .escape:
            close(doing: false)
            filter("")
        default: if editor.handle(key) { prompt = .filter(editor) }
        }
    }

    /// - Parameter doing: whether what has been typed is wanted.
    mutating func close(doing: Bool) {
        if doing { followPrompt() }
        prompt = nil
        followedPrompt = nil
    }

    /// Shows what matches, in columns as wide as that needs.
    mutating func filter(_ text: String) {
        table.filter = text
        table.widths = [:]
    }

    private mutating func edit(_ command: CommandPrompt, _ key: Key) -> [Effect] {
        var command = command
        switch key {
        case .enter:
            prompt = nil
            commands.remember(command.text)
            return run(command.text)
        case .escape: prompt = nil
        case .backspace where command.text.isEmpty: prompt = nil
        default:
            let typed = command.typed
            if command.handle(key, completions(of: typed), commands.history) { prompt = .command(command) }
        }
        return []
    }

    private mutating func run(_ text: String) -> [Effect] {
        do throws(CommandError) {
            guard let command = try command(text) else { return [] }
            return run(command)
        } catch {
            say(error.phrase, .warning)
            return []
        }
    }

    private mutating func run(_ command: PromptCommand) -> [Effect] {
        switch command {
        case .page(let page): show(page)
        case .namespace(let name): look(into: name ?? "")
        case .context(let name):
            say(Phrase("connecting to \(name) …"), .progressing)
            return [.connect(context: name)]
        case .sort(let column, let isReversed): table.order = SortOrder(key: .column(column), isReversed: isReversed)
        case .theme(let theme):
            self.theme = theme
            return [.setTheme(theme)]
        case .language(let language):
            self.language = language
            for page in Page.allCases { tables[page]?.widths = [:] }
        case .help: overlay = .help(HelpPage())
        case .quit: return [.quit(status: ExitStatus.success)]
        }
        return []
    }

    /// Looks into another namespace; empty: into all.
    mutating func look(into namespace: String) {
        guard namespace != session.namespace else { return }
        session.look(into: namespace)
        startAnew()
    }
}

/// The line that is being typed.
func drawPrompt(_ prompt: OpenPrompt, _ model: Model, in area: Rect, on screen: inout Screen) {
    var line = promptLine(prompt, model)
    if line.editor.isFull {
        line.remark = model.styled(Phrase("no more than \(LineEditor.longest) bytes"), .warning)
        line.insists = true
    }
    line.draw(in: area, on: &screen)
}

private func promptLine(_ prompt: OpenPrompt, _ model: Model) -> Prompt {
    switch prompt {
    case .filter(let editor):
        let count = model.content.rows.count
        let matching = Phrase(count: count, one: "\(count) match", other: "\(count) matches")
        let remark = model.filter.problem.map { model.styled($0, .warning) } ?? model.styled(matching, .quiet)
        return Prompt(label: "/", editor: editor, remark: remark)
    case .search(let search):
        return Prompt(label: "/", editor: search.editor, remark: model.pager.map(model.searchRemark) ?? StyledText())
    case .logSearch(let editor): return Prompt(label: "/", editor: editor, remark: model.log?.foundText(model) ?? "")
    case .logFilter(let editor): return Prompt(label: "&", editor: editor, remark: model.log?.filteredText(model) ?? "")
    case .command(let command):
        let candidates = model.completions(of: command.typed)
        let hint = command.hint(candidates)
        let others = candidates.dropFirst(hint.isEmpty ? 0 : 1).filter { $0 != command.text }
        let words = others.prefix(8).map(choice)
        return Prompt(
            label: ":", editor: command.editor, remark: StyledText(words.joined(separator: "  "), .quiet), hint: hint)
    }
}
