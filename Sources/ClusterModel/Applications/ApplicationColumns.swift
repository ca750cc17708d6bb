package import FoundationEssentials

/// The columns of the applications table.
extension Application {
    /// Over all deployments; without one, over the pods that are meant to go on.
    package var readyPods: Int {
        if !deployments.isEmpty { return deployments.reduce(0) { $0 + $1.status.readyReplicas } }
        return lastingPods.count { $0.summary.ready == $0.summary.total }
    }

    package var desiredPods: Int {
        deployments.isEmpty ? lastingPods.count : deployments.reduce(0) { $0 + $1.spec.replicas }
    }

    package var readyText: String { "\(readyPods)/\(desiredPods)" }

    /// Over all pods.
    package var restarts: Int { pods.reduce(0) { $0 + $1.summary.restarts } }

    package var lastRestart: Date? { pods.compactMap(\.summary.lastRestart).max() }

    /// As kubectl writes RESTARTS: "4 (31s ago)".
    package func restartsText(at now: Date) -> String {
        PodSummary(status: "", restarts: restarts, lastRestart: lastRestart).restartsText(at: now)
    }

    /// The main deployment's, else that of the oldest object.
    package var creationTimestamp: Date? {
        if let main = mainDeployment { return main.metadata.creationTimestamp }
        let metadata = pods.map(\.metadata) + services.map(\.metadata) + ingresses.map(\.metadata)
        return metadata.compactMap(\.creationTimestamp).min()
    }

    /// The first host of the first ingress, without a path if that is "/".
    package var url: String? {
        for ingress in ingresses {
            guard let rule = ingress.rules.first(where: { !$0.host.isEmpty }) else { continue }
            let path = rule.paths?.first?.path ?? ""
            return ingress.url(host: rule.host, path: path == "/" ? "" : path)
        }
        return nil
    }

    /// The first image of the main deployment, else of the newest pod.
    package var image: String? {
        (mainDeployment?.spec.template.spec ?? pods.first?.spec)?.containers.first?.image
    }

    private var lastingPods: [Pod] {
        pods.filter { !$0.isFinished && $0.metadata.deletionTimestamp == nil }
    }
}

extension Ingress {
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

private func covers(_ pattern: String, _ host: String) -> Bool {
    let (pattern, host) = (pattern.lowercased(), host.lowercased())
    if pattern == host { return true }
    guard pattern.hasPrefix("*."), let dot = host.firstIndex(of: "."), dot != host.startIndex else { return false }
    return host[dot...] == pattern.dropFirst()
}
