import FoundationEssentials

/// Why a run of a container ended, with what the kubelet's events about it add.
func endCause(
    _ container: Container, _ status: ContainerStatus, _ ending: Termination, _ pod: Pod, _ events: [ClusterEvent]
) -> Cause {
    if let cause = startFailure(ending, of: container.name) { return cause }
    var crash = Crash(
        container: container.name, ending: ending, limit: container.memoryLimit, restarts: status.restartCount)
    if ending.reason == "OOMKilled" {
        let limit = pod.spec.limits.memory
        if container.memoryLimit.isEmpty, !limit.isEmpty { crash.reason = .outOfPodMemory(limit: limit) }
    } else if let reason = kill(container, status, ending, events) {
        crash.reason = reason
    }
    return .crash(crash)
}

/// Nil for a container that did start.
func startFailure(_ ending: Termination, of container: String) -> Cause? {
    guard ["StartError", "ContainerCannotRun"].contains(ending.reason) else { return nil }
    return .cannotStart(container: container, problem: runtimeProblem(ending.message))
}

extension Crash {
    init(container: String, ending: Termination, limit: String, restarts: Int) {
        self.container = container
        if ending.reason == "OOMKilled" {
            reason = .outOfMemory(limit: limit)
        } else if ending.exitCode == 0, ending.signal != 0 {
            reason = .signal(ending.signal)
        } else {
            reason = .exit(code: ending.exitCode, message: ending.message)
        }
        lifetime = ending.lifetime
        self.restarts = restarts
    }
}

/// Why the kubelet ended the last run, if it was the kubelet.
///
/// A container that obeys SIGTERM exits with whatever code it likes, often 0: only the events tell.
private func kill(
    _ container: Container, _ status: ContainerStatus, _ ending: Termination, _ events: [ClusterEvent]
) -> Crash.Reason? {
    let recent = events.filter { $0.lastSeen.map { $0 >= ending.startedAt ?? .distantPast } ?? false }
    if let hook = recent.last(where: { $0.reason == "FailedPostStartHook" }) {
        return .hook(problem: hookProblem(hook.message))
    }
    if let kill = recent.filter({ $0.reason == "Killing" }).max(by: isOlder) {
        for probe in ["liveness", "startup"] where kill.message.contains("failed \(probe) probe") {
            return .probe(probe, problem: lastWords(of: probe, events))
        }
        return nil
    }
    return untoldKill(container, status, ending, events)
}

/// After some 25 events about a pod the kubelet tells one in five minutes (`client-go/tools/record`, events_cache.go):
/// a container that its probe has killed a few times is then killed in silence.
private func untoldKill(
    _ container: Container, _ status: ContainerStatus, _ ending: Termination, _ events: [ClusterEvent]
) -> Crash.Reason? {
    guard status.restartCount > 3, [0, 137, 143].contains(ending.exitCode) else { return nil }
    let probes = [("liveness", container.livenessProbe), ("startup", container.startupProbe)].filter { _, probe in
        // A run that was shorter cannot have failed as often as it takes.
        probe.map { Double($0.delay + max($0.period, 1) * (max($0.failures, 1) - 1)) <= ending.lifetime ?? 0 } ?? false
    }.map(\.0)
    for probe in probes where events.contains(where: { $0.isFailure(of: probe) }) {
        return .probe(probe, problem: lastWords(of: probe, events))
    }
    // 0 may be the container's own end.
    guard ending.exitCode != 0 else { return nil }
    return probes.first.map { .perhapsProbe($0, code: ending.exitCode) }
}

extension ClusterEvent {
    fileprivate func isFailure(of probe: String) -> Bool {
        reason == "Unhealthy" && message.lowercased().hasPrefix("\(probe) probe ")
    }
}

/// What a hook said, of "Exec lifecycle hook ([…]) for Container … failed - error: …, message: …".
private func hookProblem(_ message: String) -> String {
    guard let start = message.firstRange(of: "failed - error: ") else { return "" }
    let rest = message[start.upperBound...]
    return String(rest.firstRange(of: ", message:").map { rest[..<$0.lowerBound] } ?? rest)
}

private func lastWords(of probe: String, _ events: [ClusterEvent]) -> String {
    let prefix = "\(probe.prefix(1).uppercased())\(probe.dropFirst()) probe failed: "
    let words = events.filter { $0.reason == "Unhealthy" && $0.message.hasPrefix(prefix) }.max(by: isOlder)
    return words.map { String($0.message.dropFirst(prefix.count)) } ?? ""
}

/// What the registry said, without what the rest of the sentence says anyway.
///
/// Older kubelets put it only into an event, the message of the container being "Back-off pulling image …".
func imageProblem(_ message: String, _ image: String, _ events: [ClusterEvent]) -> String {
    let failures = events.filter { $0.reason == "Failed" && $0.message.hasPrefix("Failed to pull image") }
    let isBackOff = message == "Back-off pulling image \"\(image)\""
    return lastCause(of: isBackOff ? failures.max(by: isOlder)?.message ?? "" : message)
}

/// The end of a chain of errors as Go writes them, "outer: inner: innermost", without who asked whom on the way.
private func lastCause(of problem: String) -> String {
    var parts = problem.split(separator: ": ").map(String.init)
    while let part = parts.first, part == "dial tcp" || wrappers.contains(where: part.hasPrefix) { parts.removeFirst() }
    parts.removeAll { $0.hasPrefix("read udp ") || $0.hasPrefix("read tcp ") }
    return parts.map(withoutNameServer).joined(separator: ": ")
}

/// What a container runtime says of a container that it could not start, without who called whom.
func runtimeProblem(_ message: String) -> String {
    var parts = message.split(separator: ": ").map(String.init)
    while parts.count > 1, let part = parts.first, runtimeWrappers.contains(where: part.hasPrefix) {
        parts.removeFirst()
    }
    if parts.count > 1, parts.last == "unknown" { parts.removeLast() }
    // exec: "/no/such": stat /no/such: no such file or directory
    return parts.enumerated().filter { $0.offset == 0 || !$0.element.hasPrefix("stat /") }.map(\.element)
        .joined(separator: ": ")
}

private let runtimeWrappers = [
    "failed to create containerd task", "failed to create shim task", "failed to create task for container",
    "failed to start container", "failed to create container", "OCI runtime create failed", "OCI runtime start failed",
    "runc create failed", "runc did not terminate", "unable to start container process", "error during container init",
    "container create failed", "Error response from daemon", "rpc error", "failed to generate container",
]

/// How the parts begin that only say what was being tried.
private let wrappers = [
    "Back-off pulling image", "Failed to pull image", "ErrImagePull", "rpc error", "code = ", "failed to pull",
    "failed to resolve", "failed to do request", "failed to authorize", "failed to fetch", "failed to copy",
    "Head \"", "Get \"", "httpReadSeeker", "Error response from daemon",
]

/// "lookup registry.example" for "lookup registry.example on 10.43.0.10:53".
private func withoutNameServer(_ part: String) -> String {
    guard part.hasPrefix("lookup "), let place = part.firstRange(of: " on ") else { return part }
    return String(part[..<place.lowerBound])
}
