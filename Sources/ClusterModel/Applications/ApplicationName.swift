/// The name of the application that a pod belongs to: by its labels, else by its owners, else by its own name.
package func applicationName(of pod: Pod, in cluster: Cluster) -> String {
    pod.metadata.applicationLabel ?? ownerName(of: pod, in: cluster) ?? applicationName(forPodNamed: pod.name)
}

/// A job belongs to what its labels say, else to its cron job, else to itself.
func applicationName(of job: Job) -> String {
    job.metadata.applicationLabel ?? job.metadata.controller?.name ?? job.name
}

extension Metadata {
    /// By the labels that kubeseed and Helm write; nil if there are none.
    var applicationLabel: String? {
        label("ksapp") ?? label("app.kubernetes.io/instance") ?? shortAppLabel ?? label("app.kubernetes.io/name")
    }

    /// kubeseed labels the database of an application "db-wordpress.wordpress".
    private var shortAppLabel: String? {
        label("app")?.split(separator: ".").last.map(String.init)
    }

    private func label(_ key: String) -> String? {
        labels[key].flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension Pod {
    /// The name of its deployment, which it shows in the name of its replica set; nil if it has none.
    var deploymentName: String? {
        guard let owner = metadata.controller, owner.kind == "ReplicaSet" else { return nil }
        guard let hash = metadata.labels["pod-template-hash"], owner.name.hasSuffix("-\(hash)") else { return nil }
        let name = owner.name.dropLast(hash.count + 1)
        return name.isEmpty ? nil : String(name)
    }
}

private func ownerName(of pod: Pod, in cluster: Cluster) -> String? {
    guard let owner = pod.metadata.controller else { return nil }
    switch owner.kind {
    case "ReplicaSet":
        guard let deployment = cluster.replicaSets[owner.uid]?.metadata.controller else { return pod.deploymentName }
        return cluster.deployments[deployment.uid]?.metadata.applicationLabel ?? deployment.name
    case "StatefulSet": return cluster.statefulSets[owner.uid]?.metadata.applicationLabel ?? owner.name
    case "DaemonSet": return cluster.daemonSets[owner.uid]?.metadata.applicationLabel ?? owner.name
    case "Job": return cluster.jobs[owner.uid].map(applicationName)
    default: return nil
    }
}
