import Words

/// The kinds of objects that kstop watches.
package enum ResourceKind: String, CaseIterable, Hashable, Sendable {
    case pods, deployments, replicaSets, statefulSets, daemonSets, jobs, cronJobs
    case services, ingresses, endpointSlices, networkPolicies
    case certificates
    case middlewares
    /// Traefik's middlewares as they were called before its version 3; both groups may be served at once.
    case containoMiddlewares
    case events
    case nodes

    /// As it stands in API paths and in `kubectl get`.
    package var plural: String {
        self == .containoMiddlewares ? Self.middlewares.plural : rawValue.lowercased()
    }

    /// API versions that kstop understands, newest first; the core group is plain "v1".
    package var apiVersions: [String] {
        switch self {
        case .pods, .services, .events, .nodes: ["v1"]
        case .deployments, .replicaSets, .statefulSets, .daemonSets: ["apps/v1"]
        case .jobs: ["batch/v1"]
        // Before Kubernetes 1.21, batch/v1 has no cron jobs.
        case .cronJobs: ["batch/v1", "batch/v1beta1"]
        case .ingresses, .networkPolicies: ["networking.k8s.io/v1"]
        case .endpointSlices: ["discovery.k8s.io/v1", "discovery.k8s.io/v1beta1"]
        case .certificates: ["cert-manager.io/v1"]
        case .middlewares: ["traefik.io/v1alpha1"]
        case .containoMiddlewares: ["traefik.containo.us/v1alpha1"]
        }
    }

    /// What to ask for where a served version turns out not to have the kind; nil: nothing.
    func apiVersion(before apiVersion: String) -> String? {
        apiVersions.drop { $0 != apiVersion }.dropFirst().first
    }

    /// Whether its objects live in namespaces; where they do not, a namespace that is asked for means nothing.
    package var isNamespaced: Bool { self != .nodes }

    /// Whether the rows of the first screen are made of it.
    package var isOnFirstScreen: Bool {
        switch self {
        case .pods, .deployments, .replicaSets, .services, .ingresses, .endpointSlices: true
        case .statefulSets, .daemonSets, .jobs, .cronJobs, .networkPolicies, .certificates, .middlewares,
            .containoMiddlewares, .events, .nodes:
            false
        }
    }

    /// What can be read of a namespace without any right beyond it.
    package static let namespacedKinds = allCases.filter(\.isNamespaced)

    /// What its objects are decoded as.
    var type: any Resource.Type {
        switch self {
        case .pods: Pod.self
        case .deployments: Deployment.self
        case .replicaSets: ReplicaSet.self
        case .statefulSets: StatefulSet.self
        case .daemonSets: DaemonSet.self
        case .jobs: Job.self
        case .cronJobs: CronJob.self
        case .services: Service.self
        case .ingresses: Ingress.self
        case .endpointSlices: EndpointSlice.self
        case .networkPolicies: NetworkPolicy.self
        case .certificates: Certificate.self
        case .middlewares: Middleware.self
        case .containoMiddlewares: ContainoMiddleware.self
        case .events: ClusterEvent.self
        case .nodes: Node.self
        }
    }
}

extension ResourceKind {
    /// "deployment web", as part of a clause.
    func title(of name: String) -> Phrase {
        switch self {
        case .statefulSets: Phrase("stateful set \(name)")
        case .daemonSets: Phrase("daemon set \(name)")
        case .replicaSets: Phrase("replica set \(name)")
        case .deployments: Phrase("deployment \(name)")
        case .pods, .jobs, .cronJobs, .services, .ingresses, .endpointSlices, .networkPolicies, .certificates,
            .middlewares, .containoMiddlewares, .events, .nodes:
            Phrase(verbatim: "\(singular) \(name)")
        }
    }
}

/// An object of the API that kstop reads.
///
/// A new kind needs a case here and in `ClusterObject`, its objects in `Cluster`, and the three static members below.
package protocol Resource: Decodable, Equatable, Sendable {
    static var kind: ResourceKind { get }
    /// Where a cluster keeps the objects of the kind.
    static var place: WritableKeyPath<Cluster, [UID: Self]> { get }
    /// An object of the kind as one of any kind.
    static var wrap: @Sendable (Self) -> ClusterObject { get }
    var metadata: Metadata { get set }
}

extension Resource {
    package var name: String { metadata.name }
    package var uid: UID { metadata.uid }
}
