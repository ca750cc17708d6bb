import ClusterModel
import FoundationEssentials

struct ServiceReport: Encodable {
    var name: String
    var type: String
    var clusterIPs: [String]
    /// `spec.externalIPs` and what a load balancer has given.
    var externalAddresses: [String]
    @OrNull var externalName: String?
    var ports: [PortReport]

    init(_ service: Service) {
        name = service.name
        type = service.type.word
        clusterIPs = service.clusterIPs
        externalAddresses = service.externalIPs + service.loadBalancer.map(\.address)
        externalName = service.externalName.orNil
        ports = service.ports.map(PortReport.init)
    }
}

struct PortReport: Encodable {
    @OrNull var name: String?
    var port: Int
    /// A number or the name of a container's port.
    var targetPort: String
    var `protocol`: String
    @OrNull var nodePort: Int?

    init(_ port: ServicePort) {
        name = port.name.orNil
        self.port = port.port
        targetPort = port.targetPort?.text ?? String(port.port)
        self.protocol = port.transport
        nodePort = port.nodePort > 0 ? port.nodePort : nil
    }
}

struct IngressReport: Encodable {
    var name: String
    @OrNull var `class`: String?
    var authentication: String
    /// In the order of the rules; "*" for a rule without a host.
    var hosts: [String]
    var addresses: [String]

    init(_ ingress: Ingress, _ authentication: Authentication) {
        name = ingress.name
        self.class = ingress.effectiveClass
        self.authentication = authentication.rawValue
        hosts = ingress.rules.map { $0.host.orNil ?? "*" }
        addresses = ingress.loadBalancer.map(\.address)
    }
}

extension LoadBalancerAddress {
    fileprivate var address: String { ip.orNil ?? hostname }
}

struct CertificateReport: Encodable {
    var name: String
    /// "valid", "expiring", "notReady" or "expired".
    var state: String
    @OrNull var expires: Date?
    var hosts: [String]
    @OrNull var issuer: String?

    init(_ certificate: Certificate, at now: Date) {
        name = certificate.name
        state = certificate.standing(at: now).state.rawValue
        expires = certificate.notAfter
        hosts = certificate.dnsNames
        issuer = certificate.issuer.orNil
    }
}
