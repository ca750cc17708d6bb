package import FoundationEssentials

/// All applications of a cluster with their chains and verdicts, by name.
package func applications(in cluster: Cluster, at now: Date) -> [Application] {
    let survey = Survey(ClusterIndex(cluster), at: now)
    return groups(survey.index).map { application in
        var application = application
        application.addChains(survey)
        application.verdict = verdict(on: application, survey)
        return application
    }
}

/// The applications with nothing but their objects, by name.
private func groups(_ index: ClusterIndex) -> [Application] {
    var groups: [ObjectName: Application] = [:]
    let names = ApplicationIndex(index)
    func add(_ metadata: Metadata, _ insert: (inout Application) -> Void) {
        let name = ObjectName(namespace: metadata.namespace, name: names[metadata.uid] ?? metadata.name)
        insert(&groups[name, default: Application(name: name.name, namespace: name.namespace)])
    }
    for deployment in index.cluster.deployments.values {
        add(deployment.metadata) { $0.deployments.append(deployment) }
    }
    for pod in index.cluster.pods.values { add(pod.metadata) { $0.pods.append(pod) } }
    for service in index.cluster.services.values { add(service.metadata) { $0.services.append(service) } }
    for ingress in index.cluster.ingresses.values { add(ingress.metadata) { $0.ingresses.append(ingress) } }
    return groups.values.map(\.ordered).sorted { ($0.name, $0.namespace) < ($1.name, $1.namespace) }
}

extension Application {
    fileprivate var ordered: Application {
        var application = self
        application.deployments.sort { one, other in
            if one.name == name || other.name == name { return one.name == name && other.name != name }
            return one.name < other.name
        }
        application.pods.sort(by: isNewer)
        application.services.sort { $0.name < $1.name }
        application.ingresses.sort { $0.name < $1.name }
        return application
    }
}
