/// One chain for each host and path of an ingress, and one for its default backend.
func ingressChains(_ ingress: Ingress, _ survey: Survey) -> [Chain] {
    var chains: [Chain] = []
    for rule in ingress.rules {
        for path in rule.paths ?? [] {
            chains.append(ingressChain(ingress, host: rule.host, path: path.path, backend: path.backend, survey))
        }
        guard rule.paths == nil, let backend = ingress.defaultBackend else { continue }
        chains.append(ingressChain(ingress, host: rule.host, path: "", backend: backend, survey))
    }
    if let backend = ingress.defaultBackend, chains.isEmpty || !ingress.rules.contains(where: \.host.isEmpty) {
        chains.append(ingressChain(ingress, host: "", path: "", backend: backend, survey))
    }
    return chains.isEmpty ? [emptyChain(ingress)] : chains
}

private func ingressChain(
    _ ingress: Ingress, host: String, path: String, backend: IngressBackend, _ survey: Survey
) -> Chain {
    var chain = backendChain(backend, of: ingress, survey)
    let claimants = survey.index.claims[Claim(host: host, path: path)] ?? []
    let isDefault = backend == ingress.defaultBackend && path.isEmpty
    chain.url = ingress.url(host: host, path: path.isEmpty ? "/" : path)
    chain.links.insert(
        contentsOf: [
            tlsLink(ingress, host), authLink(ingress),
            ingressLink(ingress, isDefault ? "default backend" : path, rivals: claimants.subtracting([ingress.name])),
        ], at: 0)
    chain.objects.insert(ingress.uid)
    return chain
}

/// An ingress that leads nowhere, since it has neither paths nor a default backend.
private func emptyChain(_ ingress: Ingress) -> Chain {
    let problem = "it has neither paths nor a default backend"
    var chain = Chain(url: nil, links: [Link(.ingress, .broken, ingress.name, detail: problem)])
    chain.fault = Fault(status: "no backend", why: "Ingress \(ingress.name) leads nowhere: \(problem).")
    chain.objects = [ingress.uid]
    return chain
}

private func tlsLink(_ ingress: Ingress, _ host: String) -> Link {
    let words = host.isEmpty ? "every host" : host
    if let tls = ingress.tls(covering: host) {
        let name = tls.secretName.isEmpty ? "default certificate" : tls.secretName
        return Link(.tls, .ok, name, detail: "covers \(words)")
    }
    guard let other = ingress.tls.first else { return Link(.tls, .doubtful, "none", detail: "no TLS: plain http") }
    return Link(.tls, .doubtful, other.secretName, detail: "does not cover \(words): plain http")
}

private func authLink(_ ingress: Ingress) -> Link {
    let kind = ingress.authentication
    switch kind {
    case .none: return Link(.auth, .doubtful, kind.rawValue, detail: "anyone on the internet reaches this application")
    case .basic, .oauth: return Link(.auth, .ok, kind.rawValue)
    case .other: return Link(.auth, .ok, kind.rawValue, detail: ingress.middlewares.joined(separator: ", "))
    }
}

private func ingressLink(_ ingress: Ingress, _ path: String, rivals: Set<String>) -> Link {
    if !rivals.isEmpty {
        let names = rivals.sorted().joined(separator: ", ")
        return Link(.ingress, .doubtful, ingress.name, detail: "the same host and path as \(names)")
    }
    let detail = "\(ingress.effectiveClass ?? "default class")  \(path.isEmpty ? "/" : path)"
    return Link(.ingress, .ok, ingress.name, detail: detail)
}
