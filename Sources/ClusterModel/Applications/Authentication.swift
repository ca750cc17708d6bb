import Words

/// What stands between a visitor and an application.
struct Admission: Equatable {
    var authentication = Authentication.none
    /// The middlewares that the ingress names, without their namespace where it is its own.
    var middlewares: [String] = []
    /// Middlewares that are named and do not exist: the controller drops the whole route.
    var missing: [String] = []
    /// What may be wrong though visitors come in.
    var doubt: Doubt?

    enum Doubt: Equatable {
        /// Middlewares work in the order in which they are named.
        case passwordBeforeRedirect
        /// Only of the group `traefik.containo.us`, while the newer one is served, too.
        case oldGroup(String)
    }
}

extension Ingress {
    /// The class by the field, or by the annotation that preceded it; nil for the cluster's default class.
    package var effectiveClass: String? { className ?? metadata.annotations["kubernetes.io/ingress.class"] }

    /// "kubeseed-my-basic-auth@kubernetescrd" and the like.
    var middlewareReferences: [Substring] {
        let list = metadata.annotations["traefik.ingress.kubernetes.io/router.middlewares"] ?? ""
        return list.split(separator: ",").map { reference in
            let text = reference.drop { $0 == " " }
            return text.lastIndex { $0 != " " }.map { text[...$0] } ?? ""
        }.filter { !$0.isEmpty }
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
        var asksInPlainHTTP = false
        for reference in ingress.middlewareReferences {
            let (own, name) = middleware(reference, of: ingress, &admission.missing)
            admission.middlewares.append(name)
            var visited: Set<ObjectName> = []
            let found = own.map { authentications(of: $0, &visited, &admission.missing) } ?? nil
            let asked = found ?? Set([authentication(ofMiddleware: name)].compactMap(\.self))
            kinds.formUnion(asked)
            if asked.contains(.basic) { asksInPlainHTTP = true }
            if asksInPlainHTTP, isRedirect(own, name) { admission.doubt = .passwordBeforeRedirect }
            if let own, isOldOnly(own) { admission.doubt = .oldGroup(own.name) }
        }
        let mostSecretFirst: [Authentication] = [.oauth, .basic, .other]
        admission.authentication = ingress.nginxAuthentication ?? mostSecretFirst.first(where: kinds.contains) ?? .none
        return admission
    }

    /// Which middleware is meant, and its name, without its namespace where that is the ingress's own. Nil for one of
    /// another provider or of a namespace that is not read.
    private func middleware(
        _ reference: Substring, of ingress: Ingress, _ missing: inout [String]
    ) -> (own: ObjectName?, name: String) {
        let (name, provider) = halves(of: reference, at: "@")
        let namespace = ingress.metadata.namespace
        guard provider == "kubernetescrd" else {
            // Without a provider it is looked for where ingresses come from, and there are none.
            if provider.isEmpty, ingress.isForTraefik { missing.append(String(name)) }
            return (nil, String(name))
        }
        if name.hasPrefix("\(namespace)-") {
            let own = ObjectName(namespace: namespace, name: String(name.dropFirst(namespace.count + 1)))
            return (own, own.name)
        }
        if let other = index.middlewaresByReference[String(name)] { return (other, String(name)) }
        // "my-basic-auth" for "kubeseed-my-basic-auth".
        if index.middlewares[ObjectName(namespace: namespace, name: String(name))] != nil, canReadMiddlewares {
            missing.append(String(name))
        }
        return (nil, String(name))
    }

    private func isRedirect(_ name: ObjectName?, _ text: String) -> Bool {
        if let spec = name.flatMap({ index.middlewares[$0] }) { return spec.types.contains("redirectScheme") }
        return text.lowercased().hasSuffix("redirect-https")
    }

    private func isOldOnly(_ name: ObjectName) -> Bool {
        index.oldMiddlewares.contains(name) && index.cluster.source(.middlewares) != .notServed
            && reading(.middlewares) == .complete
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
    if let doubt = admission.doubt { return (Link(.auth, .doubtful, kind.word, detail: doubt.text), nil) }
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

extension Admission.Doubt {
    fileprivate var text: Phrase {
        switch self {
        case .passwordBeforeRedirect: Phrase("asks for the password in plain http, before it redirects to https")
        case .oldGroup(let name):
            Phrase("middleware \(name) exists only as traefik.containo.us, which Traefik 3 does not read")
        }
    }
}

/// Whether a host has a name that the internet does not know (RFC 6762, RFC 8375, and what people use besides).
private func isPrivate(_ host: String) -> Bool {
    guard !host.isEmpty else { return false }
    let host = host.lowercased()
    return !host.contains(".")
        || [".local", ".localhost", ".lan", ".internal", ".home.arpa", ".home"].contains(where: host.hasSuffix)
}
