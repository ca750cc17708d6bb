import Words

/// From a service on, one chain for each of its ports.
func serviceChains(_ service: Service, _ survey: Survey) -> [Chain] {
    var chains = service.ports.map { serviceChain(service, $0, survey) }
    if chains.isEmpty { chains = [serviceChain(service, nil, survey)] }
    // It is the same for all of its ports.
    if service.isPending {
        chains[0].links[0].state = .doubtful
        chains[0].links[0].detail = Phrase("\(service.reach): no external address yet")
    }
    return chains
}

/// From an ingress' backend on.
func backendChain(_ backend: IngressBackend, of ingress: Ingress, _ survey: Survey) -> Chain {
    switch backend {
    case .resource(let group, let kind, let name):
        // As `kubectl describe` writes it.
        let detail = Phrase(verbatim: "APIGroup: \(group.isEmpty ? "<none>" : group), Kind: \(kind), Name: \(name)")
        return Chain(url: nil, links: [Link(.service, .unknown, named: name, detail: detail)])
    case .service(let name, let port):
        let service = survey.index.services[ObjectName(namespace: ingress.metadata.namespace, name: name)]
        guard let service else { return missingServiceChain(name, port, ingress, survey) }
        guard let servicePort = service.ports.first(where: { $0.isMeant(by: port) }) else {
            // ExternalName services need no ports.
            if service.type == .externalName { return serviceChain(service, nil, survey) }
            return missingPortChain(service, port, ingress, survey)
        }
        var chain = serviceChain(service, servicePort, survey)
        if ingress.isForTraefik, let problem = httpsProblem(service, servicePort, survey) {
            chain.links[0].state = .broken
            chain.links[0].detail = problem
            chain.fault = chain.fault ?? Fault(status: Phrase("no https"), why: ingress.leadsNowhere(problem))
        }
        if ingress.isForTraefik, let doubt = undeclaredPort(service, servicePort, survey),
            let place = chain.links.firstIndex(where: { $0.kind == .endpoints && $0.state == .ok })
        {
            chain.links[place].state = .doubtful
            chain.links[place].detail = doubt
        }
        return chain
    }
}

/// That no ready pod declares the port that requests are sent to, though each declares others. That is a doubt and no
/// more: a container may listen on ports that it does not declare.
private func undeclaredPort(_ service: Service, _ port: ServicePort, _ survey: Survey) -> Phrase? {
    guard case .number(let number)? = port.targetPort ?? .number(port.port) else { return nil }
    let declared = survey.index.pods(of: service).filter(\.isReady).map { pod in
        Set(pod.declaredPorts.filter { $0.transport == port.transport }.map(\.containerPort))
    }
    guard !declared.isEmpty, declared.allSatisfy({ !$0.isEmpty && !$0.contains(number) }) else { return nil }
    let others = declared.reduce(into: Set()) { $0.formUnion($1) }.sorted().map(String.init).joined(separator: ", ")
    return Phrase("no container declares port \(number), only \(others): if nothing listens there, Traefik answers 502")
}

/// That Traefik speaks https to a port which speaks plain http, as a probe of a ready container shows: it answers 500.
private func httpsProblem(_ service: Service, _ port: ServicePort, _ survey: Survey) -> Phrase? {
    guard service.speaksHTTPS(at: port) else { return nil }
    let isPlain = survey.index.pods(of: service).contains { pod in
        guard pod.isReady, let number = targetPort(port, in: pod) else { return false }
        return pod.spec.containers.contains { $0.answersPlainHTTP(at: number) }
    }
    guard isPlain else { return nil }
    return Phrase("Traefik uses https for port \(port.port) of service \(service.name), which serves plain http")
}

extension Container {
    /// Whether a probe that has to succeed asks the port in plain http.
    fileprivate func answersPlainHTTP(at number: Int) -> Bool {
        [readinessProbe, livenessProbe].contains { probe in
            guard case .httpGet(let scheme, _, let port, _)? = probe?.action, scheme.lowercased() != "https" else {
                return false
            }
            switch port {
            case .number(let asked): return asked == number
            case .name(let name): return ports.contains { $0.name == name && $0.containerPort == number }
            }
        }
    }
}

extension Service {
    /// Whether Traefik speaks https to a port: by annotation, by the port's protocol, number or name.
    fileprivate func speaksHTTPS(at port: ServicePort) -> Bool {
        metadata.annotations["traefik.ingress.kubernetes.io/service.serversscheme"] == "https"
            || port.appProtocol == "https" || port.port == 443 || port.name.hasPrefix("https")
    }
}

