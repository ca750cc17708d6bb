package import FoundationEssentials

/// The columns of the applications table.
extension Application {
    /// Over all deployments, stateful and daemon sets; without one, over the pods that are meant to go on.
    package var readyPods: Int {
        if hasControllers {
            return deployments.reduce(0) { $0 + $1.status.readyReplicas }
                + statefulSets.reduce(0) { $0 + $1.status.readyReplicas }
                + daemonSets.reduce(0) { $0 + $1.status.numberReady } + replicaSets.reduce(0) { $0 + $1.readyReplicas }
        }
        return lastingPods.count { $0.summary.ready == $0.summary.total }
    }

    package var desiredPods: Int {
        guard hasControllers else { return lastingPods.count }
        return deployments.reduce(0) { $0 + $1.spec.replicas } + statefulSets.reduce(0) { $0 + $1.replicas }
            + daemonSets.reduce(0) { $0 + $1.status.desiredNumberScheduled }
            + replicaSets.reduce(0) { $0 + $1.replicas }
    }

    package var readyText: String { "\(readyPods)/\(desiredPods)" }

    /// Over all pods.
    package var restarts: Int { pods.reduce(0) { $0 + $1.summary.restarts } }

    package var lastRestart: Date? { pods.compactMap(\.summary.lastRestart).max() }

    /// For kubectl's RESTARTS, "4 (31s ago)": all pods as if they were one.
    package var restartSummary: PodSummary {
        PodSummary(status: "", restarts: restarts, lastRestart: lastRestart)
    }

    /// The main workload's, else that of the oldest object.
    package var creationTimestamp: Date? {
        if let main = mainWorkload { return main.metadata.creationTimestamp }
        return objects.map(\.metadata).compactMap(\.creationTimestamp).min()
    }

    /// The first host of the first ingress, without a path if that is "/"; a path to a service of the application goes
    /// before others.
    package var url: String? {
        let own = Set(services.map(\.name))
        return entrances.lazy.compactMap { $0.url(to: own) }.first
    }

    /// The first image of the main workload, else of the main pod.
    package var image: String? {
        (mainWorkload?.template.spec ?? mainPod?.spec ?? jobs.first?.template.spec)?.containers.first?.image
    }

    /// All that it consists of, also what it shares with others.
    package var objects: [ClusterObject] {
        deployments.map(ClusterObject.deployment) + statefulSets.map(ClusterObject.statefulSet)
            + daemonSets.map(ClusterObject.daemonSet) + replicaSets.map(ClusterObject.replicaSet)
            + cronJobs.map(ClusterObject.cronJob) + jobs.map(ClusterObject.job) + pods.map(ClusterObject.pod)
            + services.map(ClusterObject.service) + ingresses.map(ClusterObject.ingress)
            + networkPolicies.map(ClusterObject.networkPolicy) + certificates.map(ClusterObject.certificate)
    }

    private var hasControllers: Bool {
        !(deployments.isEmpty && statefulSets.isEmpty && daemonSets.isEmpty && replicaSets.isEmpty)
    }

    private var lastingPods: [Pod] {
        pods.filter { !$0.isFinished && $0.metadata.deletionTimestamp == nil && !$0.metadata.isSolver }
    }
}

extension Ingress {
    /// Of the first host and path that lead to one of some services, else of the first of all; without a path if that
    /// is "/".
    func url(to services: Set<String>) -> String? {
        let named = rules.filter { !$0.host.isEmpty }
        let all = named.flatMap { rule in (rule.paths ?? []).map { (host: rule.host, path: $0) } }
        let ways = all.filter { !isExpression($0.path) }
        if let way = ways.first(where: { $0.path.backend.leads(to: services) }) ?? ways.first {
            return url(host: way.host, path: way.path.path == "/" ? "" : way.path.path)
        }
        return named.first { ($0.paths ?? []).isEmpty }.map { url(host: $0.host, path: "") }
    }

    /// "https://host/path", or with http where neither a certificate covers the host nor Traefik is told to use TLS.
    func url(host: String, path: String) -> String {
        let scheme = tls(covering: host) != nil || hasRouterTLS ? "https" : "http"
        return "\(scheme)://\(host.isEmpty ? "*" : host)\(path)"
    }

    /// The part of `spec.tls` that covers a host: by name, by a wildcard for one label, or by naming no host at all.
    func tls(covering host: String) -> IngressTLS? {
        tls.first { $0.hosts.isEmpty || $0.hosts.contains { covers($0, host) } }
    }
}

extension IngressBackend {
    fileprivate func leads(to services: Set<String>) -> Bool {
        if case .service(let name, _) = self { services.contains(name) } else { false }
    }
}

/// Whether a name of a certificate, which may begin with a wildcard for one label, covers a host.
func covers(_ pattern: String, _ host: String) -> Bool {
    let (pattern, host) = (pattern.lowercased(), host.lowercased())
    if pattern == host { return true }
    guard pattern.hasPrefix("*."), let dot = host.firstIndex(of: "."), dot != host.startIndex else { return false }
    return host[dot...] == pattern.dropFirst()
}
