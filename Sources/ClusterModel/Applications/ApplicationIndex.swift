/// Which applications each object belongs to.
///
/// Owner references join pods with what has made them; labels then say which workloads belong together
/// (`ApplicationNaming`). A service belongs where its labels say, if a workload is there, else where the workload does
/// that it selects; an ingress where its labels say or its services do, to each of them if there are several. What
/// others put up for an application belongs to it: k3s' load balancers to their service's, cert-manager's solvers of
/// challenges to that of their host.
package struct ApplicationIndex: Sendable {
    /// Where an object belongs first of all stands first.
    private var applications: [UID: [ObjectName]] = [:]
    /// Those that have workloads or pods.
    private var inhabited: Set<ObjectName> = []

    package init(_ cluster: Cluster) {
        self.init(ClusterIndex(cluster))
    }

    init(_ index: ClusterIndex) {
        let cluster = index.cluster
        let workloads = cluster.workloads
        let labels = workloads.map { (metadata: $0.metadata, labels: $0.labels) }
        let naming = ApplicationNaming(labels, fronted: index.fronted(labels.map(\.labels)))
        for workload in workloads where workload.metadata.balancedService == nil {
            put(workload.metadata.uid, in: application(of: workload, naming))
        }
        for job in cluster.jobs.values { put(job.uid, in: application(of: job, naming)) }
        let helpers = cluster.pods.values.filter { $0.metadata.isHelper }
        for pod in cluster.pods.values where !pod.metadata.isHelper {
            put(pod.uid, in: application(of: pod, index, naming))
        }
        for service in cluster.services.values where !service.metadata.isSolver {
            applications[service.uid] = [application(of: service, index, naming)]
        }
        for ingress in cluster.ingresses.values where !ingress.metadata.isSolver {
            applications[ingress.uid] = applications(of: ingress, index, naming)
        }
        addBalancers(workloads.map(\.metadata) + helpers.map(\.metadata), index)
        addSolvers(index)
    }

    /// Empty for an object that the cluster did not have, or of a kind that belongs to no application.
    package subscript(uid: UID) -> [ObjectName] { applications[uid] ?? [] }

    private mutating func put(_ uid: UID, in application: ObjectName) {
        applications[uid] = [application]
        inhabited.insert(application)
    }
}

extension ApplicationIndex {
    private func application(of workload: LabelledWorkload, _ naming: ApplicationNaming) -> ObjectName {
        let namespace = workload.metadata.namespace
        return naming.application(workload.labels, in: namespace) ?? workload.metadata.objectName
    }

    /// That of the cron job that has made it.
    private func application(of job: Job, _ naming: ApplicationNaming) -> ObjectName {
        if let owner = job.metadata.controller, let application = applications[owner.uid]?.first { return application }
        let namespace = job.metadata.namespace
        let labelled = naming.application(ApplicationLabels(job.metadata), in: namespace)
        return labelled ?? ObjectName(namespace: namespace, name: job.metadata.controller?.name ?? job.name)
    }

    private func application(of pod: Pod, _ index: ClusterIndex, _ naming: ApplicationNaming) -> ObjectName {
        if let application = applications[index.workload(of: pod)]?.first { return application }
        let namespace = pod.metadata.namespace
        if let application = naming.application(ApplicationLabels(pod.metadata), in: namespace) { return application }
        let name = index.cluster.unreadWorkload(of: pod) ?? applicationName(forPodNamed: pod.name)
        return ObjectName(namespace: namespace, name: name)
    }

    private func application(of service: Service, _ index: ClusterIndex, _ naming: ApplicationNaming) -> ObjectName {
        let labelled = naming.application(ApplicationLabels(service.metadata), in: service.metadata.namespace)
        if let labelled, inhabited.contains(labelled) { return labelled }
        let workload = index.controllers(of: service).first?.uid ?? index.pods(of: service).first?.uid
        return workload.flatMap { applications[$0]?.first } ?? labelled ?? service.metadata.objectName
    }

    private func applications(
        of ingress: Ingress, _ index: ClusterIndex, _ naming: ApplicationNaming
    ) -> [ObjectName] {
        let namespace = ingress.metadata.namespace
        let labelled = naming.application(ApplicationLabels(ingress.metadata), in: namespace)
        let backends = ingress.serviceNames.flatMap { name in
            index.services[ObjectName(namespace: namespace, name: name)].map { self[$0.uid] } ?? []
        }
        guard let labelled, inhabited.contains(labelled) || backends.isEmpty else {
            return backends.isEmpty ? [ObjectName(namespace: namespace, name: ingress.bareName)] : unique(backends)
        }
        return Set(ingress.serviceNames).count > 1 ? unique([labelled] + backends) : [labelled]
    }
}

// What others put up for an application.
extension ApplicationIndex {
    private mutating func addBalancers(_ objects: [Metadata], _ index: ClusterIndex) {
        for metadata in objects {
            guard let name = metadata.balancedService else { continue }
            let service = index.services[name]
            applications[metadata.uid] = service.map { self[$0.uid] } ?? [name]
        }
    }

    /// Solvers know their host from the rule of their ingress alone; all that belongs to one carries the same labels.
    private mutating func addSolvers(_ index: ClusterIndex) {
        let cluster = index.cluster
        let solvers = cluster.ingresses.values.filter { $0.metadata.isSolver }
        let parts = cluster.pods.values.map(\.metadata) + cluster.services.values.map(\.metadata)
        let rest = parts.filter { $0.isSolver }
        guard !solvers.isEmpty || !rest.isEmpty else { return }
        var byChallenge: [[String]: [ObjectName]] = [:]
        for ingress in solvers.sorted(by: { $0.name < $1.name }) {
            let owners = applications(ofHost: ingress.rules.first?.host ?? "", ingress.metadata, cluster, index)
            applications[ingress.uid] = owners
            byChallenge[ingress.metadata.challenge] = owners
        }
        for metadata in rest {
            let name = metadata.controller?.name ?? metadata.name
            let own = ObjectName(namespace: metadata.namespace, name: name)
            applications[metadata.uid] = byChallenge[metadata.challenge] ?? [own]
        }
    }

