/// A network policy (networking.k8s.io/v1), as far as it concerns who may connect to pods.
package struct NetworkPolicy: Resource {
    package static let kind = ResourceKind.networkPolicies

    package var metadata: Metadata
    /// Empty: all pods of the namespace.
    package var podSelector = LabelSelector()
    /// Whether the selected pods accept only what `ingress` lets in.
    package var isolatesIngress = true
    /// Empty: nothing is let in.
    package var ingress: [Rule] = []

    package struct Rule: Equatable, Sendable {
        /// Empty: everyone.
        package var from: [Peer] = []
        /// Empty: every port.
        package var ports: [Port] = []
    }

    package struct Peer: Equatable, Sendable {
        package var podSelector: LabelSelector?
        /// Nil: the policy's own namespace.
        package var namespaceSelector: LabelSelector?
        package var hasIPBlock = false
    }

    package struct Port: Equatable, Sendable {
        package var transport = "TCP"
        /// Nil: every port.
        package var port: PortReference?
        /// The last of a range.
        package var endPort: Int?
    }
}

extension NetworkPolicy: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec }
    private struct Spec: Decodable {
        var podSelector: LabelSelector?
        var policyTypes: [String]?
        var ingress: [Rule]?
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        let spec = try fields.decodeIfPresent(Spec.self, forKey: .spec)
        podSelector = spec?.podSelector ?? LabelSelector()
        isolatesIngress = spec?.policyTypes?.contains("Ingress") ?? true
        ingress = spec?.ingress ?? []
    }
}

extension NetworkPolicy.Rule: Decodable {
    private enum CodingKeys: CodingKey { case from, ports }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        from = try fields.value(.from, or: [])
        ports = try fields.value(.ports, or: [])
    }
}

extension NetworkPolicy.Peer: Decodable {
    private enum CodingKeys: CodingKey { case podSelector, namespaceSelector, ipBlock }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        podSelector = try fields.decodeIfPresent(LabelSelector.self, forKey: .podSelector)
        namespaceSelector = try fields.decodeIfPresent(LabelSelector.self, forKey: .namespaceSelector)
        hasIPBlock = fields.contains(.ipBlock)
    }
}

extension NetworkPolicy.Port: Decodable {
    private enum CodingKeys: String, CodingKey { case transport = "protocol", port, endPort }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        transport = try fields.value(.transport, or: "TCP")
        port = try fields.decodeIfPresent(PortReference.self, forKey: .port)
        endPort = try fields.decodeIfPresent(Int.self, forKey: .endPort)
    }
}
