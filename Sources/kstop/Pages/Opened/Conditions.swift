import ClusterModel
import TUI
import Words

extension Writer {
    /// The conditions of an object as a table, those that are not as they should be standing out.
    func conditions(_ conditions: [Condition]) -> Section {
        section(
            Phrase("Conditions"), titles: ["TYPE", "STATUS", "SINCE", "REASON", "MESSAGE"],
            conditions.map { condition in
                let role: Role = condition.isTrouble ? .warning : .quiet
                let since = condition.lastTransitionTime.map { ClusterModel.age(since: $0, at: model.now) } ?? ""
                return [
                    StyledText(condition.type, role), StyledText(condition.status, role), StyledText(since, .quiet),
                    StyledText(condition.reason, condition.isTrouble ? .text : .quiet),
                    StyledText(condition.status == "True" ? "" : condition.message),
                ]
            })
    }
}

extension Condition {
    /// Whether it says that something is not well: most are about what should be, some about what should not.
    fileprivate var isTrouble: Bool {
        // A pod that has run to its end is not ready, and need not be.
        if reason == "PodCompleted" { return false }
        let isUnwanted = ["ReplicaFailure", "DisruptionTarget", "Failed", "FailureTarget"].contains(type)
        return status != (isUnwanted ? "False" : "True")
    }
}
