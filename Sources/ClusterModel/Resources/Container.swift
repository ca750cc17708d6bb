package import FoundationEssentials

/// A container as its pod's spec asks for it.
package struct Container: Equatable, Sendable {
    package var name: String
    package var image = ""
    package var imagePullPolicy = ""
    package var ports: [ContainerPort] = []
    package var volumeMounts: [VolumeMount] = []
    /// "Always" makes an init container a sidecar.
    package var restartPolicy = ""
    /// A quantity such as "512Mi"; empty without a limit.
    package var memoryLimit = ""

    package var isSidecar: Bool { restartPolicy == "Always" }
}

package struct ContainerPort: Equatable, Sendable {
    package var name = ""
    package var containerPort: Int
    package var transport = "TCP"
}

package struct VolumeMount: Equatable, Sendable {
    package var name: String
    package var mountPath: String
}

/// What the kubelet reports about a container.
package struct ContainerStatus: Equatable, Sendable {
    package var name: String
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
    }
    private struct Resources: Decodable {
        var limits: Limits?
        struct Limits: Decodable { var memory: String? }
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        image = try fields.value(.image, or: "")
        imagePullPolicy = try fields.value(.imagePullPolicy, or: "")
        ports = try fields.value(.ports, or: [])
        volumeMounts = try fields.value(.volumeMounts, or: [])
        restartPolicy = try fields.value(.restartPolicy, or: "")
        memoryLimit = try fields.decodeIfPresent(Resources.self, forKey: .resources)?.limits?.memory ?? ""
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

extension VolumeMount: Decodable {}

extension ContainerStatus: Decodable {
    private enum CodingKeys: CodingKey { case name, ready, restartCount, started, state, lastState }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
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
