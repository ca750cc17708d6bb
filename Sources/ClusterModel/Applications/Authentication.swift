import Words

/// What stands between a visitor and an application.
struct Admission: Equatable {
    var authentication = Authentication.none
    /// The middlewares that the ingress names, without their namespace where it is its own.
    var middlewares: [String] = []
    /// Why nobody passes; nil if somebody may.
    var obstacle: Obstacle?
    /// What may be wrong though visitors come in.
    var doubt: Doubt?
    /// The services that are asked who may pass.
    var gates: Set<UID> = []

    enum Obstacle: Equatable {
        /// A middleware is named and does not exist: Traefik drops the whole route, as with the next two.
        case missing(String)
        /// It is there, but in an API group that the running Traefik does not read.
        case unread(String, FoundMiddleware.Groups, TraefikVersion)
        case noPasswords(String, secret: String)
        /// Who is to be asked does not answer; says why. Traefik answers 500.
        case deafGate(String, address: String, problem: Phrase)
    }

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
            let lookup = index.middlewares.find(reference, by: ingress)
            let asked: Set<Authentication>
            let isRedirect: Bool
            switch lookup {
            case .found(let found):
                var visited: Set<ObjectName> = []
                asked = pass(found, of: ingress, &visited, &admission)
                isRedirect = found.spec.types.contains("redirectScheme")
            case .absent(let name), .unknown(let name):
                asked = Set([authentication(ofMiddleware: name)].compactMap(\.self))
                isRedirect = name.lowercased().hasSuffix("redirect-https")
            }
            let name = note(lookup, of: ingress, &admission)
            admission.middlewares.append(name)
            kinds.formUnion(asked)
            if asked.contains(.basic) { asksInPlainHTTP = true }
            if asksInPlainHTTP, isRedirect { admission.doubt = .passwordBeforeRedirect }
        }
        let mostSecretFirst: [Authentication] = [.oauth, .basic, .other]
        admission.authentication = ingress.nginxAuthentication ?? mostSecretFirst.first(where: kinds.contains) ?? .none
        return admission
    }

    /// - Returns: what it is called.
    private func note(_ lookup: MiddlewareIndex.Lookup, of ingress: Ingress, _ admission: inout Admission) -> String {
        switch lookup {
        case .found(let found): return ingress.name(for: found.name)
        case .absent(let name):
            admission.obstacle = admission.obstacle ?? .missing(name)
            return name
        case .unknown(let name): return name
        }
    }

    /// What a middleware and those that it is a chain of ask of a visitor, and whether they can.
    /// A chain that contains itself ends where it began.
    private func pass(
        _ found: FoundMiddleware, of ingress: Ingress, _ visited: inout Set<ObjectName>, _ admission: inout Admission
    ) -> Set<Authentication> {
        guard visited.insert(found.name).inserted else { return [] }
        if admission.obstacle == nil { admission.obstacle = obstacle(found, of: ingress) }
        if found.groups == .older, index.middlewares.isRead(found) == nil {
            admission.doubt = .oldGroup(ingress.name(for: found.name))
        }
        if let gate = gate(of: found), let service = index.services[gate.service] {
            admission.gates.insert(service.uid)
        }
        var asked = Set(found.spec.types.compactMap(authentication(ofType:)))
        for member in found.members {
            let lookup = index.middlewares.find(MiddlewareIndex.reference(to: member), by: ingress.metadata.namespace)
            let name = note(lookup, of: ingress, &admission)
            switch lookup {
            case .found(let member): asked.formUnion(pass(member, of: ingress, &visited, &admission))
            case .unknown: asked.formUnion([authentication(ofMiddleware: name)].compactMap(\.self))
            case .absent: break
            }
        }
        return asked
    }

    /// Why a middleware lets nobody pass; nil if it does, or if that cannot be told.
    private func obstacle(_ found: FoundMiddleware, of ingress: Ingress) -> Admission.Obstacle? {
        let name = ingress.name(for: found.name)
        if index.middlewares.isRead(found) == false, let version = index.middlewares.traefik {
            return .unread(name, found.groups, version)
        }
        if !found.spec.secret.isEmpty, index.cluster.answers[.secret(found.secret)] == .absent {
            return .noPasswords(name, secret: found.spec.secret)
        }
        guard let gate = gate(of: found), let problem = problem(of: gate, ingress.metadata.namespace) else {
            return nil
        }
        return .deafGate(name, address: found.spec.address, problem: problem)
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
    if let obstacle = admission.obstacle {
        let why = ingress.leadsNowhere(obstacle.clause)
        return (Link(.auth, .broken, kind.word, detail: obstacle.clause), Fault(status: obstacle.status, why: why))
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

extension Admission.Obstacle {
    fileprivate var clause: Phrase {
        switch self {
        case .missing(let name): Phrase("middleware \(name) does not exist")
        case .unread(let name, .older, let version):
            Phrase("\(oldOnly(name, version.description)): create it in traefik.io/v1alpha1 with the same spec")
        case .unread(let name, _, let version):
            Phrase("middleware \(name) exists only as traefik.io, which Traefik \(version.description) does not read")
        case .noPasswords(let name, let secret):
            Phrase("middleware \(name) uses secret \(secret), which does not exist")
        case .deafGate(let name, let address, let problem):
            Phrase("middleware \(name) forwards authentication to \(address), but \(problem)")
        }
    }

    fileprivate var status: Phrase {
        switch self {
        case .missing, .unread: Phrase("no middleware")
        case .noPasswords: Phrase("no secret")
        case .deafGate: Phrase("auth down")
        }
    }
}

extension Admission.Doubt {
    fileprivate var text: Phrase {
        switch self {
        case .passwordBeforeRedirect: Phrase("asks for the password in plain http, before it redirects to https")
        case .oldGroup(let name): oldOnly(name, "3")
        }
    }
}

private func oldOnly(_ name: String, _ version: String) -> Phrase {
    Phrase("middleware \(name) exists only as traefik.containo.us, which Traefik \(version) does not read")
}

/// Whether a host has a name that the internet does not know (RFC 6762, RFC 8375, and what people use besides).
private func isPrivate(_ host: String) -> Bool {
    guard !host.isEmpty else { return false }
    let host = host.lowercased()
    return !host.contains(".")
        || [".local", ".localhost", ".lan", ".internal", ".home.arpa", ".home"].contains(where: host.hasSuffix)
}
