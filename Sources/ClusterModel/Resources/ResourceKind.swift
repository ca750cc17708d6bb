/// The kinds of objects that kstop watches.
package enum ResourceKind: String, CaseIterable, Hashable, Sendable {
    case pods, deployments, replicaSets, services, ingresses, endpointSlices, events

    /// As it stands in API paths and in `kubectl get`.
    package var plural: String { rawValue.lowercased() }

    /// API versions that kstop understands, newest first; the core group is plain "v1".
    package var apiVersions: [String] {
        switch self {
        case .pods, .services, .events: ["v1"]
        case .deployments, .replicaSets: ["apps/v1"]
        case .ingresses: ["networking.k8s.io/v1"]
        case .endpointSlices: ["discovery.k8s.io/v1", "discovery.k8s.io/v1beta1"]
        }
    }
}

/// An object of the API that kstop reads.
package protocol Resource: Decodable, Equatable, Sendable {
    static var kind: ResourceKind { get }
    var metadata: Metadata { get }
}

extension Resource {
    package var name: String { metadata.name }
    package var uid: UID { metadata.uid }
}
