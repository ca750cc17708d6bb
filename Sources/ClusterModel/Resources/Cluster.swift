package import FoundationEssentials
package import Words

/// A step from one state of the cluster to the next.
package enum ClusterChange: Equatable, Sendable {
    /// Added or changed objects, all of one kind: a page of a list, or a watch event.
    case updated(ResourceKind, [ClusterObject])
    case deleted(ResourceKind, UID)
    /// A list is complete: objects of the kind that are not in `keeping` are gone.
    case listed(ResourceKind, keeping: Set<UID>, unreadable: [UnreadableObject])
    /// An object has changed into something that cannot be decoded; what was last read of it stays.
    case unreadable(ResourceKind, UnreadableObject)
    /// How the kind's data arrives has changed.
    case source(ResourceKind, SourceState)
    /// Something that is not watched has been found out.
    case found(Inquiry, Answer)
}

/// An object that the API server sent and kstop could not decode.
package struct UnreadableObject: Equatable, Sendable {
    /// Empty if not even that can be read.
    package var name: String
    /// Which field is wrong, and how.
    package var problem: Phrase
    /// Empty if not even that can be read.
    package var uid: UID = ""

    package var title: Phrase { name.isEmpty ? Phrase("(without a name)") : Phrase(verbatim: name) }
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
    package fileprivate(set) var pods: [UID: Pod] = [:]
    package fileprivate(set) var deployments: [UID: Deployment] = [:]
    package fileprivate(set) var replicaSets: [UID: ReplicaSet] = [:]
    package fileprivate(set) var statefulSets: [UID: StatefulSet] = [:]
    package fileprivate(set) var daemonSets: [UID: DaemonSet] = [:]
    package fileprivate(set) var jobs: [UID: Job] = [:]
    package fileprivate(set) var cronJobs: [UID: CronJob] = [:]
    package fileprivate(set) var services: [UID: Service] = [:]
    package fileprivate(set) var ingresses: [UID: Ingress] = [:]
    package fileprivate(set) var endpointSlices: [UID: EndpointSlice] = [:]
    package fileprivate(set) var networkPolicies: [UID: NetworkPolicy] = [:]
    package fileprivate(set) var certificates: [UID: Certificate] = [:]
    package fileprivate(set) var middlewares: [UID: Middleware] = [:]
    package fileprivate(set) var containoMiddlewares: [UID: ContainoMiddleware] = [:]
    package fileprivate(set) var events: [UID: ClusterEvent] = [:]
    package fileprivate(set) var nodes: [UID: Node] = [:]
    package private(set) var sources: [ResourceKind: SourceState] = [:]
    /// What is known of that which is not watched.
    package private(set) var answers: [Inquiry: Answer] = [:]
    package private(set) var unreadable: [ResourceKind: [UnreadableObject]] = [:]
    /// Kinds of which all objects have been read at some time: none of them is then an answer, too.
    private var listedKinds: Set<ResourceKind> = []

    package init() {}

    package init(_ objects: [ClusterObject]) {
        objects.forEach { $0.resource.insert(into: &self) }
    }

    package func source(_ kind: ResourceKind) -> SourceState { sources[kind] ?? .loading }

    package mutating func apply(_ change: ClusterChange) {
        switch change {
        case .updated(let kind, let objects):
            objects.forEach { $0.resource.insert(into: &self) }
            if unreadable[kind] != nil { forgetUnreadable(kind, Set(objects.map(\.metadata.uid))) }
        case .deleted(let kind, let uid):
            kind.type.filter(&self) { $0 != uid }
            forgetUnreadable(kind, [uid])
        case .listed(let kind, let keeping, let unreadable):
            kind.type.filter(&self, keeping.contains)
            listedKinds.insert(kind)
            self.unreadable[kind] = unreadable.isEmpty ? nil : unreadable
        case .unreadable(let kind, let object):
            forgetUnreadable(kind, [object.uid])
            unreadable[kind, default: []].append(object)
        case .found(let inquiry, let answer): answers[inquiry] = answer
        case .source(let kind, let state):
            sources[kind] = state
            switch state {
            // What may not be seen any more would stay on the screen as it last was.
            case .forbidden, .notServed: forget(kind)
            case .loading, .live, .polled, .failing: break
            }
        }
    }

    /// Nil if there is no such object.
    func object(_ kind: ResourceKind, _ uid: UID) -> ClusterObject? { kind.type.object(uid, in: self) }

    /// Whether a kind has been read as a whole, or something of it.
    package func hasRead(_ kind: ResourceKind) -> Bool { listedKinds.contains(kind) || kind.type.count(in: self) > 0 }

    private mutating func forget(_ kind: ResourceKind) {
        kind.type.filter(&self) { _ in false }
        listedKinds.remove(kind)
        unreadable[kind] = nil
    }

    /// The clock was set by so many seconds: moments that are told against it move along.
    package mutating func moveMoments(by seconds: Double) {
        for (kind, state) in sources {
            guard case .failing(let error, let since, let retryAt) = state else { continue }
            sources[kind] = .failing(error, since: since + seconds, retryAt: retryAt + seconds)
        }
    }

    private mutating func forgetUnreadable(_ kind: ResourceKind, _ uids: Set<UID>) {
        guard let known = unreadable[kind] else { return }
        let rest = known.filter { !uids.contains($0.uid) }
        unreadable[kind] = rest.isEmpty ? nil : rest
    }
}

extension Resource {
    fileprivate func insert(into cluster: inout Cluster) { cluster[keyPath: Self.place][uid] = self }

    fileprivate static func filter(_ cluster: inout Cluster, _ isKept: (UID) -> Bool) {
        for uid in cluster[keyPath: place].keys where !isKept(uid) { cluster[keyPath: place][uid] = nil }
    }

    fileprivate static func object(_ uid: UID, in cluster: Cluster) -> ClusterObject? {
        cluster[keyPath: place][uid].map(wrap)
    }

    fileprivate static func count(in cluster: Cluster) -> Int { cluster[keyPath: place].count }

    /// In no order.
    static func objects(in cluster: Cluster) -> [ClusterObject] { cluster[keyPath: place].values.map(wrap) }
}

extension Pod {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.pods }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .pod($0) }
}

extension Deployment {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.deployments }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .deployment($0) }
}

extension ReplicaSet {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.replicaSets }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .replicaSet($0) }
}

extension StatefulSet {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.statefulSets }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .statefulSet($0) }
}

extension DaemonSet {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.daemonSets }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .daemonSet($0) }
}

extension Job {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.jobs }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .job($0) }
}

extension CronJob {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.cronJobs }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .cronJob($0) }
}

extension Service {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.services }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .service($0) }
}

extension Ingress {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.ingresses }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .ingress($0) }
}

extension EndpointSlice {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.endpointSlices }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .endpointSlice($0) }
}

extension NetworkPolicy {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.networkPolicies }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .networkPolicy($0) }
}

extension Certificate {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.certificates }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .certificate($0) }
}

extension Middleware {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.middlewares }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .middleware($0) }
}

extension ContainoMiddleware {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.containoMiddlewares }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .containoMiddleware($0) }
}

extension ClusterEvent {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.events }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .event($0) }
}

extension Node {
    package static var place: WritableKeyPath<Cluster, [UID: Self]> { \.nodes }
    package static let wrap: @Sendable (Self) -> ClusterObject = { .node($0) }
}
