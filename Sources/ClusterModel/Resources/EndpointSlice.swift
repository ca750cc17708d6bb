/// Some of the addresses behind a service (discovery.k8s.io/v1 and v1beta1, which agree in what kstop reads).
package struct EndpointSlice: Resource {
    package static let kind = ResourceKind.endpointSlices

    package var metadata: Metadata
    package var endpoints: [Endpoint] = []
    package var ports: [EndpointPort] = []

    /// The service that the slice belongs to; nil for a slice that names none.
    package var serviceName: String? { metadata.labels["kubernetes.io/service-name"] }
}

package struct Endpoint: Equatable, Sendable {
    /// Only the first counts, by Kubernetes' own definition.
    package var addresses: [String] = []
    /// Nil counts as ready.
    package var ready: Bool?
    package var isTerminating = false
    package var target: ObjectReference?

    package var isReady: Bool { ready ?? true }
}

package struct EndpointPort: Equatable, Sendable {
    /// The service port's name.
    package var name = ""
    /// The port on the pod; nil means all ports.
    package var port: Int?
    package var transport = "TCP"
}

/// Names another object.
package struct ObjectReference: Hashable, Sendable {
    package var kind: String
    package var name: String
    package var namespace = ""
    package var uid: UID = ""

    package init(kind: String, name: String, namespace: String = "", uid: UID = "") {
        self.kind = kind
        self.name = name
        self.namespace = namespace
        self.uid = uid
    }
}

extension EndpointSlice: Decodable {
    private enum CodingKeys: CodingKey { case metadata, endpoints, ports }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        endpoints = try fields.value(.endpoints, or: [])
        ports = try fields.value(.ports, or: [])
    }
}

extension Endpoint: Decodable {
    private enum CodingKeys: CodingKey { case addresses, conditions, targetRef }
    private struct Conditions: Decodable { var ready: Bool?, terminating: Bool? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        addresses = try fields.value(.addresses, or: [])
        let conditions = try fields.decodeIfPresent(Conditions.self, forKey: .conditions)
        ready = conditions?.ready
        isTerminating = conditions?.terminating ?? false
        target = try fields.decodeIfPresent(ObjectReference.self, forKey: .targetRef)
    }
}

extension EndpointPort: Decodable {
    private enum CodingKeys: String, CodingKey { case name, port, transport = "protocol" }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.value(.name, or: "")
        port = try fields.decodeIfPresent(Int.self, forKey: .port)
        transport = try fields.value(.transport, or: "TCP")
    }
}

extension ObjectReference: Decodable {
    private enum CodingKeys: CodingKey { case kind, name, namespace, uid }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        kind = try fields.value(.kind, or: "")
        name = try fields.value(.name, or: "")
        namespace = try fields.value(.namespace, or: "")
        uid = try fields.value(.uid, or: "")
    }
}
