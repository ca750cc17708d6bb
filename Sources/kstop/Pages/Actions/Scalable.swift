import ClusterModel
import TUI
import Words

// How workloads are stopped and started.
extension Workload {
    /// Nil for daemon sets, of which the nodes decide how many pods there are.
    var scalingWorkload: Scaling.Workload? {
        switch self {
        case .deployment: .deployment
        case .statefulSet: .statefulSet
        case .daemonSet: nil
        }
    }

    /// How many pods the controller counted last, without those that end; of a set, those that serve.
    private var countedReplicas: Int {
        if case .deployment(let deployment) = self { deployment.status.replicas } else { readyReplicas }
    }

    /// How many pods a start brings: as many as there were when kstop stopped it.
    var replicasToStart: Int { metadata.rememberedReplicas ?? 1 }

    /// What a stop still waits for; nil when no pod is left.
    func stopping(in cluster: Cluster) -> Phrase? {
        let count = max(countedReplicas, cluster.pods.values.count(where: owns))
        guard count > 0 else { return nil }
        return Phrase(
            count: count, one: "\(title) stops: \(count) pod still ends",
            other: "\(title) stops: \(count) pods still end")
    }

    var hasStarted: Phrase { Phrase("\(title) has started: \(readyReplicas) of \(replicas) ready") }

    /// How far it has come after it was scaled: what is not replaced by itself is scaled all the same.
    var scaledStatus: RolloutStatus {
        if case .statefulSet(let set) = self, set.strategy == "OnDelete" { set.startStatus } else { rolloutStatus }
    }

    /// Nil for what cannot be scaled.
    func scaling(to replicas: Int, remembering remembered: Int? = nil) -> Scaling? {
        scalingWorkload.map { workload in
            Scaling(
                workload, name: name, namespace: metadata.namespace, uid: uid, replicas: replicas,
                remembered: remembered)
        }
    }
}

extension Workload {
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
