// What Traefik reads from the annotations of an ingress (its provider kubernetesIngress), as measured with Traefik 3.
extension Ingress {
    private static let router = "traefik.ingress.kubernetes.io/router"

    private func routerOption(_ name: String) -> String? { metadata.annotations["\(Self.router).\(name)"] }

    /// Whether Traefik is meant to serve it; it also takes those without a class.
    var isForTraefik: Bool { effectiveClass.map { $0.lowercased().contains("traefik") } ?? true }

    /// The same as far as is known of what runs: one without a class may be another controller's.
    func isForTraefik(_ answers: [Inquiry: Answer]) -> Bool {
        isForTraefik && (effectiveClass != nil || answers[.traefik] != .absent)
    }

    /// The entry points that it is limited to; empty: all.
    var entryPoints: [String] {
        let list = routerOption("entrypoints")?.split(separator: ",").map(String.init) ?? []
        return list.map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    }

    /// The entry points of which nothing is known: k3s and the Helm chart have two for visitors.
    var unknownEntryPoints: [String] { entryPoints.filter { !["web", "websecure"].contains($0) } }

    /// Whether a host that no part of `spec.tls` covers has https all the same.
    var hasRouterTLS: Bool {
        guard isForTraefik else { return false }
        if !entryPoints.isEmpty { return entryPoints.contains("websecure") && !entryPoints.contains("web") }
        return routerOption("tls") == "true" || certificateResolver != nil
    }

    /// What gets certificates for it from within Traefik.
    var certificateResolver: String? { routerOption("tls.certresolver").flatMap { $0.isEmpty ? nil : $0 } }

    /// Whether a path is an expression and no place that a browser could go to.
    func isExpression(_ path: IngressPath) -> Bool {
        let matcher = routerOption("pathmatcher") ?? ""
        let usesExpressions =
            matcher.lowercased().hasSuffix("regexp")
            || metadata.annotations["nginx.ingress.kubernetes.io/use-regex"] == "true"
        return usesExpressions || path.path.contains { "()[]{}*^$\\|".contains($0) }
    }
}
