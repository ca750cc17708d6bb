import Words

/// From the endpoints of a service's port on.
func endpointChain(_ service: Service, _ port: ServicePort?, _ survey: Survey) -> Chain {
    if service.type == .externalName {
        let link = Link(.endpoints, .ok, named: service.externalName, detail: Phrase("a DNS name (external)"))
        return Chain(url: nil, links: [link])
    }
    let backends = backends(of: service, port, survey)
    if backends.isEmpty { return chainWithoutBackends(service, port, survey) }
    var chain = Chain(url: nil, links: [])
    if !backends.contains(where: \.isReady) { chain.fault = unreadyFault(service, port, backends, survey) }
    chain.links = [endpointsLink(backends, isBroken: chain.fault != nil, survey)] + podLinks(backends, survey)
    chain.objects = Set(backends.compactMap(\.pod?.uid))
    return chain
}

private func endpointsLink(_ backends: [Backend], isBroken: Bool, _ survey: Survey) -> Link {
    let ready = backends.filter(\.isReady)
    let name = Phrase("\(ready.count) of \(backends.count) ready")
    func sourced(_ detail: Phrase) -> Phrase {
        survey.reading(.endpointSlices) == .complete ? detail : Phrase("\(detail)  by selector")
    }
    if let first = backends.first, ready.isEmpty {
        let place = first.address.isEmpty ? first.podName : first.address
        let detail =
            first.pod.map { Phrase("\(place) not ready: \($0.summary.status)") } ?? Phrase("\(place) not ready")
        return Link(.endpoints, isBroken ? .broken : .progressing, name, detail: sourced(detail))
    }
    let addresses = ready.prefix(3).map(\.text).joined(separator: ", ")
    let detail = ready.count > 3 ? Phrase("\(addresses) + \(ready.count - 3) more...") : addresses
    return Link(.endpoints, .ok, name, detail: sourced(detail))
}

extension Backend {
    fileprivate var text: Phrase { podName.isEmpty ? Phrase("\(address) (external)") : Phrase(verbatim: address) }
}

/// Why none of the backends is ready; nil while they are on their way.
private func unreadyFault(
    _ service: Service, _ port: ServicePort?, _ backends: [Backend], _ survey: Survey
) -> Fault? {
    let pods = backends.compactMap(\.pod)
    for pod in pods {
        guard let cause = survey.health(of: pod).cause else { continue }
        return Fault(status: Phrase(verbatim: pod.summary.status), why: cause.clause.sentence)
    }
    if case .name(let name) = port?.targetPort, !pods.isEmpty, pods.allSatisfy({ targetPort(port, in: $0) == nil }) {
        return fault(Phrase("no such port"), service, Phrase("no container has a port named \(name)"))
    }
    guard pods.isEmpty else { return nil }
    return fault(Phrase("no endpoints"), service, Phrase("none of its endpoints is ready"))
}

/// From a service on that has neither endpoints nor pods that could become some.
private func chainWithoutBackends(_ service: Service, _ port: ServicePort?, _ survey: Survey) -> Chain {
    let slices = survey.index.endpointSlices[service.metadata.objectName] ?? []
    if service.selector.isEmpty, slices.contains(where: { !$0.endpoints.isEmpty }),
        let problem = missingEndpointPort(port, slices)
    {
        return emptyChain(service, problem)
    }
    let controllers = survey.index.controllers(of: service)
    let ending = slices.flatMap(\.endpoints).count(where: \.isTerminating)
    if ending > 0, controllers.allSatisfy({ $0.replicas > 0 }) {
        let name = Phrase("\(0) of \(ending) ready")
        return Chain(url: nil, links: [Link(.endpoints, .progressing, name, detail: Phrase("all of them are ending"))])
    }
    let makers: [ResourceKind] = [.pods, .deployments, .statefulSets, .daemonSets]
    let kinds = service.selector.isEmpty ? [.endpointSlices] : makers
    if let first = controllers.first { return chainWithoutPods(controllers, first: first, survey) }
    for kind in kinds where survey.reading(kind) != .complete {
        let detail = survey.reading(kind).text(kind)
        return Chain(url: nil, links: [Link(.endpoints, .unknown, Phrase("unknown"), detail: detail)])
    }
    let problem =
        service.selector.isEmpty
        ? Phrase("it has no selector, and nobody wrote endpoints for it") : mismatch(service, survey)
    return emptyChain(service, problem)
}

private func emptyChain(_ service: Service, _ problem: Phrase) -> Chain {
    var chain = Chain(url: nil, links: [Link(.endpoints, .broken, Phrase("no endpoints"), detail: problem)])
    chain.fault = fault(Phrase("no endpoints"), service, problem)
    return chain
}

/// Why the endpoints that somebody wrote by hand are not those of a port; nil if they are.
private func missingEndpointPort(_ port: ServicePort?, _ slices: [EndpointSlice]) -> Phrase? {
    guard let port, !slices.contains(where: { $0.ports.contains { $0.name == port.name } }) else { return nil }
    if !port.name.isEmpty { return Phrase("its endpoints have no port named \(port.name)") }
    let names = Set(slices.flatMap(\.ports).map(\.name)).sorted().joined(separator: ", ")
    return Phrase("its endpoints have no port without a name, only \(names)")
}

private func chainWithoutPods(_ controllers: [ReplicaController], first: ReplicaController, _ survey: Survey) -> Chain {
    let replicas = controllers.reduce(0) { $0 + $1.replicas }
    if replicas > 0 {
        if survey.reading(.pods) != .complete {
            let detail = survey.reading(.pods).text(.pods)
            return Chain(url: nil, links: [Link(.endpoints, .unknown, Phrase("unknown"), detail: detail)])
        }
        let detail = Phrase("\(first.title) has no pods yet")
        let name = Phrase("\(0) of \(replicas) ready")
        return Chain(url: nil, links: [Link(.endpoints, .progressing, name, detail: detail)])
    }
    return Chain(url: nil, links: [Link(.endpoints, .stopped, Phrase("stopped"), detail: first.stopText)])
}

/// Which label no pod has, and which one was probably meant.
private func mismatch(_ service: Service, _ survey: Survey) -> Phrase {
    let namespace = service.metadata.namespace
    for (key, value) in service.selector.sorted(by: isMoreTelling) {
        let values = survey.index.podLabels.values(of: key, namespace: namespace)
            .union(survey.index.templateLabels.values(of: key, namespace: namespace))
        if values.contains(value) { continue }
        let label = "\(key)=\(value)"
        guard let near = nearest(value, among: values) else { return Phrase("no pod has \(label)") }
        return Phrase("no pod has \(label); \("\(key)=\(near)") exists")
    }
    return Phrase("no pod has all of \(service.selector.labelText)")
}

/// The label that names the application first, then by key.
private func isMoreTelling(_ one: (key: String, value: String), _ other: (key: String, value: String)) -> Bool {
    if one.key == "ksapp" || other.key == "ksapp" { return one.key == "ksapp" }
    return one.key < other.key
}

private func fault(_ status: Phrase, _ service: Service, _ problem: Phrase) -> Fault {
    Fault(status: status, why: Phrase("service \(service.name) leads nowhere: \(problem)").sentence)
}
