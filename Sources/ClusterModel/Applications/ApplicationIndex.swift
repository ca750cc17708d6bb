/// Which application each object belongs to.
package struct ApplicationIndex: Sendable {
    private var names: [UID: String] = [:]

    package init(_ cluster: Cluster) {
        self.init(ClusterIndex(cluster))
    }

    init(_ index: ClusterIndex) {
        let cluster = index.cluster
        for deployment in cluster.deployments.values {
            names[deployment.uid] = deployment.metadata.applicationLabel ?? deployment.name
        }
        for set in cluster.statefulSets.values { names[set.uid] = set.metadata.applicationLabel ?? set.name }
        for set in cluster.daemonSets.values { names[set.uid] = set.metadata.applicationLabel ?? set.name }
        for job in cluster.jobs.values { names[job.uid] = applicationName(of: job) }
        for pod in cluster.pods.values { names[pod.uid] = applicationName(of: pod, in: cluster) }
        for replicaSet in cluster.replicaSets.values { names[replicaSet.uid] = name(of: replicaSet) }
        for service in cluster.services.values { names[service.uid] = name(of: service, index) }
        for ingress in cluster.ingresses.values { names[ingress.uid] = name(of: ingress, index) }
    }

    /// Nil for an object that the cluster did not have, or of a kind that belongs to no application.
    package subscript(uid: UID) -> String? { names[uid] }
}

extension ApplicationIndex {
    private func name(of replicaSet: ReplicaSet) -> String {
        if let label = replicaSet.metadata.applicationLabel { return label }
        guard let owner = replicaSet.metadata.controller else { return replicaSet.name }
        return names[owner.uid] ?? owner.name
    }

    private func name(of service: Service, _ index: ClusterIndex) -> String {
        if let label = service.metadata.applicationLabel { return label }
        let workload = index.controllers(of: service).first?.uid ?? index.pods(of: service).first?.uid
        return workload.flatMap { names[$0] } ?? service.name
    }

    /// An ingress without labels belongs to the first service that it leads to.
    private func name(of ingress: Ingress, _ index: ClusterIndex) -> String {
        if let label = ingress.metadata.applicationLabel { return label }
        for name in ingress.serviceNames {
            let service = index.services[ObjectName(namespace: ingress.metadata.namespace, name: name)]
            if let service, let application = names[service.uid] { return application }
        }
        return ingress.name.hasPrefix("ing-") ? String(ingress.name.dropFirst(4)) : ingress.name
    }
}

extension Ingress {
    /// The services that it leads to, in the order of its rules.
    package var serviceNames: [String] {
        let backends = rules.flatMap { $0.paths ?? [] }.map(\.backend) + [defaultBackend].compactMap(\.self)
        return backends.compactMap { backend in
            if case .service(let name, _) = backend { name } else { nil }
        }
    }
}
