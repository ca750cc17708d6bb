import FoundationEssentials

/// What is wrong with a container; nil if it runs, has done its work, or is on its way.
func cause(
    _ container: Container, _ status: ContainerStatus, of pod: Pod, events: [ClusterEvent], at now: Date
) -> Cause? {
    let events = events.filter { $0.container == container.name }
    switch status.state {
    case .waiting(let reason, let message): return waitingCause(reason, message, container, status, events)
    case .terminated(let termination):
        if isMeantToEnd(container, in: pod), termination.exitCode == 0 { return nil }
        return .crash(crash(container, status, termination, events))
    case .running(let since):
        if restartsAgainAndAgain(status, since: since, at: now), let termination = status.lastState.termination {
            return .crash(crash(container, status, termination, events))
        }
        return unreadiness(container, status, since ?? now, of: pod, events, at: now)
    case .unknown: return nil
    }
}

/// Init containers end, except sidecars; so do containers that are not started again.
private func isMeantToEnd(_ container: Container, in pod: Pod) -> Bool {
    let isInit = pod.spec.initContainers.contains { $0.name == container.name }
    return (isInit && !container.isSidecar) || pod.spec.restartPolicy != "Always"
}

private func waitingCause(
    _ reason: String, _ message: String, _ container: Container, _ status: ContainerStatus, _ events: [ClusterEvent]
) -> Cause? {
    switch reason {
    case "CrashLoopBackOff":
        return .crash(crash(container, status, status.lastState.termination ?? Termination(), events))
    case "ImagePullBackOff", "ErrImagePull", "ErrImageNeverPull", "InvalidImageName", "ImageInspectError",
        "RegistryUnavailable", "SignatureValidationFailed":
        let problem = imageProblem(message, container.image, events)
        return .image(container: container.name, image: container.image, problem: problem)
    case "CreateContainerConfigError", "CreateContainerError", "RunContainerError", "PreCreateHookError",
        "PreStartHookError", "PostStartHookError":
        return .cannotStart(container: container.name, problem: message)
    default: return nil
    }
}

/// Between two kills a container runs for a while, and looks well.
///
/// Ten minutes, since that is how long a container must run before the kubelet forgets its crashes and resets the
/// back-off (Kubernetes documentation, Pod Lifecycle, "Container restarts").
private func restartsAgainAndAgain(_ status: ContainerStatus, since: Date?, at now: Date) -> Bool {
    guard status.restartCount >= 3, let since, let lifetime = status.lastState.termination?.lifetime else {
        return false
    }
    return lifetime < 600 && now.timeIntervalSince(since) < 600
}

/// A running container that was ready since its start and is no more, or has not become ready in all this time.
private func unreadiness(
    _ container: Container, _ status: ContainerStatus, _ since: Date, of pod: Pod, _ events: [ClusterEvent],
    at now: Date
) -> Cause? {
    if status.isReady { return nil }
    let condition = pod.status.conditions.first(type: "ContainersReady")
    let lost = condition?.status == "False" ? condition?.lastTransitionTime : nil
    // When a container is started again at once, the kubelet notes the end of its last run a moment later.
    let wasReady = status.started != false && (lost ?? since).timeIntervalSince(since) > 5
    guard wasReady || now.timeIntervalSince(since) > startTime else { return nil }
    let probes = ["Readiness", "Startup"]
    let probe = events.filter { event in
        event.reason == "Unhealthy" && probes.contains { event.message.hasPrefix("\($0) probe") }
    }.max(by: isOlder)
    return .unready(container: container.name, problem: (probe?.message ?? "").lowercasedFirst)
}

extension Termination {
    /// Seconds.
    var lifetime: Double? {
        guard let startedAt, let finishedAt else { return nil }
        return finishedAt.timeIntervalSince(startedAt)
    }
}
