import ClusterModel
import FoundationEssentials

struct PodReport: Encodable {
    var name: String
    var health: String
    /// kubectl's word.
    var status: String
    var ready: Int
    var total: Int
    var restarts: Int
    @OrNull var lastRestart: Date?
    @OrNull var created: Date?
    @OrNull var node: String?
    @OrNull var ip: String?
    /// In the order of their start.
    var containers: [ContainerReport]

    init(_ pod: Pod, at now: Date) {
        let summary = pod.summary
        name = pod.name
        health = pod.health(at: now).rawValue
        status = summary.status
        ready = summary.ready
        total = summary.total
        restarts = summary.restarts
        lastRestart = summary.lastRestart
        created = pod.metadata.creationTimestamp
        node = pod.spec.nodeName.orNil
        ip = pod.status.podIPs.first
        let statuses =
            pod.status.initContainerStatuses + pod.status.containerStatuses + pod.status.ephemeralContainerStatuses
        let initial = pod.spec.initContainers.map { container in
            ContainerReport(container, container.isSidecar ? "sidecar" : "init", statuses)
        }
        containers =
            initial + pod.spec.containers.map { ContainerReport($0, "main", statuses) }
            + pod.spec.ephemeralContainers.map { ContainerReport($0, "ephemeral", statuses) }
    }
}

struct ContainerReport: Encodable {
    var name: String
    /// "init", "sidecar", "main" or "ephemeral".
    var role: String
    @OrNull var image: String?
    var ready: Bool
    var restarts: Int
    var state: String
    @OrNull var reason: String?
    @OrNull var message: String?
    @OrNull var started: Date?
    @OrNull var lastExit: ExitReport?

    /// - Parameter statuses: those of all the containers of the pod.
    init(_ container: Container, _ role: String, _ statuses: [ContainerStatus]) {
        name = container.name
        self.role = role
        image = container.image.orNil
        let status = statuses.first { $0.name == container.name }
        ready = status?.isReady ?? false
        restarts = status?.restartCount ?? 0
        lastExit = (status?.state.termination ?? status?.lastState.termination).map(ExitReport.init)
        switch status?.state ?? .unknown {
        case .unknown: state = "unknown"
        case .waiting(let why, let words): (state, reason, message) = ("waiting", why.orNil, words.orNil)
        case .running(let since): (state, started) = ("running", since)
        case .terminated(let end):
            (state, reason, message, started) = ("terminated", end.word, end.message.orNil, end.startedAt)
        }
    }
}

/// How a run of a container ended.
struct ExitReport: Encodable {
    var code: Int
    /// 0 if none ended it.
    var signal: Int
    var reason: String
    @OrNull var message: String?
    @OrNull var started: Date?
    @OrNull var finished: Date?

    init(_ termination: Termination) {
        code = termination.exitCode
        signal = termination.signal
        reason = termination.word
        message = termination.message.orNil
        started = termination.startedAt
        finished = termination.finishedAt
    }
}
