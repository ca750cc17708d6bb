import ClusterModel
import FoundationEssentials
import TUI
import Words

/// A restart that is followed to its end, as `kubectl rollout status` does.
struct FollowedRollout: Equatable, Sendable {
    enum Outcome: Equatable, Sendable {
        case succeeded, failed
    }

    let deployment: RestartedDeployment
    /// The last thing that `rollout status` would have said.
    var sentence: Phrase
    var outcome: Outcome?
    /// When its line goes; nil while it is under way.
    var expires: Date?
}

extension Model {
    mutating func follow(_ deployment: RestartedDeployment) {
        rollouts.removeAll { $0.deployment.uid == deployment.uid }
        rollouts.append(
            FollowedRollout(
                deployment: deployment, sentence: Phrase(verbatim: "deployment.apps/\(deployment.name) restarted")))
        toast = nil
        advanceRollouts()
    }

    /// Brings the followed restarts up to date with the cluster.
    mutating func advanceRollouts() {
        for index in rollouts.indices where rollouts[index].outcome == nil { advance(&rollouts[index]) }
        rollouts.removeAll { $0.expires.map { $0 <= now } ?? false }
    }

    private func advance(_ followed: inout FollowedRollout) {
        let asked = followed.deployment
        guard let deployment = cluster.deployments[asked.uid] else {
            followed.sentence = Phrase("deployment \"\(asked.name)\" is gone")
            return end(&followed, .failed)
        }
        // Until the watch has brought the restarted object, its old status says "successfully rolled out".
        guard deployment.metadata.generation > asked.generation else { return }
        let rollout = deployment.rollout
        followed.sentence = Phrase(verbatim: rollout.sentence(deployment: deployment.name))
        if rollout.isDone { end(&followed, .succeeded) }
        if rollout.isFailed { end(&followed, .failed) }
    }

    private func end(_ followed: inout FollowedRollout, _ outcome: FollowedRollout.Outcome) {
        followed.outcome = outcome
        followed.expires = now + (outcome == .succeeded ? 8 : 60)
    }

    /// The newest rollout, and how many others are under way.
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
