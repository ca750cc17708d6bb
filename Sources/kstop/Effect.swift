import ClusterModel
import TUI
import Words

/// A one-time wish of `update`, fulfilled outside it.
enum Effect: Equatable, Sendable {
    case quit(status: Int32)
    /// Open connections end, and those that follow go through another kubectl proxy.
    case renewConnection
    case restart(RestartedWorkload)
    case scale(Scaling)
    case deletePod(ObjectReference)
    /// Gives the terminal to another program until that has ended.
    case run(ForegroundProgram)
    case copyText(String, as: Phrase)
    /// Asks for the dashboard's own URL.
    case findDashboard
    case copyToken(TokenRequest)
    case showToken(TokenRequest)
    case openURL(String)
    /// Into a new file of that name.
    case saveText(String, fileName: String)
    case checkNamespace(String, epoch: Int)
    case listNamespaces
    case listContexts
    /// Talk to the cluster of another context from now on; in its namespace, or in that of its kubeconfig.
    case connect(context: String)
    case setMouse(Bool)
    case setTheme(Theme)
}

/// Something that runs as long as the model asks for it.
enum Subscription: Hashable, Sendable {
    /// `epoch` changes when the user asks to connect anew or looks elsewhere.
    case cluster(ResourceKind, namespace: String, epoch: Int)
    /// Ends by itself.
    case inquiry(Inquiry, epoch: Int)
    case metrics(namespace: String, epoch: Int)
    case log(LogQuery, id: Int)
    /// A forwarded port.
    case forward(PortForward, id: Int)
    /// What an open pager shows; ends by itself.
    case pager(PagerQuestion, PagerTicket)
    /// What a crashed container wrote last; ends by itself.
    case lastLines(CrashedContainer)
}

/// What should be running now.
func subscriptions(_ model: Model) -> Set<Subscription> {
    if model.isLoggingIn { return Set(model.forwards.map { .forward($0.forward, id: $0.id) }) }
    let namespace = model.session.namespace
    // What the first screen shows goes first: the API server, kubectl and kstop share the few processors of a seedbox.
    // The rest does not wait for more than the first of its rows.
    let hasRows = [ResourceKind.pods, .deployments].allSatisfy {
        model.cluster.hasRead($0) || model.cluster.source($0) != .loading
    }
    let kinds = ResourceKind.allCases.filter { hasRows || $0.isOnFirstScreen }
    var wanted = Set(kinds.map { Subscription.cluster($0, namespace: namespace, epoch: model.epoch) })
    if hasRows {
        for inquiry in model.inquiries.due(at: model.now) { wanted.insert(.inquiry(inquiry, epoch: model.epoch)) }
    }
    if let crash = model.target?.crash, model.lastLines[crash] == nil { wanted.insert(.lastLines(crash)) }
    for open in model.runningForwards { wanted.insert(.forward(open.forward, id: open.id)) }
    if let pager = model.pager, pager.isLoading, let question = pager.subject.question {
        wanted.insert(.pager(question, pager.ticket))
    }
    for source in model.log?.sources ?? [] where source.isOpen { wanted.insert(.log(source.query, id: source.id)) }
    // A log shows nothing of it.
    if model.log == nil, hasRows { wanted.insert(.metrics(namespace: namespace, epoch: model.epoch)) }
    return wanted
}
