package import FoundationEssentials

/// The columns of the applications table.
extension Application {
    /// Over all deployments, stateful and daemon sets; without one, over the pods that are meant to go on.
    package var readyPods: Int {
        if hasControllers {
            return deployments.reduce(0) { $0 + $1.status.readyReplicas }
                + statefulSets.reduce(0) { $0 + $1.status.readyReplicas }
                + daemonSets.reduce(0) { $0 + $1.status.numberReady }
        }
        return lastingPods.count { $0.summary.ready == $0.summary.total }
    }

    package var desiredPods: Int {
        guard hasControllers else { return lastingPods.count }
        return deployments.reduce(0) { $0 + $1.spec.replicas } + statefulSets.reduce(0) { $0 + $1.replicas }
            + daemonSets.reduce(0) { $0 + $1.status.desiredNumberScheduled }
    }

    package var readyText: String { "\(readyPods)/\(desiredPods)" }

    /// Over all pods.
    package var restarts: Int { pods.reduce(0) { $0 + $1.summary.restarts } }

    package var lastRestart: Date? { pods.compactMap(\.summary.lastRestart).max() }

    /// For kubectl's RESTARTS, "4 (31s ago)": all pods as if they were one.
    package var restartSummary: PodSummary {
        PodSummary(status: "", restarts: restarts, lastRestart: lastRestart)
    }

    /// The main deployment's, else that of the oldest object.
    package var creationTimestamp: Date? {
        if let main = mainDeployment { return main.metadata.creationTimestamp }
        return objects.map(\.metadata).compactMap(\.creationTimestamp).min()
    }

    /// The first host of the first ingress, without a path if that is "/".
    package var url: String? { ingresses.compactMap(\.url).first }

    /// The first image of the main workload, else of the main pod.
    package var image: String? {
        let template = mainDeployment?.spec.template ?? statefulSets.first?.template ?? daemonSets.first?.template
        return (template?.spec ?? mainPod?.spec ?? jobs.first?.template.spec)?.containers.first?.image
    }

    /// All that it consists of, also what it shares with others.
    package var objects: [ClusterObject] {
        deployments.map(ClusterObject.deployment) + statefulSets.map(ClusterObject.statefulSet)
            + daemonSets.map(ClusterObject.daemonSet) + jobs.map(ClusterObject.job) + pods.map(ClusterObject.pod)
            + services.map(ClusterObject.service) + ingresses.map(ClusterObject.ingress)
            + networkPolicies.map(ClusterObject.networkPolicy) + certificates.map(ClusterObject.certificate)
    }

    private var hasControllers: Bool { !(deployments.isEmpty && statefulSets.isEmpty && daemonSets.isEmpty) }

    private var lastingPods: [Pod] {
        pods.filter { !$0.isFinished && $0.metadata.deletionTimestamp == nil }
    }
}

extension Ingress {
    /// Of its first host, without a path if that is "/".
    var url: String? {
        guard let rule = rules.first(where: { !$0.host.isEmpty }) else { return nil }
        let path = rule.paths?.first?.path ?? ""
        return url(host: rule.host, path: path == "/" ? "" : path)
    }

    /// "https://host/path", or with http where no certificate covers the host.
    func url(host: String, path: String) -> String {
        let scheme = tls(covering: host) == nil ? "http" : "https"
        return "\(scheme)://\(host.isEmpty ? "*" : host)\(path)"
    }

    /// The part of `spec.tls` that covers a host: by name, by a wildcard for one label, or by naming no host at all.
    func tls(covering host: String) -> IngressTLS? {
        tls.first { $0.hosts.isEmpty || $0.hosts.contains { covers($0, host) } }
    }
}

/// Whether a name of a certificate, which may begin with a wildcard for one label, covers a host.
func covers(_ pattern: String, _ host: String) -> Bool {
    let (pattern, host) = (pattern.lowercased(), host.lowercased())
    if pattern == host { return true }
    guard pattern.hasPrefix("*."), let dot = host.firstIndex(of: "."), dot != host.startIndex else { return false }
    return host[dot...] == pattern.dropFirst()
}
