package import FoundationEssentials

extension Pod {
    /// How the pod does by its own account, as a row of pods shows it.
    package func health(at now: Date) -> Health {
        // Events would add the words of the cause, not another health.
        switch podHealth(of: self, events: [], at: now) {
        case .serving: .healthy
        case .starting, .ending: .progressing
        case .failing: .broken
        case .completed: .completed
        }
    }
}

extension Deployment {
    /// How the deployment does; `application` tells trouble from progress while not all replicas are available.
    package func health(in application: Verdict) -> Health {
        if spec.replicas == 0 { return .stopped }
        if rollout.isDone && status.availableReplicas >= spec.replicas { return .healthy }
        if rollout.isFailed { return .broken }
        let isFailing = application.health.needsAttention && status.availableReplicas < spec.replicas
        return isFailing ? .broken : .progressing
    }
}
