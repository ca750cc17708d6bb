import FoundationEssentials

/// What is wrong with a container; nil if it runs, has done its work, or is on its way.
func cause(
    _ container: Container, _ status: ContainerStatus, of pod: Pod, events: [ClusterEvent], at now: Date
) -> Cause? {
    let events = events.filter { $0.container == container.name }
    switch status.state {
    case .waiting(let reason, let message): return waitingCause(reason, message, container, status, pod, events)
    case .terminated(let termination):
        if isMeantToEnd(container, in: pod), termination.isSuccess { return nil }
        return endCause(container, status, termination, pod, events)
    case .running(let since):
        if restartsAgainAndAgain(status, since: since, at: now), let termination = status.lastState.termination {
            return endCause(container, status, termination, pod, events)
        }
        if pod.isInitializer(container) {
            let time = now.timeIntervalSince(since ?? now)
            return time > startTime ? .initializing(container: container.name, time: humanDuration(time)) : nil
        }
        return unreadiness(container, status, since ?? now, of: pod, events, at: now)
    case .unknown: return nil
    }
}

/// Init containers end, except sidecars; so do containers that are not started again.
func isMeantToEnd(_ container: Container, in pod: Pod) -> Bool {
    if pod.isInitializer(container) { return true }
    return (container.restartPolicy.isEmpty ? pod.spec.restartPolicy : container.restartPolicy) != "Always"
}

extension Pod {
    /// Whether a container is an init container and no sidecar.
    fileprivate func isInitializer(_ container: Container) -> Bool {
        !container.isSidecar && spec.initContainers.contains { $0.name == container.name }
    }
}

private func waitingCause(
    _ reason: String, _ message: String, _ container: Container, _ status: ContainerStatus, _ pod: Pod,
    _ events: [ClusterEvent]
) -> Cause? {
    switch reason {
    case "CrashLoopBackOff":
        return endCause(container, status, status.lastState.termination ?? Termination(), pod, events)
    case "ImagePullBackOff", "ErrImagePull", "ErrImageNeverPull", "InvalidImageName", "ImageInspectError",
        "RegistryUnavailable", "SignatureValidationFailed":
        return imageCause(message, container, pod, events)
    case "CreateContainerConfigError", "CreateContainerError", "RunContainerError", "PreCreateHookError",
        "PreStartHookError", "PostStartHookError":
        return .cannotStart(container: container.name, problem: runtimeProblem(message))
    default: return nil
    }
}

/// The image may be that of a volume: only the message names it.
private func imageCause(_ message: String, _ container: Container, _ pod: Pod, _ events: [ClusterEvent]) -> Cause {
    for volume in pod.spec.volumes {
        guard case .image(let image) = volume.source, !image.isEmpty, image != container.image else { continue }
        guard message.contains(image), !message.contains("\"\(container.image)\"") else { continue }
        return .volumeImage(volume: volume.name, image: image, problem: imageProblem(message, image, events))
    }
    let problem = imageProblem(message, container.image, events)
    return .image(container: container.name, image: container.image, problem: problem)
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
    let patience = status.started == false ? max(startTime, container.startBudget) : startTime
    guard wasReady || now.timeIntervalSince(since) > patience else { return nil }
    let probes = ["Readiness", "Startup"]
    let probe = events.filter { event in
        event.reason == "Unhealthy" && probes.contains { event.message.hasPrefix("\($0) probe") }
    }.max(by: isOlder)
    return .unready(container: container.name, problem: (probe?.message ?? "").lowercasedFirst)
}

extension Container {
    /// Seconds that its startup probe gives it; 0 without one.
    var startBudget: Double {
        startupProbe.map { Double($0.delay) + Double(max($0.period, 1)) * Double(max($0.failures, 1)) } ?? 0
    }
}

extension Termination {
    /// Some runtimes report a signal without an exit code.
    package var isSuccess: Bool { exitCode == 0 && signal == 0 }

    /// Seconds; nil where the runtime does not know: it then says 1970.
    var lifetime: Double? {
        guard let startedAt, let finishedAt, startedAt.timeIntervalSince1970 > 0, finishedAt >= startedAt else {
            return nil
        }
        return finishedAt.timeIntervalSince(startedAt)
    }
}
