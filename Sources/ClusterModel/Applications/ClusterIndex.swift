import FoundationEssentials

/// The objects of a cluster by what others call them, so that following them takes no search.
struct ClusterIndex {
    let cluster: Cluster
    private(set) var services: [ObjectName: Service] = [:]
    private(set) var deployments: [ObjectName: Deployment] = [:]
    /// By the service that they belong to, in the order of their names.
    private(set) var endpointSlices: [ObjectName: [EndpointSlice]] = [:]
    private(set) var podLabels = LabelIndex()
    /// Of the deployments' pod templates.
    private(set) var templateLabels = LabelIndex()
    /// By the object that they regard, oldest first.
    private(set) var events: [UID: [ClusterEvent]] = [:]
    /// Which ingresses ask for the same host and path, by name.
    private(set) var claims: [Claim: Set<String>] = [:]

    init(_ cluster: Cluster) {
        self.cluster = cluster
        for service in cluster.services.values { services[service.metadata.objectName] = service }
        for deployment in cluster.deployments.values { insert(deployment) }
        for pod in cluster.pods.values {
            podLabels.insert(pod.uid, namespace: pod.metadata.namespace, labels: pod.metadata.labels)
        }
        for event in cluster.events.values.sorted(by: isOlder) {
            events[event.regarding.uid, default: []].append(event)
        }
        for slice in cluster.endpointSlices.values.sorted(by: { ($0.name, $0.uid) < ($1.name, $1.uid) }) {
            let service = ObjectName(namespace: slice.metadata.namespace, name: slice.serviceName ?? "")
            endpointSlices[service, default: []].append(slice)
        }
        for ingress in cluster.ingresses.values { insert(ingress) }
    }

    private mutating func insert(_ deployment: Deployment) {
        deployments[deployment.metadata.objectName] = deployment
        let (namespace, labels) = (deployment.metadata.namespace, deployment.spec.template.labels)
        templateLabels.insert(deployment.uid, namespace: namespace, labels: labels)
    }

    private mutating func insert(_ ingress: Ingress) {
        for rule in ingress.rules {
            for path in rule.paths ?? [] {
                claims[Claim(host: rule.host, path: path.path), default: []].insert(ingress.name)
            }
        }
    }
}

/// What an object is called among those of its kind.
struct ObjectName: Hashable {
    var namespace: String
    var name: String
}

/// A host and a path that an ingress asks for.
struct Claim: Hashable {
    var host: String
    var path: String
}

extension Metadata {
    var objectName: ObjectName { ObjectName(namespace: namespace, name: name) }
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

    /// The deployments whose pods a service would select, by name.
    func deployments(of service: Service) -> [Deployment] {
        templateLabels.objects(selectedBy: service.selector, namespace: service.metadata.namespace)
            .compactMap { cluster.deployments[$0] }.sorted { $0.name < $1.name }
    }
}

/// Newest first, then by name.
func isNewer(_ one: Pod, _ other: Pod) -> Bool {
    let (time, otherTime) = (one.metadata.creationTimestamp, other.metadata.creationTimestamp)
    if time != otherTime { return time ?? .distantPast > otherTime ?? .distantPast }
    return (one.name, one.uid) < (other.name, other.uid)
}

/// By when they were seen last.
func isOlder(_ one: ClusterEvent, _ other: ClusterEvent) -> Bool {
    if one.lastSeen != other.lastSeen { return one.lastSeen ?? .distantPast < other.lastSeen ?? .distantPast }
    return one.uid < other.uid
}
