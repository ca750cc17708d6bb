package import FoundationEssentials
package import Words

extension Cluster {
    /// What keeps the newest pods of a deployment or a stateful set from ever running; nil if nothing is known to do so.
    ///
    /// Only what does not mend itself: an image that cannot be pulled, a container that cannot be made, or that ends
    /// again after it has been restarted. Unready pods, volumes and full nodes are a matter of patience.
    package func rolloutTrouble(_ workload: UID, at now: Date) -> Phrase? {
        causes(workload, at: now).first(where: \.isLasting)?.clause.sentence
    }

    /// What keeps them from it now, if only for a while; nil if nothing is known to do so.
    package func rolloutDelay(_ workload: UID, at now: Date) -> Phrase? {
        causes(workload, at: now).first?.clause.sentence
    }

    private func causes(_ workload: UID, at now: Date) -> [Cause] {
        let survey = Survey(ClusterIndex(self), at: now)
        let newest = pods.values.filter { isNewest($0, of: workload) && survey.isLasting($0) }
        return newest.sorted { $0.name < $1.name }.compactMap { survey.health(of: $0).cause }
    }

    /// Whether a pod is made from the newest template.
    private func isNewest(_ pod: Pod, of workload: UID) -> Bool {
        guard let owner = pod.metadata.controller?.uid else { return false }
        if let set = statefulSets[workload] {
            let revision = pod.metadata.labels["controller-revision-hash"]
            return owner == workload && revision == set.status.updateRevision
        }
        guard let deployment = deployments[workload], let set = replicaSets[owner],
            set.metadata.controller?.uid == workload
        else { return false }
        let revision = "deployment.kubernetes.io/revision"
        return set.metadata.annotations[revision] == deployment.metadata.annotations[revision]
    }
}

extension Cause {
    fileprivate var isLasting: Bool {
        switch self {
        case .crash(let crash): crash.restarts > 0
        case .image, .volumeImage, .cannotStart, .failed: true
        case .cannotPrepare, .unschedulable, .unready, .initializing, .slow, .held, .node: false
        }
    }
}
