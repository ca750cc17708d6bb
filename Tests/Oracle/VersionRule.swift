@testable import ClusterModel

/// Something that newer servers print and older ones do not; kstop follows the newest.
struct VersionRule: Sendable {
    /// The minor version that surely prints it; the one before may do so as well.
    let minor: Int
    let what: String
    /// Takes from a pod what an older server does not look at.
    var forget: @Sendable (inout Pod) -> Void = { _ in }
    /// Makes an event what an older server takes it for.
    var forgetInEvent: @Sendable (inout ClusterEvent) -> Void = { _ in }
}

extension VersionRule {
    static let all = [
        VersionRule(minor: 22, what: "RESTARTS says how long ago (1.22)") { pod in
            for index in pod.status.initContainerStatuses.indices {
                pod.status.initContainerStatuses[index].lastState = .unknown
            }
            for index in pod.status.containerStatuses.indices {
                pod.status.containerStatuses[index].lastState = .unknown
            }
        },
        VersionRule(minor: 26, what: "STATUS says SchedulingGated (1.26)") { pod in
            pod.status.conditions.removeAll { $0.type == "PodScheduled" }
        },
        VersionRule(minor: 28, what: "an initialized pod counts its containers whatever its init containers do (1.28)")
        {
            $0.status.conditions.removeAll { $0.type == "Initialized" }
        },
        VersionRule(minor: 32, what: "a finished pod is not Terminating (1.32)") { pod in
            if pod.metadata.deletionTimestamp != nil, pod.isFinished { pod.status.phase = "Running" }
        },
        VersionRule(minor: 36, what: "STATUS says what failed, not that another completed (1.36)") { pod in
            let isCompleted = pod.status.containerStatuses.map { $0.state.termination?.word == "Completed" }
            guard let first = isCompleted.firstIndex(of: true) else { return }
            for index in pod.status.containerStatuses.indices.dropFirst(first + 1) {
                guard var termination = pod.status.containerStatuses[index].state.termination else { continue }
                termination.exitCode = 0
                pod.status.containerStatuses[index].state = .terminated(termination)
            }
        },
        VersionRule(
            minor: 28, what: "COUNT of a series counts its first event (1.28)", forgetInEvent: { $0.count += 1 }),
    ]

    /// The object as a server sees it that knows none of these rules.
    static func forgetting(_ rules: [VersionRule], _ object: ClusterObject) -> ClusterObject {
        switch object {
        case .pod(var pod):
            for rule in rules { rule.forget(&pod) }
            return .pod(pod)
        case .event(var event):
            for rule in rules { rule.forgetInEvent(&event) }
            return .event(event)
        default: return object
        }
    }
}

/// A column that newer servers have and older ones do not.
struct NewColumn: Sendable {
    let kind: ResourceKind
    let name: String
    /// The minor version that surely has it.
    let minor: Int

    var what: String { "\(kind.plural) have the column \(name.uppercased()) (1.\(minor))" }

    static let all = [NewColumn(kind: .jobs, name: "Status", minor: 31)]
}
