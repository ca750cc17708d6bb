/// A service (core/v1), as far as kstop reads it.
package struct Service: Resource {
    package static let kind = ResourceKind.services

    package var metadata: Metadata
    package var type = ServiceType.clusterIP
    /// Empty for ExternalName; `["None"]` for a headless service.
    package var clusterIPs: [String] = []
    package var externalIPs: [String] = []
    package var externalName = ""
    package var ports: [ServicePort] = []
    /// Empty: nothing is selected, and someone else writes the endpoints.
    package var selector: [String: String] = [:]
    package var publishNotReadyAddresses = false
    package var loadBalancer: [LoadBalancerAddress] = []
    /// "ClientIP": a client stays with its pod; else "None".
    package var sessionAffinity = "None"
    /// "Cluster" or "Local"; empty for a service that is not reached from outside.
    package var externalTrafficPolicy = ""

    package var isHeadless: Bool { clusterIPs.first == "None" }
}

/// A service's `spec.type`; one that kstop does not know keeps its word.
package enum ServiceType: Equatable, Sendable {
    case clusterIP, nodePort, loadBalancer, externalName
    case other(String)

    package init(_ word: String) {
        switch word {
        case "", "ClusterIP": self = .clusterIP
        case "NodePort": self = .nodePort
        case "LoadBalancer": self = .loadBalancer
        case "ExternalName": self = .externalName
        default: self = .other(word)
        }
    }

    package var word: String {
        switch self {
        case .clusterIP: "ClusterIP"
        case .nodePort: "NodePort"
        case .loadBalancer: "LoadBalancer"
        case .externalName: "ExternalName"
        case .other(let word): word
        }
    }
}

package struct ServicePort: Equatable, Sendable {
    /// Empty if it is the service's only port.
    package var name = ""
    package var port: Int
    package var transport = "TCP"
    /// Nil means the same number as `port`.
    package var targetPort: PortReference?
    /// 0 without one.
    package var nodePort = 0
    /// What is spoken there, such as "https"; empty if it does not say.
    package var appProtocol = ""
}

/// A port by its number or by its name (Kubernetes' IntOrString).
package enum PortReference: Equatable, Sendable {
    case number(Int)
    case name(String)

    package var text: String {
        switch self {
        case .number(let number): String(number)
        case .name(let name): name
        }
    }
}

/// Where a load balancer or an ingress controller answers; one of the two is empty.
package struct LoadBalancerAddress: Equatable, Sendable {
    package var ip = ""
    package var hostname = ""
}

/// The `status` that services and ingresses share.
struct LoadBalancerStatus: Decodable {
    var loadBalancer: Ingresses?
    struct Ingresses: Decodable { var ingress: [LoadBalancerAddress]? }

    var addresses: [LoadBalancerAddress] { loadBalancer?.ingress ?? [] }
}

extension Service: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }
    private enum SpecKeys: CodingKey {
        case type, clusterIP, clusterIPs, externalIPs, externalName, ports, selector, publishNotReadyAddresses
        case sessionAffinity, externalTrafficPolicy
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        loadBalancer = try fields.decodeIfPresent(LoadBalancerStatus.self, forKey: .status)?.addresses ?? []
        guard fields.contains(.spec) else { return }
        let spec = try fields.nestedContainer(keyedBy: SpecKeys.self, forKey: .spec)
        type = ServiceType(try spec.value(.type, or: ""))
        clusterIPs = try spec.value(.clusterIPs, or: [])
        let only = try spec.value(.clusterIP, or: "")
        if clusterIPs.isEmpty, !only.isEmpty { clusterIPs = [only] }
        externalIPs = try spec.value(.externalIPs, or: [])
        externalName = try spec.value(.externalName, or: "")
        ports = try spec.value(.ports, or: [])
        selector = try spec.value(.selector, or: [:])
        publishNotReadyAddresses = try spec.value(.publishNotReadyAddresses, or: false)
        sessionAffinity = try spec.value(.sessionAffinity, or: "None")
        externalTrafficPolicy = try spec.value(.externalTrafficPolicy, or: "")
    }
}

extension ServicePort: Decodable {
    private enum CodingKeys: String, CodingKey {
        case name, port, transport = "protocol", targetPort, nodePort, appProtocol
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.value(.name, or: "")
        port = try fields.decode(Int.self, forKey: .port)
        transport = try fields.value(.transport, or: "TCP")
        targetPort = try fields.decodeIfPresent(PortReference.self, forKey: .targetPort)
        nodePort = try fields.value(.nodePort, or: 0)
        appProtocol = try fields.value(.appProtocol, or: "")
    }
}

extension PortReference: Decodable {
    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else {
            self = .name(try value.decode(String.self))
        }
    }
}

extension LoadBalancerAddress: Decodable {
    private enum CodingKeys: CodingKey { case ip, hostname }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        ip = try fields.value(.ip, or: "")
        hostname = try fields.value(.hostname, or: "")
    }
}
