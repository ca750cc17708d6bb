import ClusterModel
import FoundationEssentials
import TUI

/// The only place where the model changes; what must happen outside is returned. Time passes in `Model.settle`.
func update(_ model: inout Model, _ message: Message) -> [Effect] {
    switch message {
    case .key(let key): return handle(key, &model)
    case .resized(let size): model.size = size
    case .cluster(let change): return hear(change, &model)
    case .log(let id, let change):
        // News of a log that is no longer shown.
        guard model.log?.id == id else { return [] }
        model.log?.hear(change)
    case .lastLines(let crash, let lines): model.keep(lines, of: crash)
    case .restarted(let deployment): model.follow(deployment)
    case .restartFailed(let name, let error): model.say(StyledText("\(name): \(error.text)", .failed))
    case .tokenCopied(let account, let expiration, let clipboard):
        model.hearOfToken(account, .copied(expiration: expiration, clipboard))
    case .tokenFailed(let account, let error): model.hearOfToken(account, .failed(error))
    case .namespaceChecked(let exists): model.namespaceExists = exists
    }
    return []
}

private func hear(_ change: ClusterChange, _ model: inout Model) -> [Effect] {
    model.cluster.apply(change)
    model.isSnapshotStale = true
    // An empty list may mean an empty namespace or none at all; only asking tells.
    guard case .listed(.pods, let keeping, _) = change, keeping.isEmpty else { return [] }
    return [.checkNamespace(model.session.namespace)]
}

private func handle(_ key: Key, _ model: inout Model) -> [Effect] {
    // Everywhere, also while a dialog or a prompt takes the keys.
    if key == .control("c") { return [.quit(status: ExitStatus.interrupted)] }
    switch model.overlay {
    case .help(var help):
        let size = Layout(model).whole.size
        model.overlay = help.handle(key, model.keymap, model.keyContext, in: size) ? .help(help) : nil
        return []
    case .token:
        let closing: [Key] = [.escape, .enter, .character("q"), .character(" ")]
        if closing.contains(key) { model.overlay = nil }
        return []
    case .restart(let dialog): return model.handle(key, in: dialog)
    case nil: break
    }
    if let editor = model.filterEditor {
        edit(editor, key, &model)
        return []
    }
    let context = model.keyContext
    guard let action = model.keymap.action(for: key, in: context) else { return [] }
    switch context {
    case .tables, .opened: return perform(action, &model)
    case .log: return performInLog(action, &model)
    }
}

/// A key for the filter that is being typed: it filters at once; Enter keeps it, Esc clears it.
private func edit(_ editor: LineEditor, _ key: Key, _ model: inout Model) {
    var editor = editor
    switch key {
    case .enter: model.filterEditor = nil
    case .escape:
        model.filterEditor = nil
        model.table.filter = ""
    default:
        guard editor.handle(key) else { return }
        model.filterEditor = editor
        model.table.filter = editor.text
    }
}

private func performInLog(_ action: Action, _ model: inout Model) -> [Effect] {
    let size = Layout(model).log.size
    if model.log?.handle(action, view: size) == true { return [] }
    switch action {
    case .back: model.log = nil
    default: return performAnywhere(action, &model)
    }
    return []
}

private func perform(_ action: Action, _ model: inout Model) -> [Effect] {
    switch action {
    case .showApps: model.show(.apps)
    case .showPods: model.show(.pods)
    case .showDeployments: model.show(.deployments)
    case .showServices: model.show(.services)
    case .showIngresses: model.show(.ingresses)
    case .nextPage: model.show(model.page.neighbor(1))
    case .previousPage: model.show(model.page.neighbor(-1))
    case .up: model.step(-1)
    case .down: model.step(1)
    case .pageUp: model.step(-model.tableRows)
    case .pageDown: model.step(model.tableRows)
    case .halfPageUp: model.step(-max(1, model.tableRows / 2))
    case .halfPageDown: model.step(max(1, model.tableRows / 2))
    case .top: model.moveSelection { cursor, ids, rows in cursor.moveToFirst(in: ids, visibleRows: rows) }
    case .bottom: model.moveSelection { cursor, ids, rows in cursor.moveToLast(in: ids, visibleRows: rows) }
    case .open: model.isDetailOpen.toggle()
    case .toggleWide: model.isWide.toggle()
    case .filter: model.filterEditor = LineEditor(model.table.filter)
    case .back: model.goBack()
    case .sortByName: model.table.order.choose(.name)
    case .sortByAge: model.table.order.choose(.age)
    case .sortByStatus: model.table.order.choose(.status)
    case .sortByRestarts: model.table.order.choose(.restarts)
    case .restart: model.askForRestart()
    case .logs: model.openLog()
    case .token: return model.askForToken()
    default: return performAnywhere(action, &model)
    }
    return []
}

/// The actions that mean the same on every page.
private func performAnywhere(_ action: Action, _ model: inout Model) -> [Effect] {
    switch action {
    case .help: model.overlay = .help(HelpPage())
    case .reconnect:
        model.epoch += 1
        model.say(StyledText("connecting anew …", .progressing))
    case .quit: return [.quit(status: ExitStatus.success)]
    default: break
    }
    return []
}

extension Model {
    var keyContext: KeyContext { log == nil ? .tables : .log }

    fileprivate mutating func show(_ page: Page) {
        self.page = page
        isDetailOpen = false
    }

    fileprivate mutating func step(_ step: Int) {
        moveSelection { cursor, ids, rows in cursor.move(by: step, in: ids, visibleRows: rows) }
    }

    /// Undoes the last thing that narrows the view.
    fileprivate mutating func goBack() {
        if isDetailOpen { isDetailOpen = false } else { table.filter = "" }
    }

    fileprivate mutating func openLog() {
        guard let selection else { return }
        guard let pod = selection.pod, let container = pod.defaultContainer else {
            say(StyledText("\(selection.title) has no pod", .warning))
            return
        }
        lastLogID += 1
        let query = LogQuery(namespace: pod.metadata.namespace, pod: pod.name, container: container)
        log = LogPage(id: lastLogID, query: query)
    }
}

extension Page {
    /// The page `step` tabs on, around the ends.
    fileprivate func neighbor(_ step: Int) -> Page {
        let count = Page.allCases.count
        return Page.allCases[(rawValue + step + count) % count]
    }
}

extension Pod {
    /// The container that kubectl logs would choose: the annotated one, else the first.
    fileprivate var defaultContainer: String? {
        let names = spec.containers.map(\.name)
        let annotated = metadata.annotations["kubectl.kubernetes.io/default-container"]
        return annotated.flatMap { names.contains($0) ? $0 : nil } ?? names.first
    }
}
