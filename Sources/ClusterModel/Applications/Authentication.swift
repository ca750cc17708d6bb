import Words

/// What stands between a visitor and an application.
struct Admission: Equatable {
    var authentication = Authentication.none
    /// The middlewares that the ingress names, without their namespace where it is its own.
    var middlewares: [String] = []
    /// Middlewares that are named and do not exist: the controller drops the whole route.
    var missing: [String] = []
}

extension Ingress {
    /// The class by the field, or by the annotation that preceded it; nil for the cluster's default class.
    package var effectiveClass: String? { className ?? metadata.annotations["kubernetes.io/ingress.class"] }

    /// "kubeseed-my-basic-auth@kubernetescrd" and the like.
    var middlewareReferences: [Substring] {
        let list = metadata.annotations["traefik.ingress.kubernetes.io/router.middlewares"] ?? ""
        return list.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.filter { !$0.isEmpty }
    }

    fileprivate var nginxAuthentication: Authentication? {
        let annotations = metadata.annotations
        if annotations["nginx.ingress.kubernetes.io/auth-url"] != nil { return .oauth }
        return annotations["nginx.ingress.kubernetes.io/auth-type"].map { $0 == "basic" ? .basic : .other }
    }
}

extension Survey {
    /// Who may pass an ingress: by what Traefik's middlewares do, or by their names where they cannot be read, or by
    /// the annotations of ingress-nginx.
    func admission(to ingress: Ingress) -> Admission {
        var admission = Admission()
        var kinds: Set<Authentication> = []
        for reference in ingress.middlewareReferences {
            let (name, provider) = halves(of: reference, at: "@")
            let prefix = "\(ingress.metadata.namespace)-"
            let isOwn = provider == "kubernetescrd" && name.hasPrefix(prefix)
            let own =
                isOwn
                ? ObjectName(namespace: ingress.metadata.namespace, name: String(name.dropFirst(prefix.count))) : nil
            admission.middlewares.append(own?.name ?? String(name))
            var visited: Set<ObjectName> = []
            let found = own.map { authentications(of: $0, &visited, &admission.missing) } ?? nil
            kinds.formUnion(found ?? Set([authentication(ofMiddleware: String(name))].compactMap(\.self)))
        }
        let mostSecretFirst: [Authentication] = [.oauth, .basic, .other]
        admission.authentication = ingress.nginxAuthentication ?? mostSecretFirst.first(where: kinds.contains) ?? .none
        return admission
    }

    /// What a middleware and those that it is a chain of ask of a visitor; nil if it cannot be read or does not exist.
    /// A chain that contains itself ends where it began.
    private func authentications(
        of name: ObjectName, _ visited: inout Set<ObjectName>, _ missing: inout [String]
    ) -> Set<Authentication>? {
        guard let spec = index.middlewares[name] else {
            if canReadMiddlewares { missing.append(name.name) }
            return nil
        }
        guard visited.insert(name).inserted else { return [] }
        var found = Set(spec.types.compactMap(authentication(ofType:)))
        for member in spec.members {
            let namespace = member.namespace.isEmpty ? name.namespace : member.namespace
            let member = ObjectName(namespace: namespace, name: member.name)
            // Other namespaces are not read.
            guard namespace == name.namespace else {
                found.formUnion([authentication(ofMiddleware: member.name)].compactMap(\.self))
                continue
            }
            found.formUnion(authentications(of: member, &visited, &missing) ?? [])
        }
        return found
    }

    /// Whether a middleware that is not known does not exist.
    private var canReadMiddlewares: Bool {
        let kinds: [ResourceKind] = [.middlewares, .containoMiddlewares]
        let served = kinds.filter { index.cluster.source($0) != .notServed }
        return !served.isEmpty && served.allSatisfy { reading($0) == .complete }
    }
}

/// Nil for what lets everyone pass, as redirections and headers do.
private func authentication(ofType type: String) -> Authentication? {
    switch type {
    case "basicAuth", "digestAuth": .basic
    case "forwardAuth": .oauth
    case "ipAllowList", "ipWhiteList", "inFlightReq", "plugin": .other
    default: nil
    }
}

/// Nil for the middleware that only sends http to https.
private func authentication(ofMiddleware name: String) -> Authentication? {
    let name = name.lowercased()
    if ["oauth", "forward-auth", "forwardauth"].contains(where: name.hasPart) { return .oauth }
    if name.hasPart("basic") { return .basic }
    return name.hasSuffix("redirect-https") ? nil : .other
}

extension String {
    /// Whether it contains a text of ASCII. `contains` understands all of Unicode, which took a fifth of a snapshot.
    fileprivate func hasPart(_ part: String) -> Bool {
        var rest = utf8[...]
        while rest.count >= part.utf8.count {
            if rest.starts(with: part.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

func halves(of text: Substring, at separator: Character) -> (Substring, Substring) {
    guard let place = text.firstIndex(of: separator) else { return (text, "") }
    return (text[..<place], text[text.index(after: place)...].prefix { $0 != " " })
}

/// Who may pass the ingress on the way to a host.
func authLink(_ ingress: Ingress, _ host: String, _ survey: Survey) -> (link: Link, fault: Fault?) {
    let admission = survey.admission(to: ingress)
    let kind = admission.authentication
    if let missing = admission.missing.first {
        let problem = Phrase("middleware \(missing) does not exist")
        let fault = Fault(status: Phrase("no middleware"), why: ingress.leadsNowhere(problem))
        return (Link(.auth, .broken, kind.word, detail: problem), fault)
    }
    switch kind {
    case .none where isPrivate(host): return (Link(.auth, .ok, kind.word, detail: Phrase("no public host")), nil)
    case .none:
        let detail = Phrase("anyone on the internet reaches this application")
        return (Link(.auth, .doubtful, kind.word, detail: detail), nil)
    case .basic, .oauth: return (Link(.auth, .ok, kind.word), nil)
    case .other:
        let middlewares = Phrase(verbatim: admission.middlewares.joined(separator: ", "))
        return (Link(.auth, .ok, kind.word, detail: middlewares), nil)
    }
}

/// Whether a host has a name that the internet does not know (RFC 6762, RFC 8375, and what people use besides).
private func isPrivate(_ host: String) -> Bool {
    guard !host.isEmpty else { return false }
    let host = host.lowercased()
    return !host.contains(".")
        || [".local", ".localhost", ".lan", ".internal", ".home.arpa", ".home"].contains(where: host.hasSuffix)
}
