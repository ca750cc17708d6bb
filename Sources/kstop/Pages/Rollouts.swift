import ClusterModel
import FoundationEssentials
import TUI
import Words

/// A restart, a stop or a start that is followed to its end, as `kubectl rollout status` does.
struct FollowedRollout: Equatable, Sendable {
    enum Outcome: Equatable, Sendable {
        case succeeded, failed
    }

    enum Subject: Equatable, Sendable {
        case restart(RestartedDeployment)
        case scaling(Scaling)

        var uid: UID {
            switch self {
            case .restart(let deployment): deployment.uid
            case .scaling(let scaling): scaling.uid
            }
        }
    }

    let subject: Subject
    /// The last thing that `rollout status` would have said.
    var sentence: Phrase
    var outcome: Outcome?
    /// When it began or ended.
    var changed: Date
    /// When its line goes; nil while it is under way.
    var expires: Date?
}

extension Model {
    mutating func follow(_ deployment: RestartedDeployment) {
        follow(.restart(deployment), Phrase(verbatim: "deployment.apps/\(deployment.name) restarted"))
    }

    mutating func follow(_ scaling: Scaling) {
        follow(.scaling(scaling), Phrase(verbatim: "\(scaling.workload.kind.plural)/\(scaling.name) scaled"))
    }

    private mutating func follow(_ subject: FollowedRollout.Subject, _ sentence: Phrase) {
        rollouts.removeAll { $0.subject.uid == subject.uid }
        rollouts.append(FollowedRollout(subject: subject, sentence: sentence, changed: now))
        // Its line says more. What else was said, such as why another was not restarted, has its time.
        if toast?.isProgress == true { toast = nil }
        advanceRollouts()
    }

    /// Brings the followed restarts up to date with the cluster.
    mutating func advanceRollouts() {
        for index in rollouts.indices where rollouts[index].outcome == nil { advance(&rollouts[index]) }
        rollouts.removeAll { $0.expires.map { $0 <= now } ?? false }
        rollouts.sort { $0.changed < $1.changed }
    }

    private func advance(_ followed: inout FollowedRollout) {
        switch followed.subject {
        case .restart(let deployment): advance(&followed, deployment)
        case .scaling(let scaling): advance(&followed, scaling)
        }
    }

    private func advance(_ followed: inout FollowedRollout, _ asked: RestartedDeployment) {
        guard let deployment = cluster.deployments[asked.uid] else {
            followed.sentence = Phrase("deployment \"\(asked.name)\" is gone")
            return end(&followed, .failed)
        }
        // Until the watch has brought the restarted object, its old status says "successfully rolled out".
        guard deployment.metadata.generation > asked.generation else { return }
        let rollout = deployment.rollout
        followed.sentence = Phrase(verbatim: rollout.sentence(deployment: deployment.name))
        if rollout.isDone { end(&followed, .succeeded) }
        if rollout.isFailed { fail(&followed) }
    }

    private func advance(_ followed: inout FollowedRollout, _ scaling: Scaling) {
        guard let workload = cluster.scalable(scaling.uid) else {
            followed.sentence = Phrase("\(scaling.workload.title(scaling.name)) is gone")
            return end(&followed, .failed)
        }
        // Until the watch has brought the scaled object; or another user has scaled it again.
        guard workload.replicas == scaling.replicas, workload.isObserved else { return }
        if scaling.replicas == 0 {
            advance(&followed, stopping: workload)
        } else {
            advance(&followed, starting: workload)
        }
    }

    private func advance(_ followed: inout FollowedRollout, stopping workload: Scalable) {
        if let sentence = workload.stopping(in: cluster) {
            followed.sentence = sentence
            return
        }
        followed.sentence = Phrase("\(workload.title) has stopped")
        end(&followed, .succeeded)
    }

    private func advance(_ followed: inout FollowedRollout, starting workload: Scalable) {
        let ready: Int
        switch workload {
        case .deployment(let deployment):
            let rollout = deployment.rollout
            followed.sentence = Phrase(verbatim: rollout.sentence(deployment: deployment.name))
            if rollout.isFailed { fail(&followed) }
            guard rollout.isDone else { return }
            ready = deployment.status.readyReplicas
        case .statefulSet(let statefulSet):
            ready = statefulSet.status.readyReplicas
            let missing = statefulSet.replicas - ready
            followed.sentence = Phrase(verbatim: "Waiting for \(missing) pods to be ready...")
            guard missing <= 0 else { return }
        }
        followed.sentence = Phrase("\(workload.title) has started: \(ready) of \(workload.replicas) ready")
        end(&followed, .succeeded)
    }

    /// With the reason why its pods do not come up, which kubectl does not tell.
    private func fail(_ followed: inout FollowedRollout) {
        if let why = snapshot.application(of: followed.subject.uid)?.verdict.why {
            followed.sentence = followed.sentence + Phrase(verbatim: ": ") + why
        }
        end(&followed, .failed)
    }

    private func end(_ followed: inout FollowedRollout, _ outcome: FollowedRollout.Outcome) {
        followed.outcome = outcome
        followed.changed = now
        followed.expires = now + (outcome == .succeeded ? 8 : 60)
    }

    /// The rollout that has begun or ended last, and how many others there are.
    var rolloutLine: StyledText? {
        guard let newest = rollouts.last else { return nil }
        var line = StyledText(" ")
        switch newest.outcome {
        case nil: line += StyledText("◐ ", .progressing) + styled(newest.sentence)
        case .succeeded: line += StyledText("✓ ", .healthy) + styled(newest.sentence, .healthy)
        case .failed: line += StyledText("✗ ", .failed) + styled(newest.sentence, .failed)
        }
        let others = rollouts.count - 1
        if others > 0 { line += StyledText("   ") + styled(Phrase("and \(others) more"), .quiet) }
        return line
    }
}
