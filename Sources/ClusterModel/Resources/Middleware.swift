/// A middleware of Traefik (traefik.io/v1alpha1): something a request passes on its way.
package struct Middleware: Resource {
    package static let kind = ResourceKind.middlewares

    package var metadata: Metadata
    package var spec = MiddlewareSpec()
}

/// The same under the name that Traefik's group had before version 3 (traefik.containo.us/v1alpha1).
package struct ContainoMiddleware: Resource {
    package static let kind = ResourceKind.containoMiddlewares

    package var metadata: Metadata
    package var spec = MiddlewareSpec()
}

/// What a middleware does, without the details.
package struct MiddlewareSpec: Equatable, Sendable {
    /// "basicAuth", "redirectScheme" …; Traefik allows one, though nothing enforces it. Sorted.
    package var types: [String] = []
    /// For the type "chain": the middlewares that a request passes one after the other.
    package var members: [ObjectReference] = []
    /// Of "basicAuth" and "digestAuth": where the passwords are kept, in its own namespace; empty if it does not say.
    package var secret = ""
    /// Of "forwardAuth": the URL that is asked.
    package var address = ""
}

extension Middleware: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        spec = try fields.value(.spec, or: MiddlewareSpec())
    }
}

extension ContainoMiddleware: Decodable {
    package init(from decoder: any Decoder) throws {
        let middleware = try Middleware(from: decoder)
        (metadata, spec) = (middleware.metadata, middleware.spec)
    }
}

extension MiddlewareSpec: Decodable {
    private struct TypeKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
    private struct Chain: Decodable { var middlewares: [ObjectReference]? }
    private struct Passwords: Decodable { var secret: String? }
    private struct Forward: Decodable { var address: String? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: TypeKey.self)
        types = fields.allKeys.map(\.stringValue).sorted()
        func part<Part: Decodable>(_ name: String, _ type: Part.Type) throws -> Part? {
            try fields.decodeIfPresent(type, forKey: TypeKey(stringValue: name))
        }
        members = try part("chain", Chain.self)?.middlewares ?? []
        secret = try (part("basicAuth", Passwords.self) ?? part("digestAuth", Passwords.self))?.secret ?? ""
        address = try part("forwardAuth", Forward.self)?.address ?? ""
    }
}
