/// A middleware of Traefik that an ingress names.
package struct NamedMiddleware: Equatable, Sendable {
    /// What is known of it.
    package enum Knowledge: Equatable, Sendable {
        case known(MiddlewareSpec)
        /// There is none that the running Traefik would read: it drops the whole route.
        case missing
        /// Of another provider, or not to be read.
        case unknown
    }

    /// Without its namespace where that is the ingress's own.
    package var name: String
    package var knowledge: Knowledge
}

extension Ingress {
    /// In the order in which requests pass them.
    package func middlewares(in cluster: Cluster) -> [NamedMiddleware] {
        let index = MiddlewareIndex(cluster)
        return middlewareReferences.map { reference in
            switch index.find(reference, by: self) {
            case .found(let found):
                let isMissing = index.isRead(found) == false
                return NamedMiddleware(
                    name: name(for: found.name), knowledge: isMissing ? .missing : .known(found.spec))
            case .absent(let name): return NamedMiddleware(name: name, knowledge: .missing)
            case .unknown(let name): return NamedMiddleware(name: name, knowledge: .unknown)
            }
        }
    }

    /// Without its namespace where that is the ingress's own.
    func name(for middleware: ObjectName) -> String {
        middleware.namespace == metadata.namespace ? middleware.name : MiddlewareIndex.reference(to: middleware)
    }
}
