import ClusterModel
import TUI
import Words

extension Model {
    mutating func openFilter() { prompt = .filter(LineEditor(table.filter)) }

    /// Opens the command line, and asks for the names that a command may be completed with.
    mutating func openCommand() -> [Effect] {
        prompt = .command(CommandPrompt())
        return [.listNamespaces, .listContexts]
    }

    mutating func handle(_ key: Key, in prompt: OpenPrompt) -> [Effect] {
        switch prompt {
        case .filter(let editor): edit(editor, key)
        case .search(let search): edit(search, key)
        case .command(let command): return edit(command, key)
        case .logSearch(let editor), .logFilter(let editor): editLog(prompt, editor, key)
        }
        return []
    }

    /// A key for the filter that is being typed: it filters at once; Enter keeps it, Esc clears it.
    private mutating func edit(_ editor: LineEditor, _ key: Key) {
        var editor = editor
        switch key {
        case .enter: prompt = nil
        case .escape:
            prompt = nil
            filter("")
        default:
            guard editor.handle(key) else { return }
            prompt = .filter(editor)
            filter(editor.text)
        }
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
            if command.handle(key, completions(of: command.typed), commands.history) { prompt = .command(command) }
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
    switch prompt {
    case .filter(let editor):
        let count = model.content.rows.count
        let matching = Phrase(count: count, one: "\(count) match", other: "\(count) matches")
        let problem = Filter(editor.text).problem
        let remark = problem.map { model.styled($0, .warning) } ?? model.styled(matching, .quiet)
        Prompt(label: "/", editor: editor, remark: remark).draw(in: area, on: &screen)
    case .search(let search):
        let remark = model.pager.map(model.searchRemark) ?? StyledText()
        Prompt(label: "/", editor: search.editor, remark: remark).draw(in: area, on: &screen)
    case .logSearch, .logFilter: model.logPrompt(prompt)?.draw(in: area, on: &screen)
    case .command(let command):
        let candidates = model.completions(of: command.typed)
        let hint = command.hint(candidates)
        let others = candidates.dropFirst(hint.isEmpty ? 0 : 1).filter { $0 != command.text }
        let words = others.prefix(8).map { $0.split(separator: " ").last ?? "" }
        var prompt = Prompt(
            label: ":", editor: command.editor, remark: StyledText(words.joined(separator: "  "), .quiet))
        prompt.hint = hint
        prompt.draw(in: area, on: &screen)
    }
}