    /// That of the ingress which shows the host, else the one that its certificate suggests.
    private func applications(
        ofHost host: String, _ solver: Metadata, _ cluster: Cluster, _ index: ClusterIndex
    ) -> [ObjectName] {
        let hosts = cluster.ingresses.values.filter { ingress in
            ingress.metadata.namespace == solver.namespace && !ingress.metadata.isSolver
                && (ingress.rules.contains { $0.host == host } || ingress.tls.contains { $0.hosts.contains(host) })
        }
        if let ingress = hosts.min(by: { ($0.name, $0.uid) < ($1.name, $1.uid) }) { return [self[ingress.uid][0]] }
        let certificate = index.certificates.certificate(for: host, namespace: solver.namespace)
        let name = certificate?.metadata.suggestedApplication ?? host
        return [ObjectName(namespace: solver.namespace, name: name.isEmpty ? solver.name : name)]
    }

    private func unique(_ names: [ObjectName]) -> [ObjectName] {
        var seen: Set<ObjectName> = []
        return names.filter { seen.insert($0).inserted }
    }
}

/// What makes pods, with the labels that name its application.
private struct LabelledWorkload {
    var metadata: Metadata
    var labels: ApplicationLabels

    init(_ metadata: Metadata, _ template: [String: String] = [:]) {
        self.metadata = metadata
        labels = ApplicationLabels(metadata, template: template)
    }
}

extension Cluster {
    /// All but jobs.
    fileprivate var workloads: [LabelledWorkload] {
        deployments.values.map { LabelledWorkload($0.metadata, $0.spec.template.labels) }
            + statefulSets.values.map { LabelledWorkload($0.metadata, $0.template.labels) }
            + daemonSets.values.map { LabelledWorkload($0.metadata, $0.template.labels) }
            + cronJobs.values.map { LabelledWorkload($0.metadata, $0.template.labels) }
            + replicaSets.values.filter(\.isOnItsOwn).map { LabelledWorkload($0.metadata) }
    }

    /// The name of what has made a pod where that itself is not known.
    fileprivate func unreadWorkload(of pod: Pod) -> String? {
        guard let owner = pod.metadata.controller else { return nil }
        switch owner.kind {
        case "ReplicaSet": return replicaSets[owner.uid]?.metadata.controller?.name ?? pod.deploymentName
        case "StatefulSet", "DaemonSet": return owner.name
        default: return nil
        }
    }
}

extension ClusterIndex {
    /// The workloads that ingresses lead to; none is looked for where nothing depends on it.
    fileprivate func fronted(_ labels: [ApplicationLabels]) -> Set<UID> {
        guard labels.contains(where: { $0.instance != nil && $0.name != nil && $0.name != $0.instance }) else {
            return []
        }
        var found: Set<UID> = []
        for ingress in cluster.ingresses.values where !ingress.metadata.isSolver {
            for name in ingress.serviceNames {
                let service = services[ObjectName(namespace: ingress.metadata.namespace, name: name)]
                if let service { found.formUnion(controllers(of: service).map(\.uid)) }
            }
        }
        return found
    }
}

extension Metadata {
    /// Whether it is of one of cert-manager's solvers of HTTP-01 challenges (`pkg/issuer/acme/http` in cert-manager).
    var isSolver: Bool { labels["acme.cert-manager.io/http01-solver"] == "true" }

    /// What a solver's pod, service and ingress have in common.
    fileprivate var challenge: [String] {
        [namespace] + ["domain", "token"].map { labels["acme.cert-manager.io/http-\($0)"] ?? "" }
    }

    /// The service that k3s' load balancer forwards to (`pkg/cloudprovider/servicelb.go` in k3s); nil for all else.
    fileprivate var balancedService: ObjectName? {
        guard let name = labels["svccontroller.k3s.cattle.io/svcname"] else { return nil }
        return ObjectName(namespace: labels["svccontroller.k3s.cattle.io/svcnamespace"] ?? namespace, name: name)
    }

    fileprivate var isHelper: Bool { isSolver || balancedService != nil }

    /// The application that labels or the name suggest for an object of none: kubeseed keeps the certificate of
    /// "radarr" in "radarr-tls".
    var suggestedApplication: String {
        let labels = ApplicationLabels(self)
        if let label = labels.seedbox ?? labels.instance ?? labels.app ?? labels.name { return label }
        return name.hasSuffix("-tls") ? String(name.dropLast(4)) : name
    }
}

extension ReplicaSet {
    /// Whether no deployment keeps it, but a person or an operator.
    var isOnItsOwn: Bool { metadata.controller.map { $0.kind != "Deployment" && replicas > 0 } ?? true }
}

extension Ingress {
    /// The services that it leads to, in the order of its rules.
    package var serviceNames: [String] {
        let backends = rules.flatMap { $0.paths ?? [] }.map(\.backend) + [defaultBackend].compactMap(\.self)
        return backends.compactMap { backend in
            if case .service(let name, _) = backend { name } else { nil }
        }
    }

    /// Without kubeseed's "ing-".
    fileprivate var bareName: String { name.hasPrefix("ing-") ? String(name.dropFirst(4)) : name }
}