/// The service and the port that a backend names; nil if either does not exist.
func service(
    behind backend: IngressBackend, of ingress: Ingress, _ survey: Survey
) -> (service: Service, port: ServicePort)? {
    guard case .service(let name, let port) = backend else { return nil }
    let service = survey.index.services[ObjectName(namespace: ingress.metadata.namespace, name: name)]
    guard let service, let servicePort = service.ports.first(where: { $0.isMeant(by: port) }) else { return nil }
    return (service, servicePort)
}

private func serviceChain(_ service: Service, _ port: ServicePort?, _ survey: Survey) -> Chain {
    let name = port.map { "\(service.name):\($0.port)" } ?? service.name
    let link = Link(.service, .ok, named: name, detail: service.reach)
    var chain = endpointChain(service, port, survey)
    chain.links.insert(link, at: 0)
    chain.objects.insert(service.uid)
    chain.objects.formUnion(survey.index.controllers(of: service).map(\.uid))
    return chain
}

private func missingServiceChain(_ name: String, _ port: PortReference?, _ ingress: Ingress, _ survey: Survey) -> Chain
{
    let title = port.map { "\(name):\($0.text)" } ?? name
    let reading = survey.reading(.services)
    guard reading == .complete else {
        return Chain(url: nil, links: [Link(.service, .unknown, named: title, detail: reading.text(.services))])
    }
    let namespace = ingress.metadata.namespace
    let others = survey.index.services.keys.filter { $0.namespace == namespace }.map(\.name)
    let problem =
        nearest(name, among: others).map { Phrase("there is no service \(name); \($0) exists") }
        ?? Phrase("there is no service \(name)")
    return brokenChain(title, problem, Phrase("no such service"), ingress)
}

/// Goes on through the service's only port, if it has but one, to show what would be reached.
private func missingPortChain(
    _ service: Service, _ port: PortReference?, _ ingress: Ingress, _ survey: Survey
) -> Chain {
    let title = "\(service.name):\(port?.text ?? "?")"
    var chain = brokenChain(title, missingPort(service, port), Phrase("no such port"), ingress)
    chain.objects.insert(service.uid)
    guard service.ports.count == 1 else { return chain }
    let onward = serviceChain(service, service.ports[0], survey)
    chain.links += onward.links.dropFirst()
    chain.objects.formUnion(onward.objects)
    return chain
}

/// Which port is not there, and which are.
private func missingPort(_ service: Service, _ port: PortReference?) -> Phrase {
    let ports = service.ports.map { $0.name.isEmpty ? "\($0.port)" : "\($0.port) (\($0.name))" }
    let existing = ports.joined(separator: ", ")
    return switch (port?.text, ports.isEmpty) {
    case (let port?, true): Phrase("service \(service.name) has no port \(port); it has none")
    case (let port?, false): Phrase("service \(service.name) has no port \(port); it has \(existing)")
    case (nil, true): Phrase("it names no port of service \(service.name); it has none")
    case (nil, false): Phrase("it names no port of service \(service.name); it has \(existing)")
    }
}

private func brokenChain(_ name: String, _ problem: Phrase, _ status: Phrase, _ ingress: Ingress) -> Chain {
    var chain = Chain(url: nil, links: [Link(.service, .broken, named: name, detail: problem)])
    chain.fault = Fault(status: status, why: ingress.leadsNowhere(problem))
    return chain
}

extension ServicePort {
    fileprivate func isMeant(by reference: PortReference?) -> Bool {
        switch reference {
        case .number(let number): port == number
        case .name(let name): self.name == name
        case nil: false
        }
    }
}

extension Service {
    /// Whether it waits for an address from outside.
    fileprivate var isPending: Bool { type == .loadBalancer && externalAddresses.isEmpty }

    /// How it is reached: "ClusterIP 10.43.7.12".
    fileprivate var reach: Phrase {
        if isHeadless { return Phrase(verbatim: "headless") }
        let nodePorts = ports.filter { $0.nodePort > 0 }.map { String($0.nodePort) }.joined(separator: ", ")
        switch type {
        case .externalName: return Phrase(verbatim: type.word)
        case .loadBalancer:
            let addresses = externalAddresses.map { "  \($0)" }.joined()
            return Phrase(verbatim: "\(type.word) \(clusterIPText)\(addresses)")
        case .clusterIP, .nodePort, .other:
            let address = "\(type.word) \(clusterIPText)"
            return nodePorts.isEmpty ? Phrase(verbatim: address) : Phrase("\(address)  node port \(nodePorts)")
        }
    }
}
