import FoundationEssentials
import Words

/// A cluster, ready to be followed, and how each of its pods does at one moment.
struct Survey {
    var index: ClusterIndex
    private(set) var now: Date
    private var podHealths: [UID: PodHealth]

    init(_ index: ClusterIndex, at now: Date) {
        self.index = index
        self.now = now
        podHealths = index.cluster.pods.mapValues { pod in
            podHealth(
                of: pod, events: index.events[pod.uid] ?? [], node: index.nodeTroubles.trouble(of: pod), at: now)
        }
    }

    /// Goes on with a cluster that is found through the same index.
    mutating func take(_ cluster: Cluster, at now: Date) {
        index.cluster = cluster
        self.now = now
    }

    mutating func forgetCluster() { index.cluster = Cluster() }

    /// Looks at a pod again; nil if the object is none.
    mutating func examine(_ uid: UID) -> Pod? {
        guard let pod = index.cluster.pods[uid] else { return nil }
        podHealths[uid] = podHealth(
            of: pod, events: index.events[uid] ?? [], node: index.nodeTroubles.trouble(of: pod), at: now)
        return pod
    }

    func health(of pod: Pod) -> PodHealth { podHealths[pod.uid] ?? .starting }

    /// Whether a pod is neither at its end nor being deleted.
    func isLasting(_ pod: Pod) -> Bool {
        switch health(of: pod) {
        case .serving, .starting, .failing: !pod.isFinished
        case .ending, .completed: false
        }
    }
}

/// Whether what kstop has of a kind is all there is.
enum Reading: Equatable {
    case complete
    case loading
    /// Why not.
    case unreadable(Phrase)

    /// For the detail of a link; empty if complete.
    func text(_ kind: ResourceKind) -> Phrase {
        switch self {
        case .complete: .nothing
        case .loading: Phrase("unknown: \(kind.plural) are still being read")
        case .unreadable(let reason): Phrase("unknown: \(reason)")
        }
    }
}

extension Cluster {
    func reading(_ kind: ResourceKind) -> Reading {
        // A cluster made from objects alone says nothing about sources.
        if sources.isEmpty { return .complete }
        switch source(kind) {
        case .live, .polled: return .complete
        case .loading: return .loading
        case .forbidden(let message): return .unreadable(Phrase(verbatim: message))
        case .notServed: return .unreadable(Phrase("the API server has no \(kind.plural)"))
        case .failing(let error, _, _): return hasRead(kind) ? .complete : .unreadable(error.text)
        }
    }
}

extension Survey {
    func reading(_ kind: ResourceKind) -> Reading { index.cluster.reading(kind) }
}
