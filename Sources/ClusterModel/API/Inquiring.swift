extension APIClient {
    /// - Returns: `unknown` where the user may not ask.
    func answer(to inquiry: Inquiry, _ discovery: Discovery) async throws(APIError) -> Answer {
        do throws(APIError) {
            switch inquiry {
            case .traefik: return try await traefik()
            case .ingressClasses: return try await ingressClasses()
            case .middleware(let reference): return try await middleware(reference, discovery)
            case .secret(let name): return try await existence(of: name, "secrets")
            case .service(let name): return try await existence(of: name, "services")
            case .issuance(let namespace): return try await issuance(in: namespace)
            case .issuer(let name): return try await issuer(name)
            }
        } catch {
            if error.isNotFound { return .absent }
            guard error.isForbidden else { throw error }
            return .unknown(error.text)
        }
    }

    /// Its pods carry one of two labels; where all namespaces may not be searched, it is where k3s puts it.
    private func traefik() async throws(APIError) -> Answer {
        try await firstAnswer(from: ["", "kube-system"]) { (namespace) async throws(APIError) in
            for label in ["app.kubernetes.io/name", "app"] {
                let pods = try await pods(in: namespace, labels: "\(label)=traefik")
                let newestFirst = pods.filter { !$0.isFinished }.sorted(by: isNewer)
                if let version = newestFirst.lazy.compactMap(TraefikVersion.init).first { return .traefik(version) }
            }
            return .absent
        }
    }

    /// What is found at the first place that has an answer; `absent` if none has.
    /// - Throws: `refused` if none has that may be looked at, and one may not.
    private func firstAnswer<Place>(
        from places: [Place], _ find: (Place) async throws(APIError) -> Answer?
    ) async throws(APIError) -> Answer {
        var forbidden: APIError?
        for place in places {
            do throws(APIError) {
                if let answer = try await find(place) { return answer }
            } catch {
                guard error.isForbidden else { throw error }
                forbidden = error
            }
        }
        if let forbidden { throw forbidden }
        return .absent
    }

    private func pods(in namespace: String, labels: String) async throws(APIError) -> [Pod] {
        let path = try APIPath(.pods, apiVersion: "v1", namespace: namespace).with("labelSelector", labels)
        return try await value(ReadableList<Pod>.self, HTTPRequest(path: path)).items
    }

    private func ingressClasses() async throws(APIError) -> Answer {
        let path = try APIPath("networking.k8s.io/v1", "ingressclasses")
        let list = try await value(ReadableList<NamedObject>.self, HTTPRequest(path: path))
        return .ingressClasses(Set(list.items.map(\.metadata.name)))
    }

    /// The reference does not tell where the namespace ends, so all places are tried.
    private func middleware(_ reference: String, _ discovery: Discovery) async throws(APIError) -> Answer {
        try await firstAnswer(from: namesBehind(reference)) { (name) async throws(APIError) in
            let newer = try await middleware(name, .middlewares, discovery)
            let older = try await middleware(name, .containoMiddlewares, discovery)
            guard let spec = newer ?? older else { return nil }
            let groups: FoundMiddleware.Groups = newer == nil ? .older : older == nil ? .newer : .both
            return .middleware(FoundMiddleware(name: name, spec: spec, groups: groups))
        }
    }

    /// Nil if there is none.
    private func middleware(
        _ name: ObjectName, _ kind: ResourceKind, _ discovery: Discovery
    ) async throws(APIError) -> MiddlewareSpec? {
        guard let version = try await discovery.apiVersion(of: kind) else { return nil }
        do throws(APIError) {
            let path = try APIPath(version, "namespaces", name.namespace, kind.plural, name.name)
            return try await value(Middleware.self, HTTPRequest(path: path)).spec
        } catch {
            guard error.isNotFound else { throw error }
            return nil
        }
    }

    /// Only the metadata is sent: what a secret holds never leaves the server.
    private func existence(of name: ObjectName, _ resource: String) async throws(APIError) -> Answer {
        let path = try APIPath("v1", "namespaces", name.namespace, resource, name.name)
        let metadata = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1"
        _ = try await body(HTTPRequest(path: path, accept: metadata))
        return .exists
    }

    private func issuance(in namespace: String) async throws(APIError) -> Answer {
        var issuance = Issuance()
        issuance.requests = try await steps("cert-manager.io/v1", "certificaterequests", in: namespace)
        issuance.orders = try await steps("acme.cert-manager.io/v1", "orders", in: namespace)
        issuance.challenges = try await steps("acme.cert-manager.io/v1", "challenges", in: namespace)
        return .issuance(issuance)
    }

    /// None where they may not be seen, or there is no such kind.
    private func steps(
        _ apiVersion: String, _ resource: String, in namespace: String
    ) async throws(APIError) -> [IssuanceStep] {
        do throws(APIError) {
            let path = try APIPath(apiVersion, "namespaces", namespace, resource)
            return try await value(ReadableList<IssuanceStep>.self, HTTPRequest(path: path)).items
        } catch {
            guard error.isNotFound || error.isForbidden else { throw error }
            return []
        }
    }

    private func issuer(_ name: ObjectName) async throws(APIError) -> Answer {
        let version = "cert-manager.io/v1"
        let path =
            name.namespace.isEmpty
            ? try APIPath(version, "clusterissuers", name.name)
            : try APIPath(version, "namespaces", name.namespace, "issuers", name.name)
        return .issuer(try await value(Issuer.self, HTTPRequest(path: path)).status?.conditions ?? [])
    }
}

/// The namespaces and names that a middleware may have which Traefik calls so; names with very many dashes are not
/// tried to their ends.
private func namesBehind(_ reference: String) -> [ObjectName] {
    let parts = reference.split(separator: "-", omittingEmptySubsequences: false)
    return (1..<max(1, min(parts.count, 8))).map { count in
        ObjectName(
            namespace: parts[..<count].joined(separator: "-"), name: parts[count...].joined(separator: "-"))
    }.filter { !$0.namespace.isEmpty && !$0.name.isEmpty }
}

private struct NamedObject: Decodable { var metadata: Metadata }

private struct Issuer: Decodable {
    var status: Status?
    struct Status: Decodable { var conditions: [Condition]? }
}
