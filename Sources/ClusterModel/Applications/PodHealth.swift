import FoundationEssentials

/// How a pod does.
enum PodHealth: Equatable, Sendable {
    case serving
    /// On its way, and not for suspiciously long.
    case starting
    case failing(Cause)
    /// Deleted, or left behind by a controller that has replaced it.
    case ending
    case completed

    var cause: Cause? {
        if case .failing(let cause) = self { cause } else { nil }
    }
}

/// Seconds that a start may take; the default of a deployment's `progressDeadlineSeconds`.
let startTime = 600.0

/// The health of a pod. Order of precedence: its end, its place on a node, its containers in the order of their
/// start, what it waits for, and last how long it has been waiting.
func podHealth(of pod: Pod, events: [ClusterEvent], at now: Date) -> PodHealth {
    if let end = end(of: pod) { return end }
    let scheduled = pod.status.conditions.first(type: "PodScheduled")
    if let scheduled, scheduled.status == "False", scheduled.reason == "Unschedulable" {
        return .failing(.unschedulable(pod: pod.name, problem: firstSentence(scheduled.message)))
    }
    for (container, status) in pod.startedContainers {
        if let cause = cause(container, status, of: pod, events: events, at: now) { return .failing(cause) }
    }
    let summary = pod.summary
    if summary.ready == summary.total, summary.total > 0, pod.isReady { return .serving }
    let age = pod.metadata.creationTimestamp.map { now.timeIntervalSince($0) } ?? 0
    if age > preparationTime, let problem = preparationProblem(pod, events) {
        return .failing(.cannotPrepare(pod: pod.name, problem: problem))
    }
    let isOverdue = now.timeIntervalSince(pod.lastStart ?? now) > startTime
    return isOverdue ? .failing(.slow(pod: pod.name, status: summary.status)) : .starting
}

/// Seconds after which a volume that cannot be mounted is trouble; before, mounts fail and succeed when tried again.
private let preparationTime = 60.0

private func end(of pod: Pod) -> PodHealth? {
    if pod.metadata.deletionTimestamp != nil { return .ending }
    if pod.status.phase == "Succeeded" { return .completed }
    guard pod.status.phase == "Failed" else { return nil }
    // Replica sets replace failed pods and leave them for the garbage collector.
    if pod.metadata.controller?.kind == "ReplicaSet" { return .ending }
    if let cause = failure(of: pod) { return .failing(cause) }
    return .failing(
        .failed(pod: pod.name, problem: pod.status.message.isEmpty ? pod.status.reason : pod.status.message))
}

private func failure(of pod: Pod) -> Cause? {
    guard pod.status.reason.isEmpty else { return nil }
    let failed = pod.status.containerStatuses.first { ($0.state.termination?.exitCode ?? 0) != 0 }
    guard let failed, let termination = failed.state.termination else { return nil }
    return .crash(Crash(container: failed.name, ending: termination, limit: "", restarts: failed.restartCount))
}

/// What the kubelet says in events about volumes and network, unless it has come further since.
private func preparationProblem(_ pod: Pod, _ events: [ClusterEvent]) -> String? {
    let reasons: Set = ["FailedMount", "FailedAttachVolume", "FailedCreatePodSandBox"]
    guard let problem = events.filter({ reasons.contains($0.reason) }).max(by: isOlder) else { return nil }
    let progress = events.filter { ["Pulling", "Pulled", "Created"].contains($0.reason) }.max(by: isOlder)
    if let progress, isOlder(problem, progress) { return nil }
    return problem.message
}

/// The scheduler adds what it tried to preempt, which does not help.
private func firstSentence(_ message: String) -> String {
    message.firstRange(of: ". ").map { String(message[..<$0.lowerBound]) } ?? message
}

extension Pod {
    /// The containers that the kubelet reports on, in the order in which they start.
    var startedContainers: [(container: Container, status: ContainerStatus)] {
        containers(spec.initContainers, status.initContainerStatuses)
            + containers(spec.containers, status.containerStatuses)
    }

    /// The pod's Ready condition, which readiness gates may hold back; absent means nothing against it.
    var isReady: Bool { (status.conditions.first(type: "Ready")?.status ?? "True") == "True" }

    /// When it was created, or when its youngest running container was started.
    fileprivate var lastStart: Date? {
        let starts = status.containerStatuses.compactMap { status in
            if case .running(let since) = status.state { since } else { nil }
        }
        return (starts + [metadata.creationTimestamp].compactMap(\.self)).max()
    }

    private func containers(
        _ specs: [Container], _ statuses: [ContainerStatus]
    ) -> [(container: Container, status: ContainerStatus)] {
        specs.compactMap { spec in
            statuses.first { $0.name == spec.name }.map { (container: spec, status: $0) }
        }
    }
}
