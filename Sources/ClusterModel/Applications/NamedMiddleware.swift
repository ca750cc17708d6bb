/// A middleware of Traefik that an ingress names.
package struct NamedMiddleware: Equatable, Sendable {
    /// What is known of it.
    package enum Knowledge: Equatable, Sendable {
        case known(MiddlewareSpec)
        /// There is none of that name: the controller drops the whole route.
        case missing
        /// In another namespace, of another provider, or not to be read.
        case unknown
    }

    /// Without its namespace where that is the ingress's own.
    package var name: String
    package var knowledge: Knowledge
}

extension Ingress {
    /// In the order in which requests pass them.
    package func middlewares(in cluster: Cluster) -> [NamedMiddleware] {
        middlewareReferences.map { reference in
            let (name, provider) = halves(of: reference, at: "@")
            let prefix = "\(metadata.namespace)-"
            guard provider == "kubernetescrd", name.hasPrefix(prefix) else {
                return NamedMiddleware(name: String(name), knowledge: .unknown)
            }
            let own = ObjectName(namespace: metadata.namespace, name: String(name.dropFirst(prefix.count)))
            if let spec = cluster.middleware(own) { return NamedMiddleware(name: own.name, knowledge: .known(spec)) }
            return NamedMiddleware(name: own.name, knowledge: cluster.hasAllMiddlewares ? .missing : .unknown)
        }
    }
}

extension Cluster {
    /// Of two with the same name the newer group's counts.
    fileprivate func middleware(_ name: ObjectName) -> MiddlewareSpec? {
        middlewares.values.first { $0.metadata.objectName == name }?.spec
            ?? containoMiddlewares.values.first { $0.metadata.objectName == name }?.spec
    }

    /// Whether one that is not there does not exist.
    fileprivate var hasAllMiddlewares: Bool {
        let served = [source(.middlewares), source(.containoMiddlewares)].filter { $0 != .notServed }
        return !served.isEmpty && served.allSatisfy { $0 == .live || $0 == .polled }
    }
}
