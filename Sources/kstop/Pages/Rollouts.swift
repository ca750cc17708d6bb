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
        case restart(RestartedWorkload)
        case scaling(Scaling)

        var uid: UID {
            switch self {
            case .restart(let workload): workload.object.uid
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
    mutating func follow(_ workload: RestartedWorkload) {
        follow(.restart(workload), Phrase(verbatim: "\(workload.resource) restarted"))
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
        case .restart(let workload): advance(&followed, workload)
        case .scaling(let scaling): advance(&followed, scaling)
        }
    }

    private func advance(_ followed: inout FollowedRollout, _ asked: RestartedWorkload) {
        guard let workload = cluster.workload(asked.object.uid) else {
            followed.sentence = Phrase("\(asked.title) is gone")
            return end(&followed, .failed)
        }
        // Until the watch has brought the restarted object, its old status says "successfully rolled out".
        guard workload.metadata.generation > asked.generation else { return }
        follow(workload.rolloutStatus, &followed)
    }

    private func advance(_ followed: inout FollowedRollout, _ scaling: Scaling) {
        guard let workload = cluster.workload(scaling.uid) else {
            followed.sentence = Phrase("\(scaling.workload.title(scaling.name)) is gone")
            return end(&followed, .failed)
        }
        // Until the watch has brought the scaled object; or another user has scaled it again.
        guard workload.replicas == scaling.replicas, workload.isObserved else { return }
        if scaling.replicas == 0 {
            let waiting = workload.stopping(in: cluster)
            followed.sentence = waiting ?? Phrase("\(workload.title) has stopped")
            if waiting == nil { end(&followed, .succeeded) }
        } else {
            advance(&followed, starting: workload)
        }
    }

    private func advance(_ followed: inout FollowedRollout, starting workload: Workload) {
        var status = workload.scaledStatus
        if status.stage == .done { status.sentence = workload.hasStarted }
        follow(status, &followed)
    }

    private func follow(_ status: RolloutStatus, _ followed: inout FollowedRollout) {
        followed.sentence = status.sentence
        switch status.stage {
        case .waiting: break
        case .done: end(&followed, .succeeded)
        case .failed: fail(&followed)
        }
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
