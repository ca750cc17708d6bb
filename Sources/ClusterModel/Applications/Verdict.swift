package import Words

/// What kstop thinks of an application, and why.
package struct Verdict: Equatable, Sendable {
    package var health: Health
    /// A word or two for the STATUS column: kubectl's word where there is one.
    package var status: Phrase
    /// One sentence naming the cause; nil unless something is wrong or under way.
    package var why: Phrase?
    /// What the owner can do about it with kstop, best first; may be empty.
    package var nextSteps: [NextStep] = []
    /// Set if it is a container that ends again and again.
    package var crash: CrashedContainer?

    package init(
        health: Health, status: Phrase, why: Phrase? = nil, nextSteps: [NextStep] = [], crash: CrashedContainer? = nil
    ) {
        self.health = health
        self.status = status
        self.why = why
        self.nextSteps = nextSteps
        self.crash = crash
    }
}

package enum Health: String, CaseIterable, Sendable {
    case healthy
    /// On its way to be healthy: starting, rolling out.
    case progressing
    /// Some of it works, or browsers refuse its certificate.
    case degraded
    case broken
    /// Scaled to zero on purpose.
    case stopped
    /// Ran to its end.
    case completed
    /// What must be read to judge it cannot be read.
    case unknown

    package var word: Phrase {
        switch self {
        case .healthy: Phrase("healthy")
        case .progressing: Phrase("progressing")
        case .degraded: Phrase("degraded")
        case .broken: Phrase("broken")
        case .stopped: Phrase("stopped")
        case .completed: Phrase("completed")
        case .unknown: Phrase("unknown")
        }
    }

    /// Whether someone should look at it.
    package var needsAttention: Bool {
        switch self {
        case .degraded, .broken: true
        case .healthy, .progressing, .stopped, .completed, .unknown: false
        }
    }
}

/// Something that kstop can do for an application in trouble.
package enum NextStep: String, Sendable {
    case logs, restart
}

/// A container that has ended and should not have. Two are the same if the same run of the container has ended.
package struct CrashedContainer: Hashable, Sendable {
    package var namespace: String
    package var pod: String
    package var container: String
    /// How often it had been restarted before that run.
    package var restarts: Int
    /// Whether the run that ended is no longer the current one, which it is until the kubelet prepares the next.
    package var isPrevious: Bool

    package init(namespace: String, pod: String, container: String, restarts: Int, isPrevious: Bool) {
        self.namespace = namespace
        self.pod = pod
        self.container = container
        self.restarts = restarts
        self.isPrevious = isPrevious
    }

    package static func == (one: CrashedContainer, other: CrashedContainer) -> Bool { one.run == other.run }

    package func hash(into hasher: inout Hasher) { hasher.combine(run) }

    private var run: [String] { [namespace, pod, container, String(restarts)] }
}

extension Cause {
    /// What helps next. Nothing does where only the object or the cluster can be mended: the kubelet and the
    /// scheduler try again by themselves.
    var nextSteps: [NextStep] {
        switch self {
        case .crash, .unready, .initializing, .slow: [.logs, .restart]
        case .image, .volumeImage, .failed: [.restart]
        case .cannotStart, .cannotPrepare, .unschedulable, .held, .node: []
        }
    }

    func crashed(in pod: Pod) -> CrashedContainer? {
        guard case .crash(let crash) = self else { return nil }
        let statuses = pod.status.initContainerStatuses + pod.status.containerStatuses
        guard let status = statuses.first(where: { $0.name == crash.container }) else { return nil }
        // Once the next run has begun, it is counted.
        let restarts = status.state.isRunning ? status.restartCount - 1 : status.restartCount
        return CrashedContainer(
            namespace: pod.metadata.namespace, pod: pod.name, container: crash.container,
            restarts: restarts, isPrevious: status.state.termination == nil)
    }
}
