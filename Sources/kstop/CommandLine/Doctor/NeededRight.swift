import ClusterModel
import Words

/// Something that kstop does on request, and the right that it takes (as kubectl's own commands for it do).
struct NeededRight: Sendable {
    var verb: String
    var group = ""
    /// May be a subresource, such as "pods/log".
    var resource: String
    /// What cannot be done without it.
    var purpose: Phrase

    /// In the namespace that is looked at. `kubectl edit` patches, too.
    static let ofActions = [
        NeededRight(verb: "get", resource: "pods/log", purpose: Phrase("read logs")),
        NeededRight(
            verb: "patch", group: "apps", resource: "deployments", purpose: Phrase("restart, stop, start, edit")),
        NeededRight(verb: "delete", resource: "pods", purpose: Phrase("delete a pod")),
        NeededRight(verb: "create", resource: "pods/exec", purpose: Phrase("open a shell")),
        NeededRight(verb: "create", resource: "pods/portforward", purpose: Phrase("forward a port")),
    ]

    /// In the namespace of the dashboard, for its account alone.
    static let ofToken = NeededRight(
        verb: "create", resource: "serviceaccounts/token", purpose: Phrase("make a token for the web dashboard"))

    func isGranted(by rules: AccessRules, named name: String? = nil) -> Bool {
        rules.allow(verb, group, resource, named: name)
    }
}

/// What of a namespace may be read.
func readingFindings(_ rules: AccessRules, served: Set<String>, _ namespace: String) -> [Finding] {
    let kinds = ResourceKind.namespacedKinds.filter { $0.isServed(among: served) }
    let unreadable = kinds.filter { !$0.isReadable(with: rules) }
    let readable = kinds.filter { $0.isReadable(with: rules) }
    let advice = Phrase("the ClusterRole \"view\" allows it: ask for it in namespace \(namespace)")
    var findings: [Finding] = []
    if !readable.isEmpty { findings.append(.well(Phrase("may read \(names(readable)) in namespace \(namespace)"))) }
    guard !unreadable.isEmpty else { return findings }
    let text = Phrase("may not list and watch \(names(unreadable)) in namespace \(namespace)")
    // Without pods there is nothing to show.
    let isFailing = unreadable.contains(.pods) && !rules.isIncomplete
    return findings + [isFailing ? .failing(text, advice) : .limited(text, advice)]
}

/// What may be done in a namespace, each action by itself.
func actionFindings(_ rules: AccessRules, _ namespace: String) -> [Finding] {
    let advice = Phrase("the ClusterRole \"edit\" allows it in namespace \(namespace); --readonly does without")
    return NeededRight.ofActions.map { right in
        let text = Phrase("\(right.purpose): \(right.verb) \(right.resource)")
        return right.isGranted(by: rules) ? .well(text) : .limited(Phrase("forbidden: \(text)"), advice)
    }
}

/// Whether a token for the dashboard may be made; `rules` are those of its namespace.
func tokenFinding(_ rules: AccessRules, _ request: TokenRequest) -> Finding {
    let right = NeededRight.ofToken
    let text = Phrase("\(right.purpose): \(right.verb) \(right.resource) (\(request.namespace)/\(request.account))")
    if right.isGranted(by: rules, named: request.account) { return .well(text) }
    return .limited(
        Phrase("forbidden: \(text)"),
        Phrase("ask for it in namespace \(request.namespace), or name another account with --token-account"))
}

private func names(_ kinds: [ResourceKind]) -> String {
    var names: [String] = []
    for kind in kinds where !names.contains(kind.plural) { names.append(kind.plural) }
    return names.joined(separator: ", ")
}

extension ResourceKind {
    /// The core group is always there.
    func isServed(among versions: Set<String>) -> Bool {
        apiVersions.contains("v1") || apiVersions.contains(where: versions.contains)
    }

    fileprivate func isReadable(with rules: AccessRules) -> Bool {
        let parts = (apiVersions.first ?? "").split(separator: "/")
        let group = parts.count == 2 ? String(parts[0]) : ""
        return rules.allow("list", group, plural) && rules.allow("watch", group, plural)
    }
}
