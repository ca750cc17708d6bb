import FoundationEssentials

/// The objects of a cluster by what others call them, so that following them takes no search.
struct ClusterIndex {
    var cluster: Cluster
    private(set) var services: [ObjectName: Service] = [:]
    private(set) var deployments: [ObjectName: Deployment] = [:]
    private(set) var certificates = CertificateIndex()
    private(set) var middlewares = MiddlewareIndex(Cluster())
    /// Those that keep something out, by namespace, in the order of their names.
    private(set) var policies: [String: [NetworkPolicy]] = [:]
    /// By the service that they belong to, in the order of their names.
    private(set) var endpointSlices: [ObjectName: [EndpointSlice]] = [:]
    private(set) var podLabels = LabelIndex()
    /// Of the pod templates of deployments, stateful sets and daemon sets.
    private(set) var templateLabels = LabelIndex()
    /// By the object that they regard, oldest first.
    private(set) var events: [UID: [ClusterEvent]] = [:]
    private(set) var nodeTroubles = NodeTroubles([])
    /// Which ingresses ask for the same host and path, by name.
    private(set) var claims: [Claim: Set<String>] = [:]

    init(_ cluster: Cluster) {
        self.cluster = cluster
        for service in cluster.services.values { services[service.metadata.objectName] = service }
        for deployment in cluster.deployments.values {
            deployments[deployment.metadata.objectName] = deployment
            insert(deployment.spec.template, of: deployment.metadata)
        }
        for statefulSet in cluster.statefulSets.values { insert(statefulSet.template, of: statefulSet.metadata) }
        for daemonSet in cluster.daemonSets.values { insert(daemonSet.template, of: daemonSet.metadata) }
        for pod in cluster.pods.values {
            podLabels.insert(pod.uid, namespace: pod.metadata.namespace, labels: pod.metadata.labels)
        }
        for event in cluster.events.values.sorted(by: isOlder) {
            events[event.regarding.uid, default: []].append(event)
        }
        for slice in cluster.endpointSlices.values.sorted(by: isBefore) {
            if let service = slice.service { endpointSlices[service, default: []].append(slice) }
        }
        for ingress in cluster.ingresses.values { insert(ingress) }
        nodeTroubles = NodeTroubles(cluster.nodes.values)
        certificates = CertificateIndex(cluster)
        middlewares = MiddlewareIndex(cluster)
        for policy in cluster.networkPolicies.values.sorted(by: { ($0.name, $0.uid) < ($1.name, $1.uid) }) {
            policies[policy.metadata.namespace, default: []].append(policy)
        }
    }

    /// Keeps up with one object that is still found by the same names, labels and owners; an event or an endpoint slice
    /// may also come or go.
    mutating func replace(_ before: ClusterObject?, with after: ClusterObject?) {
        switch before {
        case .event(let event): events[event.regarding.uid]?.removeAll { $0.uid == event.uid }
        case .endpointSlice(let slice):
            if let name = slice.service { endpointSlices[name]?.removeAll { $0.uid == slice.uid } }
        case .pod, .deployment, .replicaSet, .statefulSet, .daemonSet, .job, .cronJob, .service, .ingress,
            .networkPolicy, .certificate, .middleware, .containoMiddleware, .node, nil:
            break
        }
        switch after {
        case .event(let event): events[event.regarding.uid, default: []].insert(event, inOrder: isOlder)
        case .endpointSlice(let slice):
            if let name = slice.service { endpointSlices[name, default: []].insert(slice, inOrder: isBefore) }
        case .deployment(let deployment): deployments[deployment.metadata.objectName] = deployment
        case .pod, .replicaSet, .statefulSet, .daemonSet, .job, .cronJob, .service, .ingress, .networkPolicy,
            .certificate, .middleware, .containoMiddleware, .node, nil:
            break
        }
        if case .node = before ?? after { nodeTroubles = NodeTroubles(cluster.nodes.values) }
    }

    private mutating func insert(_ template: PodTemplate, of owner: Metadata) {
        templateLabels.insert(owner.uid, namespace: owner.namespace, labels: template.labels)
    }

    private mutating func insert(_ ingress: Ingress) {
        for rule in ingress.rules {
            for path in rule.paths ?? [] {
                claims[Claim(namespace: ingress.metadata.namespace, host: rule.host, path: path.path), default: []]
                    .insert(ingress.name)
            }
        }
    }
}

