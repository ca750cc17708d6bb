import Words

/// The middlewares of a cluster, and what has been found out about those elsewhere.
struct MiddlewareIndex {
    /// What is known of a middleware that an ingress names.
    enum Lookup {
        case found(FoundMiddleware)
        /// There is none; says its name.
        case absent(String)
        /// Of another provider, or not to be read; says what to call it.
        case unknown(String)
    }

    private var known: [ObjectName: FoundMiddleware] = [:]
    /// By what ingresses of every namespace call them: "NAMESPACE-NAME".
    private var byReference: [String: ObjectName] = [:]
    private let answers: [Inquiry: Answer]
    /// Whether one that is not there does not exist.
    private let isComplete: Bool
    private let hasBothGroups: Bool

    init(_ cluster: Cluster) {
        for middleware in cluster.containoMiddlewares.values {
            let name = middleware.metadata.objectName
            known[name] = FoundMiddleware(name: name, spec: middleware.spec, groups: .older)
        }
        // Of two with the same name the newer group's counts.
        for middleware in cluster.middlewares.values {
            let name = middleware.metadata.objectName
            let groups: FoundMiddleware.Groups = known[name] == nil ? .newer : .both
            known[name] = FoundMiddleware(name: name, spec: middleware.spec, groups: groups)
        }
        for name in known.keys { byReference[Self.reference(to: name)] = name }
        answers = cluster.answers
        let served = [ResourceKind.middlewares, .containoMiddlewares].filter { cluster.source($0) != .notServed }
        isComplete = !served.isEmpty && served.allSatisfy { cluster.reading($0) == .complete }
        hasBothGroups = cluster.source(.middlewares) != .notServed && cluster.reading(.middlewares) == .complete
    }

    /// What Traefik calls it.
    static func reference(to name: ObjectName) -> String { "\(name.namespace)-\(name.name)" }

    /// - Parameter reference: as in the annotation of an ingress: "NAMESPACE-NAME@kubernetescrd".
    func find(_ reference: Substring, by ingress: Ingress) -> Lookup {
        let (name, provider) = halves(of: reference, at: "@")
        guard provider == "kubernetescrd" else {
            // Without a provider it is looked for where ingresses come from, and there are none.
            return provider.isEmpty && ingress.isForTraefik ? .absent(String(name)) : .unknown(String(name))
        }
        return find(String(name), by: ingress.metadata.namespace)
    }

    /// - Parameter reference: "NAMESPACE-NAME".
    /// - Parameter namespace: that of the ingress, whose middlewares are read if any are.
    func find(_ reference: String, by namespace: String) -> Lookup {
        let isOwn = reference.hasPrefix("\(namespace)-")
        let word = isOwn ? String(reference.dropFirst(namespace.count + 1)) : reference
        if let found = byReference[reference].flatMap({ known[$0] }) { return .found(found) }
        switch answers[.middleware(reference)] {
        case .middleware(let found): return .found(found)
        case .absent: return .absent(word)
        default: break
        }
        if isOwn { return isComplete ? .absent(word) : .unknown(word) }
        // "my-basic-auth" for "kubeseed-my-basic-auth".
        let isForgotten = known[ObjectName(namespace: namespace, name: reference)] != nil && isComplete
        return isForgotten ? .absent(word) : .unknown(word)
    }

    /// What there is to ask about a reference; nil if nothing.
    func inquiry(for reference: Substring) -> Inquiry? {
        let (name, provider) = halves(of: reference, at: "@")
        return provider == "kubernetescrd" && byReference[String(name)] == nil ? .middleware(String(name)) : nil
    }

    /// The middleware that a member of a chain is.
    func inquiry(for member: ObjectName) -> Inquiry? {
        known[member] == nil ? .middleware(Self.reference(to: member)) : nil
    }

    /// Whether the running Traefik reads it; nil if that cannot be told.
    func isRead(_ found: FoundMiddleware) -> Bool? {
        guard let version = traefik else {
            return found.groups == .older && hasBothGroups ? nil : true
        }
        return switch found.groups {
        case .both: version.major > 1
        case .older: version.readsOlderGroup
        case .newer: version.readsNewerGroup
        }
    }

    /// The one that runs; nil if that is not known.
    var traefik: TraefikVersion? {
        if case .traefik(let version)? = answers[.traefik] { version } else { nil }
    }
}
