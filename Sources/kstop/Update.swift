import ClusterModel
import FoundationEssentials
import TUI
import Words

/// The only place where the model changes; what must happen outside is returned. What follows from the time is brought
/// up to date by `Model.settle`.
///
/// - Parameter now: when the message arrives. The model may have slept for long, and what is said stands for seconds.
func update(_ model: inout Model, _ message: Message, at now: Date) -> [Effect] {
    model.now = now
    switch message {
    case .key(let key):
        guard model.tour == nil || key == .control("c") else {
            model.endTour()
            return []
        }
        return press(key, &model)
    case .tourMoment: return model.nextKeyOfTour().map { press($0, &model) } ?? []
    case .resized(let size): model.resize(to: size)
    case .dialogReady: model.overlayTakesKeys = true
    case .clockSet(let seconds): model.moveMoments(by: seconds)
    case .cluster(let change, let epoch): return hear(change, from: epoch, &model)
    case .found(let inquiry, let answer, let epoch):
        guard epoch == model.epoch else { return [] }
        model.inquiries.hear(answer, on: inquiry, at: now)
        if let answer { return hear(.found(inquiry, answer), from: epoch, &model) }
    case .metrics(let change, let epoch):
        if epoch == model.epoch { model.usage.hear(change, model.snapshot) }
    case .log(let id, let change):
        // Nothing comes of news of a log that is no longer shown.
        model.log?.hear(change, from: id)
    case .lastLines(let crash, let lines): model.keep(lines, of: crash)
    case .restarted(let workload): model.follow(workload)
    case .restartFailed(let name, let error): model.say(Phrase("\(name): \(error.text)"), .failed)
    case .scaled(let scaling): model.follow(scaling)
    case .podDeleted(let pod): model.hearOfDeletion(pod)
    case .refused(let what, let error): model.say(Phrase("\(what): \(error.text)"), .failed)
    case .forward(let id, let change): return model.hearOfForward(id, change)
    case .programEnded(let program, let end): model.hearOfEnd(program, end)
    case .dashboardFound(let url): return [.copyText(printable(url), as: Phrase(verbatim: url))]
    case .textCopied(let what, let clipboard): model.hearOfCopy(what, clipboard)
    case .tokenShown(let account, let expiration): model.hearOfToken(account, .shown(expiration: expiration))
    case .tokenCopied(let account, let expiration, let clipboard):
        model.hearOfToken(account, .copied(expiration: expiration, clipboard))
    case .tokenFailed(let account, let error): model.hearOfToken(account, .failed(error))
    case .pager(let ticket, let answer): model.hearOfPager(ticket, answer)
    case .textSaved(let path): model.say(Phrase("saved: \(path)"), .healthy)
    case .savingFailed(let problem): model.say(Phrase("not saved: \(problem)"), .failed)
    case .namespaceChecked(let exists, let epoch):
        if epoch == model.epoch { model.hearOfNamespace(exists: exists) }
    case .namespaces(let names): model.commands.namespaces = names
    case .contexts(let names): model.commands.contexts = names
    case .connected(let session): model.hearOfConnection(session)
    case .connectingFailed(let context, let error):
        model.say(Phrase("still at \(model.session.context): \(context): \(error.text)"), .failed)
    case .kubectlSaid(let lines): model.hearOfKubectl(lines)
    case .loginNeeded: return model.logIn()
    }
    return []
}

private func hear(_ change: ClusterChange, from epoch: Int, _ model: inout Model) -> [Effect] {
    // From a connection or a namespace that is no longer looked at.
    guard epoch == model.epoch else { return [] }
    model.changes.note(change, to: model.cluster)
    model.cluster.apply(change)
    if change.raisesQuestions { model.inquiries.follow(model.cluster) }
    if case .updated(.certificates, let certificates) = change {
        model.inquiries.askAgain(about: certificates, at: model.now)
    }
    // An empty list may mean an empty namespace or none at all; only asking tells.
    guard case .listed(.pods, let keeping, _) = change, keeping.isEmpty, !model.session.showsAllNamespaces else {
        return []
    }
    return [.checkNamespace(model.session.namespace, epoch: epoch)]
}

private func press(_ key: Key, _ model: inout Model) -> [Effect] {
    let before = StatusLine(model)
    defer { model.showChange(since: before) }
    return handle(key, &model)
}

