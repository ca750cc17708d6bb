import Words

/// What deployments, stateful sets and daemon sets have in common: they keep some pods running.
struct ReplicaController {
    enum Kind {
        case deployment, statefulSet, daemonSet
    }

    var kind: Kind
    var metadata: Metadata
    var replicas: Int
    var readyReplicas: Int
    var template: PodTemplate
    /// How far the newest template has come.
    var updatedReplicas: Int
    var stage: Stage
    /// `kubectl rollout status`' sentence; nil when there is nothing to wait for.
    var sentence: Phrase?
    /// Why no more pods can be made; nil if they can.
    var failure: String?

    enum Stage {
        case done
        /// Old pods are being replaced by new ones.
        case replacing
        /// The new pods are not yet available, or the rollout is paused.
        case waiting
        case deadlineExceeded
    }

    var uid: UID { metadata.uid }
    var name: String { metadata.name }
    /// "deployment web", as part of a clause.
    var title: Phrase {
        switch kind {
        case .deployment: Phrase("deployment \(name)")
        case .statefulSet: Phrase("stateful set \(name)")
        case .daemonSet: Phrase("daemon set \(name)")
        }
    }
}

extension ReplicaController {
    init(_ deployment: Deployment) {
        kind = .deployment
        metadata = deployment.metadata
        replicas = deployment.spec.replicas
        readyReplicas = deployment.status.readyReplicas
        template = deployment.spec.template
        let rollout = deployment.rollout
        updatedReplicas = rollout == .unobserved ? 0 : deployment.status.updatedReplicas
        stage =
            switch rollout {
            case .done, .paused: .done
            case .unobserved, .updating, .endingOld: .replacing
            case .becomingAvailable: .waiting
            case .deadlineExceeded: .deadlineExceeded
            }
        sentence = rollout == .done ? nil : Phrase(verbatim: rollout.sentence(deployment: deployment.name)).sentence
        let condition = deployment.status.conditions.first(type: "ReplicaFailure")
        failure = condition?.status == "True" ? condition?.message : nil
    }

    init(_ statefulSet: StatefulSet, events: [ClusterEvent]) {
        kind = .statefulSet
        metadata = statefulSet.metadata
        replicas = statefulSet.replicas
        readyReplicas = statefulSet.status.readyReplicas
        template = statefulSet.template
        let status = statefulSet.status
        updatedReplicas = status.updatedReplicas
        stage = .done
        var words: String?
        if metadata.generation > status.observedGeneration {
            (stage, words) = (.replacing, "Waiting for statefulset spec update to be observed...")
        } else if status.readyReplicas < replicas {
            let missing = replicas - status.readyReplicas
            (stage, words) = (.waiting, "Waiting for \(missing) pods to be ready...")
        } else if status.updateRevision != status.currentRevision {
            (stage, words) = (
                .replacing,
                "Waiting for statefulset rolling update to complete \(updatedReplicas) pods at revision "
                    + "\(status.updateRevision)..."
            )
        }
        sentence = words.map(Phrase.init(verbatim:))
        failure = Self.failure(events)
    }

    init(_ daemonSet: DaemonSet, events: [ClusterEvent]) {
        kind = .daemonSet
        metadata = daemonSet.metadata
        let status = daemonSet.status
        replicas = status.desiredNumberScheduled
        readyReplicas = status.numberReady
        template = daemonSet.template
        updatedReplicas = status.updatedNumberScheduled
        let waiting = "Waiting for daemon set \"\(daemonSet.name)\""
        stage = .done
        var words: String?
        if metadata.generation > status.observedGeneration {
            (stage, words) = (.replacing, "\(waiting) spec update to be observed...")
        } else if updatedReplicas < replicas {
            let count = "\(updatedReplicas) out of \(replicas) new pods have been updated..."
            (stage, words) = (.replacing, "\(waiting) rollout to finish: \(count)")
        } else if status.numberAvailable < replicas {
            let count = "\(status.numberAvailable) of \(replicas) updated pods are available..."
            (stage, words) = (.waiting, "\(waiting) rollout to finish: \(count)")
        }
        sentence = words.map(Phrase.init(verbatim:))
        failure = Self.failure(events)
    }

    /// Only deployments keep the reason in a condition.
    private static func failure(_ events: [ClusterEvent]) -> String? {
        events.last { $0.reason == "FailedCreate" }?.message
    }
}
