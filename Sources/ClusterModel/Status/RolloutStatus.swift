package import Words

/// What `kubectl rollout status` says of a workload.
package struct RolloutStatus: Equatable, Sendable {
    package enum Stage: Equatable, Sendable {
        case waiting, done, failed
    }

    package var stage: Stage
    package var sentence: Phrase

    /// - Parameter words: kubectl's.
    init(_ stage: Stage, _ words: String) { (self.stage, sentence) = (stage, Phrase(verbatim: words)) }

    init(_ stage: Stage, saying sentence: Phrase) { (self.stage, self.sentence) = (stage, sentence) }
}

extension Deployment {
    /// As kubectl's DeploymentStatusViewer has it, but for a paused one: kubectl would wait for a rollout that nobody
    /// has begun; here it is done when it has as many pods as it is to have.
    package var rolloutStatus: RolloutStatus {
        switch rollout {
        case .done: RolloutStatus(.done, rollout.sentence(deployment: name))
        case .deadlineExceeded: RolloutStatus(.failed, rollout.sentence(deployment: name))
        case .unobserved, .updating, .endingOld, .becomingAvailable:
            RolloutStatus(.waiting, rollout.sentence(deployment: name))
        case .paused: pausedStatus
        }
    }

    private var pausedStatus: RolloutStatus {
        if metadata.generation > status.observedGeneration {
            return RolloutStatus(.waiting, Rollout.unobserved.sentence(deployment: name))
        }
        if status.replicas > spec.replicas {
            let count = status.replicas - spec.replicas
            return RolloutStatus(.waiting, Rollout.endingOld(count: count).sentence(deployment: name))
        }
        if status.availableReplicas < spec.replicas {
            let rollout = Rollout.becomingAvailable(available: status.availableReplicas, of: spec.replicas)
            return RolloutStatus(.waiting, rollout.sentence(deployment: name))
        }
        return RolloutStatus(.done, saying: Phrase("deployment \(name) is scaled; its rollout is paused"))
    }
}

/// kubectl's words for workloads whose pods are only replaced when somebody deletes them.
private let noRollingUpdate = "rollout status is only available for RollingUpdate strategy type"

extension StatefulSet {
    /// In the order of kubectl's StatefulSetStatusViewer.
    package var rolloutStatus: RolloutStatus {
        guard strategy == "RollingUpdate" else { return RolloutStatus(.failed, noRollingUpdate) }
        if metadata.generation > status.observedGeneration {
            return RolloutStatus(.waiting, "Waiting for statefulset spec update to be observed...")
        }
        if status.readyReplicas < replicas { return RolloutStatus(.waiting, unreadySentence) }
        let updated = status.updatedReplicas
        if let partition {
            if updated < replicas - partition {
                let words = "\(updated) out of \(replicas - partition) new pods have been updated..."
                return RolloutStatus(.waiting, "Waiting for partitioned roll out to finish: \(words)")
            }
            return RolloutStatus(.done, "partitioned roll out complete: \(updated) new pods have been updated...")
        }
        if status.updateRevision != status.currentRevision {
            let words = "\(updated) pods at revision \(status.updateRevision)..."
            return RolloutStatus(.waiting, "waiting for statefulset rolling update to complete \(words)")
        }
        let words = "\(status.currentReplicas) pods at revision \(status.currentRevision)..."
        return RolloutStatus(.done, "statefulset rolling update complete \(words)")
    }

    /// How far it has come after it was scaled, whatever becomes of its template.
    package var startStatus: RolloutStatus {
        RolloutStatus(status.readyReplicas < replicas ? .waiting : .done, unreadySentence)
    }

    var unreadySentence: String { "Waiting for \(replicas - status.readyReplicas) pods to be ready..." }
}

extension DaemonSet {
    /// In the order of kubectl's DaemonSetStatusViewer.
    package var rolloutStatus: RolloutStatus {
        guard strategy == "RollingUpdate" else { return RolloutStatus(.failed, noRollingUpdate) }
        if metadata.generation > status.observedGeneration {
            return RolloutStatus(.waiting, "Waiting for daemon set spec update to be observed...")
        }
        let desired = status.desiredNumberScheduled
        if status.updatedNumberScheduled < desired {
            let words = "\(status.updatedNumberScheduled) out of \(desired) new pods have been updated..."
            return RolloutStatus(.waiting, "\(waiting) \(words)")
        }
        if status.numberAvailable < desired { return RolloutStatus(.waiting, unavailableSentence) }
        return RolloutStatus(.done, "daemon set \"\(name)\" successfully rolled out")
    }

    var unavailableSentence: String {
        "\(waiting) \(status.numberAvailable) of \(status.desiredNumberScheduled) updated pods are available..."
    }

    private var waiting: String { "Waiting for daemon set \"\(name)\" rollout to finish:" }
}
