import Words

/// One chain for each host and path of an ingress, and one for its default backend.
func ingressChains(_ ingress: Ingress, _ survey: Survey) -> [Chain] {
    var chains: [Chain] = []
    for rule in ingress.rules {
        for path in rule.paths ?? [] {
            var chain = ingressChain(ingress, host: rule.host, path: path.path, backend: path.backend, survey)
            if ingress.isExpression(path) { chain.url = nil }
            chains.append(chain)
        }
        guard rule.paths == nil, let backend = ingress.defaultBackend else { continue }
        chains.append(ingressChain(ingress, host: rule.host, path: "", backend: backend, survey))
    }
    if let backend = ingress.defaultBackend, chains.isEmpty || !ingress.rules.contains(where: \.host.isEmpty) {
        chains.append(ingressChain(ingress, host: "", path: "", backend: backend, survey))
    }
    if chains.isEmpty, !ingress.tls.isEmpty, !ingress.rules.isEmpty { return [certificateChain(ingress)] }
    return chains.isEmpty ? [emptyChain(ingress)] : chains
}

private func ingressChain(
    _ ingress: Ingress, host: String, path: String, backend: IngressBackend, _ survey: Survey
) -> Chain {
    var chain = backendChain(backend, of: ingress, survey)
    let (tls, auth) = (tlsLink(ingress, host, survey), authLink(ingress, host, survey))
    let claim = Claim(namespace: ingress.metadata.namespace, host: host, path: path)
    let rivals = (survey.index.claims[claim] ?? []).subtracting([ingress.name])
    let isDefault = backend == ingress.defaultBackend && path.isEmpty
    let link = ingressLink(
        ingress, isDefault ? Phrase("default backend") : Phrase(verbatim: path), rivals: rivals, survey)
    let policy = service(behind: backend, of: ingress, survey).flatMap { policyLink($0.service, $0.port, survey) }
    chain.url = ingress.url(host: host, path: path.isEmpty ? "/" : path)
    if ingress.isForTraefik { chain.doubtExternalNames(survey) }
    chain.links = [tls.link, auth.link, link] + [policy].compactMap(\.self) + chain.links
    // What keeps everyone out comes before what makes browsers warn.
    chain.fault = (link.state == .broken ? classFault(ingress, link) : nil) ?? auth.fault ?? chain.fault ?? tls.fault
    chain.objects.insert(ingress.uid)
    return chain
}

/// An ingress that has hosts and TLS, but no paths: it is there for its certificate.
private func certificateChain(_ ingress: Ingress) -> Chain {
    let link = Link(.ingress, .ok, named: ingress.name, detail: Phrase("only asks for a certificate"))
    var chain = Chain(url: nil, links: [link])
    chain.objects = [ingress.uid]
    return chain
}

/// An ingress that leads nowhere, since it has neither paths nor a default backend.
private func emptyChain(_ ingress: Ingress) -> Chain {
    let problem = Phrase("it has neither paths nor a default backend")
    var chain = Chain(url: nil, links: [Link(.ingress, .broken, named: ingress.name, detail: problem)])
    chain.fault = Fault(status: Phrase("no backend"), why: ingress.leadsNowhere(problem))
    chain.objects = [ingress.uid]
    return chain
}

private func ingressLink(_ ingress: Ingress, _ path: Phrase, rivals: Set<String>, _ survey: Survey) -> Link {
    if let problem = classProblem(ingress, survey) {
        // Some controller has written down where it serves it, if there is an address.
        let state: Link.State = ingress.loadBalancer.isEmpty ? .broken : .doubtful
        return Link(.ingress, state, named: ingress.name, detail: problem)
    }
    if !rivals.isEmpty {
        let names = rivals.sorted().joined(separator: ", ")
        return Link(.ingress, .doubtful, named: ingress.name, detail: Phrase("the same host and path as \(names)"))
    }
    if ingress.isForTraefik, let name = ingress.unknownEntryPoints.first {
        let detail = Phrase("entry point \(name) is not one that Traefik has by itself (web, websecure)")
        return Link(.ingress, .doubtful, named: ingress.name, detail: detail)
    }
    let className = ingress.effectiveClass.map(Phrase.init(verbatim:)) ?? Phrase("default class")
    let detail = [className, path == .nothing ? Phrase(verbatim: "/") : path].joined(separator: "  ")
    return Link(.ingress, .ok, named: ingress.name, detail: detail)
}

/// That there is no class of the ingress's name; nil if there is, or if it cannot be told. Traefik takes an annotation
/// with its own name without asking for such an object.
private func classProblem(_ ingress: Ingress, _ survey: Survey) -> Phrase? {
    guard let name = ingress.effectiveClass, !name.isEmpty,
        case .ingressClasses(let classes)? = survey.index.cluster.answers[.ingressClasses], !classes.contains(name)
    else { return nil }
    if ingress.className == nil, name == "traefik" { return nil }
    return Phrase("ingress class \(name) does not exist: no controller serves it")
}

private func classFault(_ ingress: Ingress, _ link: Link) -> Fault {
    Fault(status: Phrase("no class"), why: ingress.leadsNowhere(link.detail))
}

extension Chain {
    /// Traefik does not follow DNS names unless it is told to (`allowExternalNameServices`).
    fileprivate mutating func doubtExternalNames(_ survey: Survey) {
        guard objects.contains(where: { survey.index.cluster.services[$0]?.type == .externalName }) else { return }
        guard let place = links.firstIndex(where: { $0.kind == .endpoints && $0.state == .ok }) else { return }
        let detail = Phrase("a DNS name: Traefik answers 404 unless allowExternalNameServices is set")
        links[place] = Link(.endpoints, .doubtful, links[place].name, detail: detail)
    }
}

extension Ingress {
    /// The sentence that says why it does.
    func leadsNowhere(_ problem: Phrase) -> Phrase { Phrase("ingress \(name) leads nowhere: \(problem)").sentence }
}
