/// From the endpoints of a service's port on.
func endpointChain(_ service: Service, _ port: ServicePort?, _ survey: Survey) -> Chain {
    if service.type == .externalName {
        return Chain(url: nil, links: [Link(.endpoints, .ok, service.externalName, detail: "a DNS name (external)")])
    }
    let backends = backends(of: service, port, survey)
    if backends.isEmpty { return chainWithoutBackends(service, survey) }
    var chain = Chain(url: nil, links: [])
    if !backends.contains(where: \.isReady) { chain.fault = unreadyFault(service, port, backends, survey) }
    chain.links = [endpointsLink(backends, isBroken: chain.fault != nil, survey)] + podLinks(backends, survey)
    chain.objects = Set(backends.compactMap(\.pod?.uid))
    return chain
}

private func endpointsLink(_ backends: [Backend], isBroken: Bool, _ survey: Survey) -> Link {
    let ready = backends.filter(\.isReady)
    let name = "\(ready.count) of \(backends.count) ready"
    let source = survey.reading(.endpointSlices) == .complete ? "" : "  by selector"
    if let first = backends.first, ready.isEmpty {
        let place = first.address.isEmpty ? first.podName : first.address
        let status = first.pod.map { ": \($0.summary.status)" } ?? ""
        let state: Link.State = isBroken ? .broken : .progressing
        return Link(.endpoints, state, name, detail: "\(place) not ready\(status)\(source)")
    }
    let more = ready.count > 3 ? " + \(ready.count - 3) more..." : ""
    let addresses = ready.prefix(3).map(\.text).joined(separator: ", ")
    return Link(.endpoints, .ok, name, detail: "\(addresses)\(more)\(source)")
}

extension Backend {
    fileprivate var text: String { podName.isEmpty ? "\(address) (external)" : address }
}

/// Why none of the backends is ready; nil while they are on their way.
private func unreadyFault(
    _ service: Service, _ port: ServicePort?, _ backends: [Backend], _ survey: Survey
) -> Fault? {
    let pods = backends.compactMap(\.pod)
    for pod in pods {
        if let cause = survey.health(of: pod).cause { return Fault(status: pod.summary.status, why: cause.sentence) }
    }
    if case .name(let name) = port?.targetPort, !pods.isEmpty, pods.allSatisfy({ targetPort(port, in: $0) == nil }) {
        return fault("no such port", service, "no container has a port named \(name)")
    }
    return pods.isEmpty ? fault("no endpoints", service, "none of its endpoints is ready") : nil
}

/// From a service on that has neither endpoints nor pods that could become some.
private func chainWithoutBackends(_ service: Service, _ survey: Survey) -> Chain {
    let makers: [ResourceKind] = [.pods, .deployments, .statefulSets, .daemonSets]
    let kinds = service.selector.isEmpty ? [.endpointSlices] : makers
    let controllers = survey.index.controllers(of: service)
    if let first = controllers.first { return chainWithoutPods(controllers, first: first, survey) }
    for kind in kinds where survey.reading(kind) != .complete {
        let detail = survey.reading(kind).text(kind)
        return Chain(url: nil, links: [Link(.endpoints, .unknown, "unknown", detail: detail)])
    }
    let problem =
        service.selector.isEmpty
        ? "it has no selector, and nobody wrote endpoints for it" : mismatch(service, survey)
    var chain = Chain(url: nil, links: [Link(.endpoints, .broken, "no endpoints", detail: problem)])
    chain.fault = fault("no endpoints", service, problem)
    return chain
}

private func chainWithoutPods(_ controllers: [ReplicaController], first: ReplicaController, _ survey: Survey) -> Chain {
    let replicas = controllers.reduce(0) { $0 + $1.replicas }
    if replicas > 0 {
        if survey.reading(.pods) != .complete {
            let detail = survey.reading(.pods).text(.pods)
            return Chain(url: nil, links: [Link(.endpoints, .unknown, "unknown", detail: detail)])
        }
        let detail = "\(first.title) has no pods yet"
        return Chain(url: nil, links: [Link(.endpoints, .progressing, "0 of \(replicas) ready", detail: detail)])
    }
    return Chain(url: nil, links: [Link(.endpoints, .stopped, "stopped", detail: first.stopText)])
}

/// Which label no pod has, and which one was probably meant.
private func mismatch(_ service: Service, _ survey: Survey) -> String {
    let namespace = service.metadata.namespace
    for (key, value) in service.selector.sorted(by: isMoreTelling) {
        let values = survey.index.podLabels.values(of: key, namespace: namespace)
            .union(survey.index.templateLabels.values(of: key, namespace: namespace))
        if values.contains(value) { continue }
        let hint = nearest(value, among: values).map { "; \(key)=\($0) exists" } ?? ""
        return "no pod has \(key)=\(value)\(hint)"
    }
    return "no pod has all of \(service.selector.labelText)"
}

/// The label that names the application first, then by key.
private func isMoreTelling(_ one: (key: String, value: String), _ other: (key: String, value: String)) -> Bool {
    if one.key == "ksapp" || other.key == "ksapp" { return one.key == "ksapp" }
    return one.key < other.key
}

private func fault(_ status: String, _ service: Service, _ problem: String) -> Fault {
    Fault(status: status, why: "Service \(service.name) leads nowhere: \(problem).")
}
