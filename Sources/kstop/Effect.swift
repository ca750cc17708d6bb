import ClusterModel
import TUI

/// A one-time wish of `update`, fulfilled outside it.
enum Effect: Equatable, Sendable {
    case quit(status: Int32)
    case restart(RestartedDeployment, namespace: String)
    case copyToken(TokenRequest)
    case checkNamespace(String)
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
    case metrics(namespace: String, epoch: Int)
    case log(LogQuery, id: Int)
    /// What a crashed container wrote last; ends by itself.
    case lastLines(CrashedContainer)
}

/// What should be running now.
func subscriptions(_ model: Model) -> Set<Subscription> {
    let namespace = model.session.namespace
    var wanted = Set(
        ResourceKind.allCases.map { Subscription.cluster($0, namespace: namespace, epoch: model.epoch) })
    if let crash = model.target?.crash, model.lastLines[crash] == nil { wanted.insert(.lastLines(crash)) }
    if let log = model.log { wanted.insert(.log(log.query, id: log.id)) }
    // A log shows nothing of it.
    if model.log == nil { wanted.insert(.metrics(namespace: namespace, epoch: model.epoch)) }
    return wanted
}
