package import Words

/// A question about something that an ingress or a certificate hangs on and that kstop does not watch: it lies in another
/// namespace, or matters only while something is wrong.
package enum Inquiry: Hashable, Sendable {
    /// Which Traefik runs.
    case traefik
    /// Which ingress classes there are.
    case ingressClasses
    /// What a middleware does, by the name that Traefik has for it: "NAMESPACE-NAME", which may be cut at any dash.
    case middleware(String)
    /// Whether a secret exists. What it holds is never asked for.
    case secret(ObjectName)
    case service(ObjectName)
    /// How far cert-manager is with the certificates of a namespace.
    case issuance(namespace: String)
    /// How an issuer of cert-manager does; one without a namespace is a ClusterIssuer.
    case issuer(ObjectName)
}

/// What has been found out.
package enum Answer: Equatable, Sendable {
    case traefik(TraefikVersion)
    case ingressClasses(Set<String>)
    case middleware(FoundMiddleware)
    case exists
    case issuance(Issuance)
    case issuer([Condition])
    /// There is none.
    case absent
    /// It may not be asked; says why.
    case unknown(Phrase)

    /// Whether something is said differently than without an answer.
    var isTelling: Bool {
        switch self {
        case .traefik, .ingressClasses, .middleware, .issuance, .issuer, .absent: true
        case .exists, .unknown: false
        }
    }

    /// Seconds after which it is asked again. What is there stays as a rule; what is amiss may be mended at any time.
    package var lifetime: Double {
        switch self {
        case .traefik, .ingressClasses, .exists, .middleware: 300
        case .issuance, .issuer, .absent, .unknown: 30
        }
    }
}

/// A middleware, and where it is.
package struct FoundMiddleware: Equatable, Sendable {
    /// The API groups in which there is one of the name.
    package enum Groups: Sendable {
        case both
        /// `traefik.io` alone.
        case newer
        /// `traefik.containo.us` alone.
        case older
    }

    package var name: ObjectName
    /// That of the newer group where both have one.
    package var spec: MiddlewareSpec
    package var groups: Groups

    package init(name: ObjectName, spec: MiddlewareSpec, groups: Groups) {
        (self.name, self.spec, self.groups) = (name, spec, groups)
    }
}