/// A host and a path that an ingress asks for.
struct Claim: Hashable {
    private let namespace: String
    private let host: String
    private let path: String

    /// Hosts are the same in upper and lower case, paths with and without a slash at their end.
    init(namespace: String, host: String, path: String) {
        self.namespace = namespace
        self.host = host.lowercased()
        var path = path[...]
        while path.hasSuffix("/") { path = path.dropLast() }
        self.path = String(path)
    }
}

extension ClusterIndex {
    /// The deployment that made a pod.
    func deployment(of pod: Pod) -> Deployment? {
        if let replicaSet = pod.metadata.controller?.uid,
            let owner = cluster.replicaSets[replicaSet]?.metadata.controller
        {
            return cluster.deployments[owner.uid]
        }
        return pod.deploymentName.flatMap { deployments[ObjectName(namespace: pod.metadata.namespace, name: $0)] }
    }

    /// What a pod counts with: its deployment, else its controller, else nothing but itself.
    func workload(of pod: Pod) -> UID { deployment(of: pod)?.uid ?? pod.metadata.controller?.uid ?? pod.uid }

    /// The pods that a service selects, newest first.
    func pods(of service: Service) -> [Pod] {
        podLabels.objects(selectedBy: service.selector, namespace: service.metadata.namespace)
            .compactMap { cluster.pods[$0] }.sorted(by: isNewer)
    }

    /// The deployments and their like whose pods a service would select, by name.
    func controllers(of service: Service) -> [ReplicaController] {
        templateLabels.objects(selectedBy: service.selector, namespace: service.metadata.namespace)
            .compactMap(controller).sorted { ($0.name, $0.uid) < ($1.name, $1.uid) }
    }

    private func controller(_ uid: UID) -> ReplicaController? {
        if let deployment = cluster.deployments[uid] { return ReplicaController(deployment) }
        if let set = cluster.statefulSets[uid] { return ReplicaController(set, events: events[uid] ?? []) }
        return cluster.daemonSets[uid].map { ReplicaController($0, events: events[uid] ?? []) }
    }

    /// The objects that a policy selects: pods, and what would make some.
    func objects(selectedBy policy: NetworkPolicy) -> [UID] {
        let namespace = policy.metadata.namespace
        let pods = cluster.pods.values.filter { policy.selects($0.metadata) }.map(\.uid)
        let templates =
            cluster.deployments.values.map { ($0.metadata, $0.spec.template) }
            + cluster.statefulSets.values.map { ($0.metadata, $0.template) }
            + cluster.daemonSets.values.map { ($0.metadata, $0.template) }
        let owners = templates.filter { $0.0.namespace == namespace && policy.podSelector.matches($0.1.labels) }
        return pods + owners.map(\.0.uid)
    }
}

extension EndpointSlice {
    /// The one that it belongs to; nil if it does not say so.
    var service: ObjectName? {
        serviceName.map { ObjectName(namespace: metadata.namespace, name: $0) }
    }
}

extension Array {
    fileprivate mutating func insert(_ element: Element, inOrder isBefore: (Element, Element) -> Bool) {
        insert(element, at: firstIndex { isBefore(element, $0) } ?? endIndex)
    }
}

/// By name.
private func isBefore(_ one: EndpointSlice, _ other: EndpointSlice) -> Bool {
    (one.name, one.uid) < (other.name, other.uid)
}

/// Newest first, then by name.
func isNewer(_ one: Pod, _ other: Pod) -> Bool { isNewer(one.metadata, other.metadata) }

/// Newest first, then by name.
func isNewer(_ one: Metadata, _ other: Metadata) -> Bool {
    let (time, otherTime) = (one.creationTimestamp, other.creationTimestamp)
    if time != otherTime { return time ?? .distantPast > otherTime ?? .distantPast }
    return (one.name, one.uid) < (other.name, other.uid)
}

/// By when they were seen last.
func isOlder(_ one: ClusterEvent, _ other: ClusterEvent) -> Bool {
    if one.lastSeen != other.lastSeen { return one.lastSeen ?? .distantPast < other.lastSeen ?? .distantPast }
    return one.uid < other.uid
}
