import FoundationEssentials
import Synchronization

@testable import ClusterModel

/// 23 November 2026, 14:00:00 UTC.
let demoStart = Date(timeIntervalSince1970: 1_795_442_400)

extension DemoClock {
    /// A clock that never makes anyone wait until `limit`, and stands still then.
    static func hurrying(to limit: TimeInterval) -> DemoClock {
        let time = TimeBox()
        let now: @Sendable () -> Date = { time.value.withLock { $0 } }
        return DemoClock(now: now) { moment in
            guard moment <= demoStart + limit else { return await untilCancelled() }
            time.value.withLock { $0 = max($0, moment) }
        }
    }

    private static func untilCancelled() async {
        for await _ in AsyncStream<Never>.makeStream().stream {}
    }
}

/// A class since the clock's closures share it.
private final class TimeBox: Sendable {
    let value = Mutex(demoStart)
}

extension DemoCluster {
    func deployment(_ name: String) -> Deployment? { cluster.deployments.values.first { $0.name == name } }

    /// Newest first.
    func pods(of name: String) -> [Pod] {
        cluster.pods.values
            .filter { $0.spec.containers.first?.name == name }
            .sorted { $0.metadata.creationTimestamp ?? demoStart > $1.metadata.creationTimestamp ?? demoStart }
    }

    mutating func restart(_ name: String) throws {
        let deployment = deployment(name)
        let reference = ObjectReference(
            kind: "Deployment", name: name, namespace: "kubeseed", uid: deployment?.uid ?? "none")
        try restart(reference, stamp: "at \(now.timeIntervalSince1970)")
    }

    /// Lets `seconds` pass and says what deployment `name` looked like on the way.
    mutating func statuses(of name: String, for seconds: TimeInterval) -> [Deployment] {
        advance(to: now + seconds).flatMap { change -> [Deployment] in
            guard case .updated(.deployments, let objects) = change else { return [] }
            return objects.compactMap { object in
                guard case .deployment(let deployment) = object, deployment.name == name else { return nil }
                return deployment
            }
        }
    }
}

extension Pod {
    var waitingReason: String? {
        guard case .waiting(let reason, _) = status.containerStatuses.first?.state else { return nil }
        return reason
    }
}

extension Deployment {
    /// The stage of a rollout by the rules of `rollout status`, in a word.
    var stage: String {
        if metadata.generation > status.observedGeneration { return "unobserved" }
        if status.conditions.first(type: "Progressing")?.reason == "ProgressDeadlineExceeded" { return "exceeded" }
        if status.updatedReplicas < spec.replicas { return "updating" }
        if status.replicas > status.updatedReplicas { return "terminating" }
        return status.availableReplicas < status.updatedReplicas ? "unavailable" : "done"
    }
}
