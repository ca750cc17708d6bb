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

/// The health of a pod. Order of precedence: its end, its node, its place on one, its containers in the order of their
/// start, what it waits for, and last how long it has been waiting.
///
/// - Parameter node: the trouble of its node; of a pod that has none yet, that of every node.
func podHealth(of pod: Pod, events: [ClusterEvent], node: NodeTrouble? = nil, at now: Date) -> PodHealth {
    if let end = end(of: pod) { return end }
    if let node, !pod.spec.nodeName.isEmpty, !pod.isReady { return .failing(node.cause(at: now)) }
    let age = pod.metadata.creationTimestamp.map { now.timeIntervalSince($0) } ?? 0
    if let cause = schedulingCause(pod, node, age: age, at: now) { return .failing(cause) }
    for (container, status) in pod.startedContainers {
        if let cause = cause(container, status, of: pod, events: events, at: now) { return .failing(cause) }
    }
    if pod.isAllReady { return .serving }
    if age > preparationTime, let cause = preparationCause(pod, events) { return .failing(cause) }
    let isOverdue = now.timeIntervalSince(pod.lastStart ?? now) > pod.patience
    return isOverdue ? .failing(overdueCause(pod)) : .starting
}

/// Seconds after which a volume that cannot be mounted is trouble; before, mounts fail and succeed when tried again.
private let preparationTime = 60.0

private func end(of pod: Pod) -> PodHealth? {
    if pod.status.reason == "NodeLost", !pod.isFinished {
        let problem = pod.status.message.isEmpty ? "NodeLost" : pod.status.message
        return .failing(.held(pod: pod.name, problem: problem))
    }
    if pod.metadata.deletionTimestamp != nil { return .ending }
    if pod.status.phase == "Succeeded" { return .completed }
    guard pod.status.phase == "Failed" else { return nil }
    // Replica sets replace failed pods and leave them for the garbage collector.
    if pod.metadata.controller?.kind == "ReplicaSet" { return .ending }
    return .failing(failure(of: pod) ?? .failed(pod: pod.name, problem: pod.failureText))
}

private func failure(of pod: Pod) -> Cause? {
    guard pod.status.reason.isEmpty else { return nil }
    let statuses = pod.status.initContainerStatuses + pod.status.containerStatuses
    let failed = statuses.first { $0.state.termination?.isSuccess == false }
    guard let failed, let termination = failed.state.termination else { return nil }
    if let cause = startFailure(termination, of: failed.name) { return cause }
    return .crash(Crash(container: failed.name, ending: termination, limit: "", restarts: failed.restartCount))
}

private func schedulingCause(_ pod: Pod, _ node: NodeTrouble?, age: Double, at now: Date) -> Cause? {
    guard let scheduled = pod.status.conditions.first(type: "PodScheduled"), scheduled.status == "False" else {
        return nil
    }
    let cause = Cause.unschedulable(pod: pod.name, problem: firstSentence(scheduled.message))
    switch scheduled.reason {
    case "Unschedulable":
        let taints = ["node.kubernetes.io/unreachable", "node.kubernetes.io/not-ready"]
        guard let node, taints.contains(where: scheduled.message.contains) else { return cause }
        return node.cause(at: now)
    // Whoever has put the gate there is given the time of a start to take it away.
    case "SchedulingGated": return age > startTime ? cause : nil
    default: return age > preparationTime ? cause : nil
    }
}

/// What the kubelet says about volumes, network and whatever else a container waits for, unless it has come further.
private func preparationCause(_ pod: Pod, _ events: [ClusterEvent]) -> Cause? {
    if let problem = preparationProblem(pod, events) { return .cannotPrepare(pod: pod.name, problem: problem) }
    let usual: Set = ["", "ContainerCreating", "PodInitializing"]
    for (container, status) in pod.startedContainers {
        guard case .waiting(let reason, let message) = status.state, !usual.contains(reason) else { continue }
        return .cannotStart(container: container.name, problem: message.isEmpty ? reason : message)
    }
    return nil
}

private func preparationProblem(_ pod: Pod, _ events: [ClusterEvent]) -> String? {
    let reasons: Set = ["FailedMount", "FailedAttachVolume", "FailedCreatePodSandBox", "NetworkNotReady"]
    guard let problem = events.filter({ reasons.contains($0.reason) }).max(by: isOlder) else { return nil }
    let progress = events.filter { ["Pulling", "Pulled", "Created"].contains($0.reason) }.max(by: isOlder)
    if let progress, isOlder(problem, progress) { return nil }
    return problem.message
}

private func overdueCause(_ pod: Pod) -> Cause {
    let (summary, ready) = (pod.summary, pod.status.conditions.first(type: "Ready"))
    if let ready, ready.status != "True", summary.ready == summary.total, !ready.message.isEmpty {
        return .held(pod: pod.name, problem: ready.message)
    }
    return .slow(pod: pod.name, status: summary.status)
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
    package var isReady: Bool { (status.conditions.first(type: "Ready")?.status ?? "True") == "True" }

    /// Whether all its containers are ready, but for those that have come to the end that they are meant to have.
    fileprivate var isAllReady: Bool {
        let done = startedContainers.filter { container, status in
            status.state.termination?.isSuccess == true && isMeantToEnd(container, in: self)
        }
        let ended = Set(done.map(\.container.name)).subtracting(spec.initContainers.map(\.name))
        let summary = summary
        if ended.isEmpty { return summary.ready == summary.total && summary.total > 0 && isReady }
        // The pod counts as unready as long as one of its containers is done.
        return summary.ready > 0 && summary.ready + ended.count == summary.total
    }

    /// Seconds for which nothing is wrong with it while it is not ready.
    fileprivate var patience: Double {
        let waiting = startedContainers.filter { $0.status.started == false && $0.status.state.isRunning }
        return max(startTime, waiting.map(\.container.startBudget).max() ?? 0)
    }

    /// What its status says of its failure.
    var failureText: String { status.message.isEmpty ? status.reason : status.message }

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
