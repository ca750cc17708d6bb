/// A middleware of Traefik that an ingress names.
package struct NamedMiddleware: Equatable, Sendable {
    /// What is known of it.
    package enum Knowledge: Equatable, Sendable {
        case known(MiddlewareSpec)
        /// There is none of that name: the controller drops the whole route.
        case missing
        /// There is one in an API group that the running Traefik does not read: the same.
        case unread
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
                let isUnread = index.isRead(found) == false
                return NamedMiddleware(
                    name: name(for: found.name), knowledge: isUnread ? .unread : .known(found.spec))
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