private func handle(_ key: Key, _ model: inout Model) -> [Effect] {
    // Everywhere, also while a dialog or a prompt takes the keys.
    if key == .control("c") { return [.quit(status: ExitStatus.interrupted)] }
    // It was pressed before anybody could see what it would answer.
    if model.overlay != nil, !model.overlayTakesKeys { return [] }
    if case .mouse(let event) = key { return model.handle(event) }
    switch model.overlay {
    case .help(let help):
        model.handle(key, in: help)
        return []
    case .token(let token):
        if token.isClosed(by: key) { model.overlay = nil }
        return []
    case .confirmation(let confirmation): return model.handle(key, in: confirmation)
    case .menu(let menu): return model.handle(key, in: menu)
    case .forwards(let list):
        model.handle(key, in: list)
        return []
    case .copy(let menu): return model.handle(key, in: menu)
    case nil: break
    }
    if let prompt = model.prompt { return model.handle(key, in: prompt) }
    guard let action = model.keymap.action(for: key, in: model.keyContext) else { return [] }
    return model.perform(action)
}

extension Model {
    var keyContext: KeyContext {
        if log != nil { return .log }
        if pager != nil { return .pager }
        return opened.isEmpty ? .tables : .opened
    }

    mutating func perform(_ action: Action) -> [Effect] {
        switch keyContext {
        case .log:
            if let effects = performInLog(action) { return effects }
        case .pager:
            if let effects = performInPager(action) { return effects }
        case .opened:
            if scrollOpened(action) { return [] }
            if action == .back { opened.removeLast() }
            if let effects = performOnPages(action) ?? performOnTarget(action) { return effects }
        case .tables:
            if performInTable(action) { return [] }
            if let effects = performOnPages(action) ?? performOnTarget(action) { return effects }
        }
        return performAnywhere(action)
    }

    /// The actions that mean the same everywhere.
    private mutating func performAnywhere(_ action: Action) -> [Effect] {
        switch action {
        case .help: overlay = .help(HelpPage())
        case .command: return openCommand()
        case .toggleMouse:
            usesMouse.toggle()
            say(usesMouse ? Phrase("mouse on") : Phrase("mouse off: the terminal selects text"))
            return [.setMouse(usesMouse)]
        case .reconnect:
            epoch += 1
            say(Phrase("connecting anew …"), .progressing)
            return [.renewConnection]
        case .quit: return [.quit(status: ExitStatus.success)]
        default: break
        }
        return []
    }

    /// What acts on the target or the marks; nil if the action does not.
    private mutating func performOnTarget(_ action: Action) -> [Effect]? {
        switch action {
        case .logs: openLog()
        case .applicationLogs: openApplicationLog()
        case .previousLogs: openLog(isPrevious: true)
        case .copy: openCopyMenu()
        case .openURL: return openURL()
        default: return performPaging(action) ?? act(action)
        }
        return []
    }

    /// Goes to another table; nil if the action does not.
    private mutating func performOnPages(_ action: Action) -> [Effect]? {
        switch action {
        case .showApps: show(.apps)
        case .showPods: show(.pods)
        case .showDeployments: show(.deployments)
        case .showServices: show(.services)
        case .showIngresses: show(.ingresses)
        case .showEvents: show(.events)
        case .nextPage: show(page.neighbor(1))
        case .previousPage: show(page.neighbor(-1))
        default: return nil
        }
        return []
    }

    mutating func show(_ page: Page) {
        self.page = page
        opened = []
        log = nil
        pager = nil
    }

    fileprivate mutating func resize(to size: Size) {
        self.size = size
        for page in tables.keys { tables[page]?.widths = [:] }
    }

    fileprivate mutating func hearOfNamespace(exists: Bool) {
        if !exists, session.isNamespaceGuessed { look(into: Session.lastGuess) } else { namespaceExists = exists }
    }

    fileprivate mutating func hearOfConnection(_ session: Session) {
        self.session = session
        commands.namespaces = []
        startAnew()
        say(Phrase("connected to \(session.context)"), .healthy)
    }

    fileprivate mutating func handle(_ key: Key, in help: HelpPage) {
        var help = help
        overlay = help.handle(key, self) ? .help(help) : nil
    }
}
