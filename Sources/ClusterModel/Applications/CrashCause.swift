import FoundationEssentials

/// Why a container ended, with what the kubelet's events about it add.
func crash(
    _ container: Container, _ status: ContainerStatus, _ ending: Termination, _ events: [ClusterEvent]
) -> Crash {
    var crash = Crash(
        container: container.name, ending: ending, limit: container.memoryLimit, restarts: status.restartCount)
    if ending.reason != "OOMKilled", let probe = killingProbe(ending, events) { crash.reason = probe }
    return crash
}

extension Crash {
    init(container: String, ending: Termination, limit: String, restarts: Int) {
        let isOutOfMemory = ending.reason == "OOMKilled"
        self.container = container
        reason = isOutOfMemory ? .outOfMemory(limit: limit) : .exit(code: ending.exitCode, message: ending.message)
        lifetime = ending.lifetime
        self.restarts = restarts
    }
}

/// The probe whose failure made the kubelet end the last run.
///
/// A container that obeys SIGTERM then exits with whatever code it likes, often 0: only the event tells.
private func killingProbe(_ ending: Termination, _ events: [ClusterEvent]) -> Crash.Reason? {
    let kill = events.filter { $0.reason == "Killing" }.max(by: isOlder)
    guard let kill, let seen = kill.lastSeen, seen >= ending.startedAt ?? .distantPast else { return nil }
    for probe in ["liveness", "startup"] where kill.message.contains("failed \(probe) probe") {
        return .probe(probe, problem: lastWords(of: probe, events))
    }
    return nil
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
