import ClusterModel
import FoundationEssentials

/// A pod as far as its logs matter.
struct LogPod: Hashable, Sendable {
    var uid: UID
    var name: String
    var namespace: String
    /// Names the same workload as that of the pods that replace it; empty for a pod that nothing replaces.
    var workload: String
    /// Which of the workload's revisions it is of; empty where there are none.
    var revision: String
    /// The one that kubectl logs would choose first, then in the order of the spec, init and ephemeral containers last.
    var containers: [String]
    /// Whether it will write no more.
    var isOver: Bool
    /// Seconds since 1970.
    var created: Double

    init(_ pod: Pod) {
        uid = pod.uid
        name = pod.name
        namespace = pod.metadata.namespace
        let owner = pod.metadata.controller
        revision = pod.metadata.labels["pod-template-hash"] ?? ""
        // A replica set is one revision of a deployment, named after both.
        let suffix = "-\(revision)"
        let ownerName = owner?.name ?? ""
        let isRevision = owner?.kind == "ReplicaSet" && ownerName.hasSuffix(suffix)
        let lasting = isRevision ? String(ownerName.dropLast(suffix.count)) : ownerName
        workload = owner.map { "\($0.kind)/\(lasting)" } ?? ""
        let names = pod.spec.containers.map(\.name)
        let chosen = pod.defaultContainer
        let others =
            names.filter { $0 != chosen } + (pod.spec.initContainers + pod.spec.ephemeralContainers).map(\.name)
        containers = (chosen.map { [$0] } ?? []) + others
        isOver = pod.isOver
        created = pod.metadata.creationTimestamp?.timeIntervalSince1970 ?? 0
    }

    /// Whether this pod can stand for the other one, which is gone or going.
    func replaces(_ other: LogPod) -> Bool {
        guard uid != other.uid, namespace == other.namespace else { return false }
        return workload == other.workload && (!workload.isEmpty || name == other.name)
    }
}

extension Pod {
    /// The container that kubectl logs would choose: the annotated one, else the first.
    var defaultContainer: String? {
        let names = spec.containers.map(\.name)
        let annotated = metadata.annotations["kubectl.kubernetes.io/default-container"]
        return annotated.flatMap { names.contains($0) ? $0 : nil } ?? names.first
    }

    fileprivate var isOver: Bool {
        if ["Succeeded", "Failed"].contains(status.phase) { return true }
        guard metadata.deletionTimestamp != nil else { return false }
        return !status.containerStatuses.contains { $0.state.isRunning }
    }
}
