import ClusterModel
import TUI
import Words

extension Model {
    /// The keys that do something now, the most useful first.
    var keyBarItems: [KeyBar.Item] {
        if case .help(let help) = overlay {
            let more = help.rowsBelow(self)
            let down = more > 0 ? [item("Down", Phrase("\(more) more"))] : []
            return down + [item("Esc", Phrase("back"))]
        }
        switch prompt {
        case .filter, .logSearch, .logFilter: return [item("Enter", Phrase("keep")), item("Esc", Phrase("clear"))]
        case .search: return [item("Enter", Phrase("keep")), item("Esc", Phrase("back"))]
        case .command:
            return [item("Enter", Phrase("run")), item("Tab", Phrase("complete")), item("Esc", Phrase("back"))]
        case nil: break
        }
        return keymap.bindings(in: keyContext).compactMap { binding in
            guard let label = binding.shortLabel, let key = binding.keys.first, isUseful(binding.action) else {
                return nil
            }
            return item(key.name, label)
        }
    }

    private func item(_ key: String, _ label: Phrase) -> KeyBar.Item { KeyBar.Item(key: key, label: words(label)) }

    /// Whether a pager would show something else than is shown now.
    private func isNews(_ view: PagerSubject.View) -> Bool {
        pager.map { $0.subject.view != view } ?? (target != nil)
    }

    /// Whether an action would do anything to what is selected.
    private func isUseful(_ action: Action) -> Bool {
        switch action {
        case .logs, .applicationLogs, .previousLogs: target?.pod != nil
        case .open: selection != nil
        case .copy: log.map { $0.shownCount > 0 } ?? pager.map { !$0.lines.isEmpty } ?? (target != nil)
        case .save: log.map { $0.shownCount > 0 } ?? (pager?.lines.isEmpty == false)
        case .nextMatch, .previousMatch: pager?.search != nil
        case .toggleManagedFields: pager?.subject.view == .manifest
        case .refresh: pager?.subject.question != nil
        case .describe: isNews(.description)
        case .manifest: isNews(.manifest)
        case .showEventsOfSelection: isNews(.events)
        case .follow: log?.isFollowing == false
        default: canAct(action)
        }
    }
}
