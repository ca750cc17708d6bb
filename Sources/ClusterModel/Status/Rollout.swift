/// How far a deployment has come on its way to what its spec asks for, as `kubectl rollout status` sees it.
package enum Rollout: Equatable, Sendable {
    /// Nothing is rolled out until someone resumes it; `kubectl rollout status` ignores this.
    case paused
    /// The controller has not yet seen the newest spec.
    case unobserved
    case deadlineExceeded
    case updating(updated: Int, of: Int)
    case endingOld(count: Int)
    case becomingAvailable(available: Int, of: Int)
    case done

    package var isDone: Bool { self == .done }

    package var isFailed: Bool { self == .deadlineExceeded }
}

extension Rollout {
    /// The sentence that `kubectl rollout status` prints.
    package func sentence(deployment name: String) -> String {
        let waiting = "Waiting for deployment \"\(name)\" rollout to finish:"
        return switch self {
        case .paused: "deployment \"\(name)\" is paused"
        case .unobserved: "Waiting for deployment spec update to be observed..."
        case .deadlineExceeded: "deployment \"\(name)\" exceeded its progress deadline"
        case .updating(let updated, let replicas):
            "\(waiting) \(updated) out of \(replicas) new replicas have been updated..."
        case .endingOld(let count): "\(waiting) \(count) old replicas are pending termination..."
        case .becomingAvailable(let available, let updated):
            "\(waiting) \(available) of \(updated) updated replicas are available..."
        case .done: "deployment \"\(name)\" successfully rolled out"
        }
    }
}

extension Deployment {
    /// In the order of kubectl's DeploymentStatusViewer, after a look at `spec.paused`.
    package var rollout: Rollout {
        if spec.isPaused { return .paused }
        if metadata.generation > status.observedGeneration { return .unobserved }
        if hasExceededDeadline { return .deadlineExceeded }
        if status.updatedReplicas < spec.replicas {
            return .updating(updated: status.updatedReplicas, of: spec.replicas)
        }
        if status.replicas > status.updatedReplicas {
            return .endingOld(count: status.replicas - status.updatedReplicas)
        }
        if status.availableReplicas < status.updatedReplicas {
            return .becomingAvailable(available: status.availableReplicas, of: status.updatedReplicas)
        }
        return .done
    }

    private var hasExceededDeadline: Bool {
        status.conditions.first(type: "Progressing")?.reason == "ProgressDeadlineExceeded"
    }
}
