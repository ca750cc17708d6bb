import Words

/// What deployments, stateful sets, daemon sets and replica sets on their own have in common: they keep some pods running.
struct ReplicaController {
    var kind: ResourceKind
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
    var title: Phrase { kind.title(of: name) }
}

extension ReplicaController {
    init(_ deployment: Deployment) {
        kind = .deployments
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
        failure = deployment.status.conditions.replicaFailure
    }

    init(_ replicaSet: ReplicaSet) {
        kind = .replicaSets
        metadata = replicaSet.metadata
        replicas = replicaSet.replicas
        readyReplicas = replicaSet.readyReplicas
        template = PodTemplate()
        updatedReplicas = readyReplicas
        stage = readyReplicas < replicas ? .waiting : .done
        failure = replicaSet.conditions.replicaFailure
    }

    init(_ statefulSet: StatefulSet, events: [ClusterEvent]) {
        kind = .statefulSets
        metadata = statefulSet.metadata
        replicas = statefulSet.replicas
        readyReplicas = statefulSet.status.readyReplicas
        template = statefulSet.template
        let status = statefulSet.status
        updatedReplicas = status.updatedReplicas
        let rollout = statefulSet.rolloutStatus
        if metadata.generation > status.observedGeneration {
            stage = .replacing
        } else if readyReplicas < replicas {
            stage = .waiting
        } else {
            stage = rollout.stage == .waiting ? .replacing : .done
        }
        // What is only replaced when somebody deletes it is on its way nowhere.
        sentence = rollout.stage == .waiting ? rollout.sentence : nil
        if rollout.stage == .failed, stage == .waiting { sentence = Phrase(verbatim: statefulSet.unreadySentence) }
        failure = Self.failure(events)
    }

    init(_ daemonSet: DaemonSet, events: [ClusterEvent]) {
        kind = .daemonSets
        metadata = daemonSet.metadata
        let status = daemonSet.status
        replicas = status.desiredNumberScheduled
        readyReplicas = status.numberReady
        template = daemonSet.template
        updatedReplicas = status.updatedNumberScheduled
        let rollout = daemonSet.rolloutStatus
        if metadata.generation > status.observedGeneration {
            stage = .replacing
        } else if updatedReplicas < replicas, rollout.stage == .waiting {
            stage = .replacing
        } else {
            stage = status.numberAvailable < replicas ? .waiting : .done
        }
        sentence = rollout.stage == .waiting ? rollout.sentence : nil
        if rollout.stage == .failed, stage == .waiting { sentence = Phrase(verbatim: daemonSet.unavailableSentence) }
        failure = Self.failure(events)
    }

    /// Only deployments and replica sets keep the reason in a condition.
    private static func failure(_ events: [ClusterEvent]) -> String? {
        events.last { $0.reason == "FailedCreate" }?.message
    }
}

extension [Condition] {
    fileprivate var replicaFailure: String? {
        let condition = first(type: "ReplicaFailure")
        return condition?.status == "True" ? condition?.message : nil
    }
}
