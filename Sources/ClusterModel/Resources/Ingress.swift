/// An ingress (networking.k8s.io/v1), as far as kstop reads it.
package struct Ingress: Resource {
    package static let kind = ResourceKind.ingresses

    package var metadata: Metadata
    package var className: String?
    package var defaultBackend: IngressBackend?
    package var rules: [IngressRule] = []
    package var tls: [IngressTLS] = []
    package var loadBalancer: [LoadBalancerAddress] = []
}

package struct IngressRule: Equatable, Sendable {
    /// Empty: every host.
    package var host = ""
    /// Nil without an `http` part: all goes to the default backend.
    package var paths: [IngressPath]?
}

package struct IngressPath: Equatable, Sendable {
    /// Empty: every path.
    package var path = ""
    package var type = PathType.implementationSpecific
    package var backend: IngressBackend
}

package enum PathType: String, Sendable {
    case exact = "Exact"
    case prefix = "Prefix"
    case implementationSpecific = "ImplementationSpecific"
}

/// Where an ingress sends requests.
package enum IngressBackend: Equatable, Sendable {
    /// A service in the ingress's own namespace.
    case service(name: String, port: PortReference?)
    case resource(apiGroup: String, kind: String, name: String)
}

package struct IngressTLS: Equatable, Sendable {
    /// Empty: every host of the ingress.
    package var hosts: [String] = []
    /// Empty: the controller's default certificate.
    package var secretName = ""
}

extension Ingress: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }
    private enum SpecKeys: CodingKey { case ingressClassName, defaultBackend, rules, tls }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        loadBalancer = try fields.decodeIfPresent(LoadBalancerStatus.self, forKey: .status)?.addresses ?? []
        guard fields.contains(.spec) else { return }
        let spec = try fields.nestedContainer(keyedBy: SpecKeys.self, forKey: .spec)
        className = try spec.decodeIfPresent(String.self, forKey: .ingressClassName)
        defaultBackend = try spec.decodeIfPresent(IngressBackend.self, forKey: .defaultBackend)
        rules = try spec.value(.rules, or: [])
        tls = try spec.value(.tls, or: [])
    }
}

extension IngressRule: Decodable {
    private enum CodingKeys: CodingKey { case host, http }
    private struct HTTP: Decodable { var paths: [IngressPath]? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        host = try fields.value(.host, or: "")
        paths = try fields.decodeIfPresent(HTTP.self, forKey: .http)?.paths
    }
}

extension IngressPath: Decodable {
    private enum CodingKeys: CodingKey { case path, pathType, backend }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        path = try fields.value(.path, or: "")
        type = PathType(rawValue: try fields.value(.pathType, or: "")) ?? .implementationSpecific
        backend = try fields.decode(IngressBackend.self, forKey: .backend)
    }
}

extension IngressBackend: Decodable {
    private struct Wire: Decodable {
        var service: ServiceBackend?
        var resource: ResourceBackend?
    }
    private struct ServiceBackend: Decodable {
        var name: String
        var port: Port?
        struct Port: Decodable { var number: Int?, name: String? }
    }
    private struct ResourceBackend: Decodable { var apiGroup: String?, kind: String, name: String }

    package init(from decoder: any Decoder) throws {
        let wire = try Wire(from: decoder)
        if let service = wire.service {
            let number = service.port?.number.map(PortReference.number)
            self = .service(name: service.name, port: number ?? service.port?.name.map(PortReference.name))
        } else if let resource = wire.resource {
            self = .resource(apiGroup: resource.apiGroup ?? "", kind: resource.kind, name: resource.name)
        } else {
            let context = DecodingError.Context(
                codingPath: decoder.codingPath, debugDescription: "neither service nor resource")
            throw DecodingError.dataCorrupted(context)
        }
    }
}

extension IngressTLS: Decodable {
    private enum CodingKeys: CodingKey { case hosts, secretName }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        hosts = try fields.value(.hosts, or: [])
        secretName = try fields.value(.secretName, or: "")
    }
}
