package import FoundationEssentials

/// READY, STATUS and RESTARTS of a pod, as `printPod` in Kubernetes' printers.go works them out.
package struct PodSummary: Equatable, Sendable {
    /// Containers that run and are ready, sidecars included.
    package var ready = 0
    package var total = 0
    package var status: String
    package var restarts = 0
    package var lastRestart: Date?

    package var readyText: String { "\(ready)/\(total)" }

    package func restartsText(at now: Date) -> String {
        guard restarts != 0, let lastRestart else { return String(restarts) }
        return "\(restarts) (\(age(since: lastRestart, at: now)) ago)"
    }
}

extension Pod {
    package var summary: PodSummary {
        let sidecars = Set(spec.initContainers.filter(\.isSidecar).map(\.name))
        var summary = PodSummary(status: status.reason.isEmpty ? status.phase : status.reason)
        if status.conditions.contains(where: { $0.type == "PodScheduled" && $0.reason == "SchedulingGated" }) {
            summary.status = "SchedulingGated"
        }
        summary.total = spec.containers.count + sidecars.count
        let (walked, isInitializing) = summary.addInitContainers(of: self, sidecars: sidecars)
        if !isInitializing || status.conditions.isTrue("Initialized") {
            summary.addContainers(of: self, after: walked.filter { sidecars.contains($0.name) })
        }
        if metadata.deletionTimestamp != nil { summary.status = deletedStatus(summary.status) }
        return summary
    }

    private func deletedStatus(_ status: String) -> String {
        if self.status.reason == "NodeLost" { return "Unknown" }
        return isFinished ? status : "Terminating"
    }

    /// Will not run again.
    package var isFinished: Bool { status.phase == "Succeeded" || status.phase == "Failed" }
}

extension PodSummary {
    /// Walks as far as the init containers have come; returns how far that is, and whether they are still at it.
    fileprivate mutating func addInitContainers(
        of pod: Pod, sidecars: Set<String>
    ) -> (walked: ArraySlice<ContainerStatus>, isInitializing: Bool) {
        let statuses = pod.status.initContainerStatuses
        for (index, container) in statuses.enumerated() {
            addRestarts(of: container)
            if container.state.termination?.exitCode == 0 { continue }
            if sidecars.contains(container.name), container.started == true {
                if container.isReady { ready += 1 }
                continue
            }
            status = initStatus(container.state) ?? "Init:\(index)/\(pod.spec.initContainers.count)"
            return (statuses[...index], true)
        }
        return (statuses[...], false)
    }

    /// The first container with something to say wins, so it is walked from last to first; that it has completed is said
    /// only if none has failed (`errorReason`, since 1.36).
    /// Restarts of init containers that ran to their end no longer count, those of the sidecars walked past do.
    fileprivate mutating func addContainers(of pod: Pod, after sidecars: [ContainerStatus]) {
        (restarts, lastRestart) = (0, nil)
        sidecars.forEach { addRestarts(of: $0) }
        var hasRunning = false
        var failure: String?
        for container in pod.status.containerStatuses.reversed() {
            addRestarts(of: container)
            if let termination = container.state.termination, termination.exitCode != 0 { failure = termination.word }
            if let word = containerStatus(container.state) {
                status = word
            } else if container.isReady, container.state.isRunning {
                hasRunning = true
                ready += 1
            }
        }
        guard status == "Completed" else { return }
        if let failure {
            status = failure
        } else if hasRunning {
            // Should there be several such conditions, then one is enough here, unlike elsewhere.
            let isReady = pod.status.conditions.contains { $0.type == "Ready" && $0.status == "True" }
            status = isReady ? "Running" : "NotReady"
        }
    }

    private mutating func addRestarts(of container: ContainerStatus) {
        restarts += container.restartCount
        guard let end = container.lastState.termination?.finishedAt else { return }
        lastRestart = max(lastRestart ?? end, end)
    }
}

/// What an init container that has not succeeded makes of the pod's STATUS; nil if only its place counts.
private func initStatus(_ state: ContainerState) -> String? {
    switch state {
    case .terminated(let termination): "Init:\(termination.word)"
    case .waiting(let reason, _) where !reason.isEmpty && reason != "PodInitializing": "Init:\(reason)"
    case .waiting, .running, .unknown: nil
    }
}

/// What a container makes of the pod's STATUS; nil if nothing.
private func containerStatus(_ state: ContainerState) -> String? {
    switch state {
    case .waiting(let reason, _): reason.isEmpty ? nil : reason
    case .terminated(let termination): termination.word
    case .running, .unknown: nil
    }
}

extension Termination {
    /// kubectl's word for it.
    package var word: String {
        if !reason.isEmpty { return reason }
        return signal != 0 ? "Signal:\(signal)" : "ExitCode:\(exitCode)"
    }
}
