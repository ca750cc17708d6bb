import Words

/// Which object is asked for: one of a kind, by its name.
package struct ObjectAddress: Hashable, Sendable {
    package var kind: ResourceKind
    package var name: ObjectName

    package init(_ kind: ResourceKind, _ name: ObjectName) {
        self.kind = kind
        self.name = name
    }

    /// As kubectl takes it in one word, "deployments.apps/radarr": what begins with a kind is never an option.
    var kubectlName: String {
        let group = kind.apiVersions.first.flatMap { version in
            version.firstIndex(of: "/").map { "." + version[..<$0] }
        }
        return "\(kind.plural)\(group ?? "")/\(name.name)"
    }
}

extension ResourceKind {
    /// "network policy" as kubectl writes it: "networkpolicy".
    package var singular: String {
        switch self {
        case .ingresses: "ingress"
        case .networkPolicies: "networkpolicy"
        case .pods, .deployments, .replicaSets, .statefulSets, .daemonSets, .jobs, .cronJobs, .services,
            .endpointSlices, .certificates, .middlewares, .containoMiddlewares, .events, .nodes:
            String(plural.dropLast())
        }
    }
}

/// A text that was read, as far as it was kept.
package struct BoundedText: Equatable, Sendable {
    package var text: String
    /// Whether there was more.
    package var isCut = false

    package init(_ text: String, isCut: Bool = false) {
        self.text = text
        self.isCut = isCut
    }
}
