package import Words

/// What keeps pods running and can be restarted as `kubectl rollout restart` does.
package enum Workload: Equatable, Sendable {
    case deployment(Deployment)
    case statefulSet(StatefulSet)
    case daemonSet(DaemonSet)
}

extension Workload {
    package var object: ClusterObject {
        switch self {
        case .deployment(let deployment): .deployment(deployment)
        case .statefulSet(let set): .statefulSet(set)
        case .daemonSet(let set): .daemonSet(set)
        }
    }

    package var metadata: Metadata { object.metadata }
    package var uid: UID { metadata.uid }
    package var name: String { metadata.name }
    package var kind: ResourceKind { object.kind }

    /// "deployment web", as part of a clause.
    package var title: Phrase { kind.title(of: name) }

    /// "deployment.apps/web", as kubectl calls it.
    package var resource: String {
        switch self {
        case .deployment: "deployment.apps/\(name)"
        case .statefulSet: "statefulset.apps/\(name)"
        case .daemonSet: "daemonset.apps/\(name)"
        }
    }

    package var reference: ObjectReference {
        let kind =
            switch self {
            case .deployment: "Deployment"
            case .statefulSet: "StatefulSet"
            case .daemonSet: "DaemonSet"
            }
        return ObjectReference(kind: kind, name: name, namespace: metadata.namespace, uid: uid)
    }

    package var template: PodTemplate {
        switch self {
        case .deployment(let deployment): deployment.spec.template
        case .statefulSet(let set): set.template
        case .daemonSet(let set): set.template
        }
    }

    /// How many pods it is to keep.
    package var replicas: Int {
        switch self {
        case .deployment(let deployment): deployment.spec.replicas
        case .statefulSet(let set): set.replicas
        case .daemonSet(let set): set.status.desiredNumberScheduled
        }
    }

    package var readyReplicas: Int {
        switch self {
        case .deployment(let deployment): deployment.status.readyReplicas
        case .statefulSet(let set): set.status.readyReplicas
        case .daemonSet(let set): set.status.numberReady
        }
    }

    /// Whether the controller has seen the newest spec.
    package var isObserved: Bool {
        let observed =
            switch self {
            case .deployment(let deployment): deployment.status.observedGeneration
            case .statefulSet(let set): set.status.observedGeneration
            case .daemonSet(let set): set.status.observedGeneration
            }
        return observed >= metadata.generation
    }

    /// Whether it is what keeps a pod.
    package func owns(_ pod: Pod) -> Bool {
        guard pod.metadata.namespace == metadata.namespace else { return false }
        if case .deployment(let deployment) = self { return deployment.selects(pod) }
        return pod.metadata.controller?.uid == uid
    }

    package var rolloutStatus: RolloutStatus {
        switch self {
        case .deployment(let deployment): deployment.rolloutStatus
        case .statefulSet(let set): set.rolloutStatus
        case .daemonSet(let set): set.rolloutStatus
        }
    }
}

extension Application {
    /// What keys act on: the one named as the application, else the first; deployments before sets.
    package var mainWorkload: Workload? {
        let all = restartables
        return all.first { $0.name == name } ?? all.first
    }

    /// Deployments, then stateful sets, then daemon sets, in their order.
    package var restartables: [Workload] {
        deployments.map(Workload.deployment) + statefulSets.map(Workload.statefulSet)
            + daemonSets.map(Workload.daemonSet)
    }
}

extension Cluster {
    /// Nil if the object of that UID is gone.
    package func workload(_ uid: UID) -> Workload? {
        deployments[uid].map(Workload.deployment) ?? statefulSets[uid].map(Workload.statefulSet)
            ?? daemonSets[uid].map(Workload.daemonSet)
    }
}
