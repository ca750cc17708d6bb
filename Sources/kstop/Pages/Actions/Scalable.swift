import ClusterModel
import TUI
import Words

/// A workload that can be stopped and started.
enum Scalable: Equatable, Sendable {
    case deployment(Deployment)
    case statefulSet(StatefulSet)

    var metadata: Metadata {
        switch self {
        case .deployment(let deployment): deployment.metadata
        case .statefulSet(let statefulSet): statefulSet.metadata
        }
    }

    var replicas: Int {
        switch self {
        case .deployment(let deployment): deployment.spec.replicas
        case .statefulSet(let statefulSet): statefulSet.replicas
        }
    }

    /// Whether the controller has seen the newest spec.
    var isObserved: Bool {
        switch self {
        case .deployment(let deployment): deployment.status.observedGeneration >= metadata.generation
        case .statefulSet(let statefulSet): statefulSet.status.observedGeneration >= metadata.generation
        }
    }

    var workload: Scaling.Workload {
        switch self {
        case .deployment: .deployment
        case .statefulSet: .statefulSet
        }
    }

    /// How many pods the controller counted last, without those that end; of a stateful set, those that serve.
    private var countedReplicas: Int {
        switch self {
        case .deployment(let deployment): deployment.status.replicas
        case .statefulSet(let statefulSet): statefulSet.status.readyReplicas
        }
    }

    var name: String { metadata.name }
    /// "deployment web", as part of a clause.
    var title: Phrase { workload.title(name) }
    /// How many pods a start brings: as many as there were when kstop stopped it.
    var replicasToStart: Int { metadata.rememberedReplicas ?? 1 }

    func owns(_ pod: Pod) -> Bool {
        guard pod.metadata.namespace == metadata.namespace else { return false }
        switch self {
        case .deployment(let deployment): return deployment.selects(pod)
        case .statefulSet(let statefulSet): return pod.metadata.controller?.uid == statefulSet.uid
        }
    }

    /// What a stop still waits for; nil when no pod is left.
    func stopping(in cluster: Cluster) -> Phrase? {
        let count = max(countedReplicas, cluster.pods.values.count(where: owns))
        guard count > 0 else { return nil }
        return Phrase(
            count: count, one: "\(title) stops: \(count) pod still ends",
            other: "\(title) stops: \(count) pods still end")
    }

    func scaling(to replicas: Int, remembering remembered: Int? = nil) -> Scaling {
        Scaling(
            workload, name: name, namespace: metadata.namespace, uid: metadata.uid, replicas: replicas,
            remembered: remembered)
    }
}

extension Scalable {
    func facts(_ model: Model) -> [StyledText] {
        [
            model.styled(title, .strong, bold: true) + StyledText("  ")
                + model.styled(Phrase("in \(metadata.namespace)"), .quiet)
        ]
    }

    var stopConsequences: [Phrase] {
        let replicas = replicas
        return [
            Phrase(count: replicas, one: "Its pod ends.", other: "Its \(replicas) pods end."),
            Phrase("It stays stopped, also over a reboot, until it is started again."),
        ]
    }

    var startConsequences: [Phrase] {
        let replicas = replicasToStart
        return [
            metadata.rememberedReplicas == nil
                ? Phrase("One pod starts.")
                : Phrase(
                    count: replicas, one: "\(replicas) pod starts, as before the stop.",
                    other: "\(replicas) pods start, as before the stop.")
        ]
    }
}

extension Cluster {
    /// Nil if the object of that UID is gone.
    func scalable(_ uid: UID) -> Scalable? {
        deployments[uid].map(Scalable.deployment) ?? statefulSets[uid].map(Scalable.statefulSet)
    }
}
