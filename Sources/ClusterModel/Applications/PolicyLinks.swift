import Words

/// Says that network policies keep the ingress controller away from the pods behind a service's port; nil if they do
/// not, or if nobody can tell.
///
/// Doubtful, not broken: whether policies are enforced at all is up to the cluster's network, which the API does not
/// tell. The controller is taken to live in another namespace, or in a pod whose labels say that it is one. A rule
/// for any other namespace or for addresses lets it in, since neither can be looked up.
func policyLink(_ service: Service, _ port: ServicePort?, _ survey: Survey) -> Link? {
    let policies = survey.index.policies[service.metadata.namespace] ?? []
    guard !policies.isEmpty else { return nil }
    for pod in backends(of: service, port, survey).compactMap(\.pod) {
        let selecting = policies.filter { $0.isolatesIngress && $0.selects(pod.metadata) }
        let number = targetPort(port, in: pod)
        if selecting.isEmpty || selecting.contains(where: { $0.admitsController(to: pod, number, survey) }) { continue }
        let detail =
            number.map { Phrase("keeps the ingress controller away from \(pod.name) port \($0)") }
            ?? Phrase("keeps the ingress controller away from \(pod.name)")
        return Link(.policy, .doubtful, named: selecting.map(\.name).joined(separator: ", "), detail: detail)
    }
    return nil
}

extension NetworkPolicy {
    func selects(_ pod: Metadata) -> Bool {
        pod.namespace == metadata.namespace && podSelector.matches(pod.labels)
    }

    fileprivate func admitsController(to pod: Pod, _ port: Int?, _ survey: Survey) -> Bool {
        ingress.contains { rule in
            let isOpen = rule.from.isEmpty || rule.from.contains { $0.takesInController(metadata.namespace, survey) }
            return isOpen && (rule.ports.isEmpty || rule.ports.contains { $0.takesIn(port, of: pod) })
        }
    }
}

extension NetworkPolicy.Peer {
    fileprivate func takesInController(_ namespace: String, _ survey: Survey) -> Bool {
        if namespaceSelector != nil || hasIPBlock { return true }
        guard let podSelector else { return false }
        return survey.index.cluster.pods.values.contains { pod in
            pod.isIngressController && pod.metadata.namespace == namespace && podSelector.matches(pod.metadata.labels)
        }
    }
}

extension NetworkPolicy.Port {
    fileprivate func takesIn(_ number: Int?, of pod: Pod) -> Bool {
        guard transport == "TCP" else { return false }
        guard let port, let number else { return true }
        switch port {
        case .number(let first): return first <= number && number <= max(first, endPort ?? first)
        case .name(let name):
            return pod.spec.containers.flatMap(\.ports).contains { $0.name == name && $0.containerPort == number }
        }
    }
}

extension Pod {
    fileprivate var isIngressController: Bool {
        metadata.labels.values.contains { $0.contains("traefik") || $0.contains("ingress") }
    }
}
