import Words

extension StatefulSet {
    /// The sentence that `kubectl rollout status` prints, and whether it is its last.
    package var rollout: (sentence: String, isDone: Bool) {
        if let sentence = ReplicaController(self, events: []).sentence { return (sentence.english, false) }
        let revision = status.updateRevision
        return ("statefulset rolling update complete \(replicas) pods at revision \(revision)...", true)
    }
}
