package import FoundationEssentials

/// Any object that kstop watches.
package enum ClusterObject: Equatable, Sendable {
    case pod(Pod)
    case deployment(Deployment)
    case replicaSet(ReplicaSet)
    case service(Service)
    case ingress(Ingress)
    case endpointSlice(EndpointSlice)
    case event(ClusterEvent)
}

extension ClusterObject {
    package var kind: ResourceKind {
        switch self {
        case .pod: .pods
        case .deployment: .deployments
        case .replicaSet: .replicaSets
        case .service: .services
        case .ingress: .ingresses
        case .endpointSlice: .endpointSlices
        case .event: .events
        }
    }

    package var metadata: Metadata {
        switch self {
        case .pod(let pod): pod.metadata
        case .deployment(let deployment): deployment.metadata
        case .replicaSet(let replicaSet): replicaSet.metadata
        case .service(let service): service.metadata
        case .ingress(let ingress): ingress.metadata
        case .endpointSlice(let slice): slice.metadata
        case .event(let event): event.metadata
        }
    }
}

/// A step from one state of the cluster to the next.
package enum ClusterChange: Equatable, Sendable {
    /// Added or changed objects, all of one kind: a page of a list, or a watch event.
    case updated(ResourceKind, [ClusterObject])
    case deleted(ResourceKind, UID)
    /// A list is complete: objects of the kind that are not in `keeping` are gone.
    case listed(ResourceKind, keeping: Set<UID>, unreadable: [UnreadableObject])
    /// How the kind's data arrives has changed.
    case source(ResourceKind, SourceState)
}

/// An object that the API server sent and kstop could not decode.
package struct UnreadableObject: Equatable, Sendable {
    package var name: String
    /// Which field is wrong, and how.
    package var problem: String
}

/// How the data of one kind arrives.
package enum SourceState: Equatable, Sendable {
    case loading
    /// Watched: as fresh as the network.
    case live
    /// Listed again and again because watching is not allowed.
    case polled
    /// Cut off since `since`; asked again at `retryAt`.
    case failing(APIError, since: Date, retryAt: Date)
    case forbidden(String)
    /// The API server has no such kind.
    case notServed
}

/// All that is known about the namespace at one moment.
package struct Cluster: Equatable, Sendable {
    package private(set) var pods: [UID: Pod] = [:]
    package private(set) var deployments: [UID: Deployment] = [:]
    package private(set) var replicaSets: [UID: ReplicaSet] = [:]
    package private(set) var services: [UID: Service] = [:]
    package private(set) var ingresses: [UID: Ingress] = [:]
    package private(set) var endpointSlices: [UID: EndpointSlice] = [:]
    package private(set) var events: [UID: ClusterEvent] = [:]
    package private(set) var sources: [ResourceKind: SourceState] = [:]
    package private(set) var unreadable: [ResourceKind: [UnreadableObject]] = [:]

    package init() {}

    package init(_ objects: [ClusterObject]) {
        objects.forEach { insert($0) }
    }

    package func source(_ kind: ResourceKind) -> SourceState { sources[kind] ?? .loading }

    package mutating func apply(_ change: ClusterChange) {
        switch change {
        case .updated(_, let objects): objects.forEach { insert($0) }
        case .deleted(let kind, let uid): filter(kind) { $0 != uid }
        case .listed(let kind, let keeping, let unreadable):
            filter(kind, keeping.contains)
            self.unreadable[kind] = unreadable
        case .source(let kind, let state): sources[kind] = state
        }
    }

    private mutating func insert(_ object: ClusterObject) {
        switch object {
        case .pod(let pod): pods[pod.uid] = pod
        case .deployment(let deployment): deployments[deployment.uid] = deployment
        case .replicaSet(let replicaSet): replicaSets[replicaSet.uid] = replicaSet
        case .service(let service): services[service.uid] = service
        case .ingress(let ingress): ingresses[ingress.uid] = ingress
        case .endpointSlice(let slice): endpointSlices[slice.uid] = slice
        case .event(let event): events[event.uid] = event
        }
    }

    private mutating func filter(_ kind: ResourceKind, _ isKept: (UID) -> Bool) {
        switch kind {
        case .pods: pods.keep(isKept)
        case .deployments: deployments.keep(isKept)
        case .replicaSets: replicaSets.keep(isKept)
        case .services: services.keep(isKept)
        case .ingresses: ingresses.keep(isKept)
        case .endpointSlices: endpointSlices.keep(isKept)
        case .events: events.keep(isKept)
        }
    }
}

extension Dictionary {
    fileprivate mutating func keep(_ isKept: (Key) -> Bool) {
        for key in Array(keys) where !isKept(key) { self[key] = nil }
    }
}
