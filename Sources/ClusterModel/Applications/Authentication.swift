extension Ingress {
    /// The class by the field, or by the annotation that preceded it; nil for the cluster's default class.
    package var effectiveClass: String? { className ?? metadata.annotations["kubernetes.io/ingress.class"] }

    /// Who may pass, by the names of Traefik's middlewares or by ingress-nginx' annotations.
    package var authentication: Authentication {
        if let nginx = nginxAuthentication { return nginx }
        let kinds = Set(middlewares.compactMap(authentication(ofMiddleware:)))
        if kinds.contains(.oauth) { return .oauth }
        if kinds.contains(.basic) { return .basic }
        return kinds.isEmpty ? Authentication.none : .other
    }

    /// "kubeseed-my-basic-auth" and the like, without the provider.
    package var middlewares: [String] {
        let list = metadata.annotations["traefik.ingress.kubernetes.io/router.middlewares"] ?? ""
        return list.split(separator: ",").map { entry in
            String(entry.prefix { $0 != "@" }.drop { $0 == " " })
        }
    }

    private var nginxAuthentication: Authentication? {
        let annotations = metadata.annotations
        if annotations["nginx.ingress.kubernetes.io/auth-url"] != nil { return .oauth }
        return annotations["nginx.ingress.kubernetes.io/auth-type"].map { $0 == "basic" ? .basic : .other }
    }
}

/// Nil for the middleware that only sends http to https.
private func authentication(ofMiddleware name: String) -> Authentication? {
    let name = name.lowercased()
    if ["oauth", "forward-auth", "forwardauth"].contains(where: name.contains) { return .oauth }
    if name.contains("basic") { return .basic }
    return name.hasSuffix("redirect-https") ? nil : .other
}

extension Application {
    /// Nil without an ingress; where ingresses differ, the most open one.
    package var authentication: Authentication? {
        let kinds = Set(ingresses.map(\.authentication))
        let mostOpenFirst: [Authentication] = [.none, .other, .basic, .oauth]
        return mostOpenFirst.first(where: kinds.contains)
    }
}
