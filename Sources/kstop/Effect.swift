import ClusterModel

/// A one-time wish of `update`, fulfilled outside it.
enum Effect: Equatable, Sendable {
    case quit(status: Int32)
    case restart(RestartedDeployment, namespace: String)
    case copyToken(TokenRequest)
    case checkNamespace(String)
}

/// Something that runs as long as the model asks for it.
enum Subscription: Hashable, Sendable {
    /// `epoch` changes when the user asks to connect anew.
    case cluster(ResourceKind, namespace: String, epoch: Int)
    case log(LogQuery, id: Int)
    /// What a crashed container wrote last; ends by itself.
    case lastLines(CrashedContainer)
}

/// What should be running now.
func subscriptions(_ model: Model) -> Set<Subscription> {
    var wanted = Set(
        ResourceKind.allCases.map {
            Subscription.cluster($0, namespace: model.session.namespace, epoch: model.epoch)
        })
    if let crash = model.selection?.crash, model.lastLines[crash] == nil { wanted.insert(.lastLines(crash)) }
    if let log = model.log { wanted.insert(.log(log.query, id: log.id)) }
    return wanted
}
