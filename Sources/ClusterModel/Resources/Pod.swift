package import FoundationEssentials

/// A pod (core/v1), as far as kstop reads it.
package struct Pod: Resource {
    package static let kind = ResourceKind.pods

    package var metadata: Metadata
    package var spec = Spec()
    package var status = Status()

    package struct Spec: Equatable, Sendable {
        package var containers: [Container] = []
        package var initContainers: [Container] = []
        /// Those that `kubectl debug` has put into the running pod.
        package var ephemeralContainers: [Container] = []
        package var volumes: [Volume] = []
        /// Empty until the scheduler has chosen a node.
        package var nodeName = ""
        package var restartPolicy = "Always"
        /// Labels that a node must carry; empty: any node.
        package var nodeSelector: [String: String] = [:]
        /// Condition types that must be True before the pod counts as ready.
        package var readinessGates: [String] = []
        /// What all containers together must not exceed, since Kubernetes 1.34.
        package var limits = ResourceAmounts()
        /// Empty in a template means the namespace's own, "default".
        package var serviceAccountName = ""
    }

    package struct Status: Equatable, Sendable {
        package var phase = ""
        package var reason = ""
        package var message = ""
        package var conditions: [Condition] = []
        package var podIPs: [String] = []
        /// Empty until a kubelet has taken it on.
        package var hostIP = ""
        /// "Guaranteed", "Burstable" or "BestEffort": who is evicted last when memory runs out.
        package var qosClass = ""
        package var nominatedNodeName = ""
        package var startTime: Date?
        package var initContainerStatuses: [ContainerStatus] = []
        package var containerStatuses: [ContainerStatus] = []
        package var ephemeralContainerStatuses: [ContainerStatus] = []
    }
}

extension Pod: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        spec = try fields.value(.spec, or: Spec())
        status = try fields.value(.status, or: Status())
    }
}

extension Pod.Spec: Decodable {
    private enum CodingKeys: CodingKey {
        case containers, initContainers, volumes, nodeName, restartPolicy, nodeSelector, readinessGates
        case serviceAccountName, resources, ephemeralContainers
    }
    private struct Resources: Decodable { var limits: ResourceAmounts? }
    private struct Gate: Decodable { var conditionType: String }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        containers = try fields.value(.containers, or: [])
        initContainers = try fields.value(.initContainers, or: [])
        ephemeralContainers = try fields.value(.ephemeralContainers, or: [])
        volumes = try fields.value(.volumes, or: [])
        nodeName = try fields.value(.nodeName, or: "")
        restartPolicy = try fields.value(.restartPolicy, or: "Always")
        nodeSelector = try fields.value(.nodeSelector, or: [:])
        readinessGates = try fields.value(.readinessGates, or: [Gate]()).map(\.conditionType)
        serviceAccountName = try fields.value(.serviceAccountName, or: "")
        limits = try fields.decodeIfPresent(Resources.self, forKey: .resources)?.limits ?? ResourceAmounts()
    }
}

extension Pod.Status: Decodable {
    private enum CodingKeys: CodingKey {
        case phase, reason, message, conditions, podIP, podIPs, hostIP, qosClass, nominatedNodeName, startTime
        case initContainerStatuses, containerStatuses, ephemeralContainerStatuses
    }
    private struct PodIP: Decodable { var ip: String? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        phase = try fields.value(.phase, or: "")
        reason = try fields.value(.reason, or: "")
        message = try fields.value(.message, or: "")
        conditions = try fields.value(.conditions, or: [])
        podIPs = try fields.value(.podIPs, or: [PodIP]()).compactMap(\.ip)
        if podIPs.isEmpty, let only = try fields.decodeIfPresent(String.self, forKey: .podIP) { podIPs = [only] }
        hostIP = try fields.value(.hostIP, or: "")
        qosClass = try fields.value(.qosClass, or: "")
        nominatedNodeName = try fields.value(.nominatedNodeName, or: "")
        startTime = try fields.decodeIfPresent(Date.self, forKey: .startTime)
        initContainerStatuses = try fields.value(.initContainerStatuses, or: [])
        containerStatuses = try fields.value(.containerStatuses, or: [])
        ephemeralContainerStatuses = try fields.value(.ephemeralContainerStatuses, or: [])
    }
}
