package import FoundationEssentials

/// A container as its pod's spec asks for it.
package struct Container: Equatable, Sendable {
    package var name: String
    package var image = ""
    package var imagePullPolicy = ""
    package var ports: [ContainerPort] = []
    package var volumeMounts: [VolumeMount] = []
    /// "Always" makes an init container a sidecar; of other containers it goes before the pod's, since Kubernetes 1.34.
    package var restartPolicy = ""
    /// What the scheduler keeps free for it.
    package var requests = ResourceAmounts()
    /// What it must not exceed.
    package var limits = ResourceAmounts()
    package var livenessProbe: Probe?
    package var readinessProbe: Probe?
    package var startupProbe: Probe?

    /// A quantity such as "512Mi"; empty without a limit.
    package var memoryLimit: String {
        get { limits.memory }
        set { limits.memory = newValue }
    }

    package var isSidecar: Bool { restartPolicy == "Always" }
}

/// Quantities as they are written, such as "500m" and "2Gi"; empty where there is none.
package struct ResourceAmounts: Equatable, Sendable {
    package var cpu = ""
    package var memory = ""
}

package struct ContainerPort: Equatable, Sendable {
    package var name = ""
    package var containerPort: Int
    package var transport = "TCP"
}

package struct VolumeMount: Equatable, Sendable {
    package var name: String
    package var mountPath: String
    package var isReadOnly = false
}

/// What the kubelet reports about a container.
package struct ContainerStatus: Equatable, Sendable {
    package var name: String
    /// What runs; the name may be another one than the spec's, for the same image.
    package var image = ""
    /// The image's digest, after what the runtime puts before it; empty until it has been pulled.
    package var imageID = ""
    package var isReady = false
    package var restartCount = 0
    /// Nil where the kubelet does not say.
    package var started: Bool?
    package var state = ContainerState.unknown
    /// How the previous run of the container ended; `unknown` if this is the first.
    package var lastState = ContainerState.unknown
}

/// What a container does; Kubernetes writes at most one of the three known states.
package enum ContainerState: Equatable, Sendable {
    case unknown
    case waiting(reason: String, message: String)
    case running(since: Date?)
    case terminated(Termination)

    package var isRunning: Bool {
        if case .running = self { true } else { false }
    }

    package var termination: Termination? {
        if case .terminated(let termination) = self { termination } else { nil }
    }
}

/// How a run of a container ended.
package struct Termination: Equatable, Sendable {
    package var exitCode = 0
    /// 0 if no signal ended it; most runtimes report 128 + signal as the exit code instead.
    package var signal = 0
    /// "Completed", "Error", "OOMKilled" …; may be empty.
    package var reason = ""
    package var message = ""
    package var startedAt: Date?
    package var finishedAt: Date?
}

extension Container: Decodable {
    private enum CodingKeys: CodingKey {
        case name, image, imagePullPolicy, ports, volumeMounts, restartPolicy, resources
        case livenessProbe, readinessProbe, startupProbe
    }
    private struct Resources: Decodable { var requests: ResourceAmounts?, limits: ResourceAmounts? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        image = try fields.value(.image, or: "")
        imagePullPolicy = try fields.value(.imagePullPolicy, or: "")
        ports = try fields.value(.ports, or: [])
        volumeMounts = try fields.value(.volumeMounts, or: [])
        restartPolicy = try fields.value(.restartPolicy, or: "")
        let resources = try fields.decodeIfPresent(Resources.self, forKey: .resources)
        requests = resources?.requests ?? ResourceAmounts()
        limits = resources?.limits ?? ResourceAmounts()
        livenessProbe = try fields.decodeIfPresent(Probe.self, forKey: .livenessProbe)
        readinessProbe = try fields.decodeIfPresent(Probe.self, forKey: .readinessProbe)
        startupProbe = try fields.decodeIfPresent(Probe.self, forKey: .startupProbe)
    }
}

extension ResourceAmounts: Decodable {
    private enum CodingKeys: CodingKey { case cpu, memory }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        cpu = try fields.value(.cpu, or: "")
        memory = try fields.value(.memory, or: "")
    }
}

extension ContainerPort: Decodable {
    private enum CodingKeys: String, CodingKey { case name, containerPort, transport = "protocol" }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.value(.name, or: "")
        containerPort = try fields.decode(Int.self, forKey: .containerPort)
        transport = try fields.value(.transport, or: "TCP")
    }
}

extension VolumeMount: Decodable {
    private enum CodingKeys: CodingKey { case name, mountPath, readOnly }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        mountPath = try fields.decode(String.self, forKey: .mountPath)
        isReadOnly = try fields.value(.readOnly, or: false)
    }
}

extension ContainerStatus: Decodable {
    private enum CodingKeys: CodingKey { case name, image, imageID, ready, restartCount, started, state, lastState }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        image = try fields.value(.image, or: "")
        imageID = try fields.value(.imageID, or: "")
        isReady = try fields.value(.ready, or: false)
        restartCount = try fields.value(.restartCount, or: 0)
        started = try fields.decodeIfPresent(Bool.self, forKey: .started)
        state = try fields.value(.state, or: .unknown)
        lastState = try fields.value(.lastState, or: .unknown)
    }
}

extension ContainerState: Decodable {
    private enum CodingKeys: CodingKey { case waiting, running, terminated }
    private struct Waiting: Decodable { var reason: String?, message: String? }
    private struct Running: Decodable { var startedAt: Date? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        if let waiting = try fields.decodeIfPresent(Waiting.self, forKey: .waiting) {
            self = .waiting(reason: waiting.reason ?? "", message: waiting.message ?? "")
        } else if let running = try fields.decodeIfPresent(Running.self, forKey: .running) {
            self = .running(since: running.startedAt)
        } else if let termination = try fields.decodeIfPresent(Termination.self, forKey: .terminated) {
            self = .terminated(termination)
        } else {
            self = .unknown
        }
    }
}

extension Termination: Decodable {
    private enum CodingKeys: CodingKey { case exitCode, signal, reason, message, startedAt, finishedAt }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        exitCode = try fields.value(.exitCode, or: 0)
        signal = try fields.value(.signal, or: 0)
        reason = try fields.value(.reason, or: "")
        message = try fields.value(.message, or: "")
        startedAt = try fields.decodeIfPresent(Date.self, forKey: .startedAt)
        finishedAt = try fields.decodeIfPresent(Date.self, forKey: .finishedAt)
    }
}
