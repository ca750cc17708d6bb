/// The one pod that is meant where an application is named and a single pod is needed.
extension Application {
    /// Of the main workload the liveliest pod; nil if that workload has none.
    package var mainPod: Pod? {
        guard let main = mainWorkload else { return pods.liveliest }
        return pods.filter(main.owns).liveliest
    }

    /// The main pod, else the liveliest of all.
    package var shownPod: Pod? { mainPod ?? pods.liveliest }
}

extension Deployment {
    /// Whether its selector takes in a pod of its namespace.
    package func selects(_ pod: Pod) -> Bool {
        !spec.selector.isEmpty && spec.selector.matches(pod.metadata.labels)
    }
}

extension Sequence<Pod> {
    /// The first of those with the most life in them: one that stays, one that ends, one that has run to its end, and
    /// last of all one that was put out, as by an eviction, and has no log any more.
    package var liveliest: Pod? {
        self.min { $0.lifelessness < $1.lifelessness }
    }
}

extension Pod {
    fileprivate var lifelessness: Int {
        if !isFinished { return metadata.deletionTimestamp == nil ? 0 : 1 }
        return status.phase == "Failed" && !status.reason.isEmpty ? 3 : 2
    }
}
