/// What has happened to a cluster's objects since somebody last looked.
package struct ClusterChanges: Equatable, Sendable {
    /// An object as it was; nil for one that was not there.
    package struct Object: Equatable, Sendable {
        var kind: ResourceKind
        var uid: UID
        var before: ClusterObject?
    }

    private struct Key: Hashable { var kind: ResourceKind, uid: UID }

    /// Whether so much has happened that everything has to be looked at.
    package private(set) var areTotal = false
    private var known: Set<Key> = []
    /// Each once.
    package private(set) var objects: [Object] = []

    package init() {}

    package static var total: ClusterChanges {
        var changes = ClusterChanges()
        changes.areTotal = true
        return changes
    }

    package var isEmpty: Bool { !areTotal && objects.isEmpty }

    package var uids: [UID] { objects.map(\.uid) }

    /// To be called before the change is applied.
    package mutating func note(_ change: ClusterChange, to cluster: Cluster) {
        guard !areTotal else { return }
        switch change {
        case .updated(let kind, let objects): objects.forEach { note(kind, $0.metadata.uid, cluster) }
        case .deleted(let kind, let uid): note(kind, uid, cluster)
        case .listed: self = .total
        case .source(let kind, let state): if state != cluster.source(kind) { self = .total }
        case .found(let inquiry, let answer):
            let before = cluster.answers[inquiry]
            if before != answer, before?.isTelling ?? false || answer.isTelling { self = .total }
        // What was last read of it stays.
        case .unreadable: break
        }
    }

    private mutating func note(_ kind: ResourceKind, _ uid: UID, _ cluster: Cluster) {
        guard known.insert(Key(kind: kind, uid: uid)).inserted else { return }
        objects.append(Object(kind: kind, uid: uid, before: cluster.object(kind, uid)))
    }
}
