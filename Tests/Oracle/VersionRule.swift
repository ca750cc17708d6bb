@testable import ClusterModel

/// Something that newer servers print and older ones do not; kstop follows the newest.
struct VersionRule: Sendable {
    /// The minor version that surely prints it; the one before may do so as well.
    let minor: Int
    let what: String
    /// Takes from a pod what an older server does not look at.
    let forget: @Sendable (inout Pod) -> Void
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
    ]

    /// The object as a server sees it that knows none of these rules.
    static func forgetting(_ rules: [VersionRule], _ object: ClusterObject) -> ClusterObject {
        guard case .pod(var pod) = object else { return object }
        for rule in rules { rule.forget(&pod) }
        return .pod(pod)
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
