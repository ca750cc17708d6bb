import FoundationEssentials
import Words

/// What the user may do in a namespace, as a SelfSubjectRulesReview (authorization.k8s.io/v1) tells it.
package struct AccessRules: Equatable, Sendable {
    /// A rule of a role: every verb on every resource of every group that it names; "*" stands for all of them.
    package struct Rule: Equatable, Sendable {
        package var verbs: [String]
        package var apiGroups: [String]
        package var resources: [String]
        /// Only on the objects of these names; empty: on all.
        package var names: [String] = []

        package init(verbs: [String], apiGroups: [String], resources: [String], names: [String] = []) {
            (self.verbs, self.apiGroups, self.resources, self.names) = (verbs, apiGroups, resources, names)
        }
    }

    package var rules: [Rule]
    /// The API server has not been able to tell everything: what no rule allows may be allowed all the same.
    package var isIncomplete = false

    package init(rules: [Rule], isIncomplete: Bool = false) {
        (self.rules, self.isIncomplete) = (rules, isIncomplete)
    }

    package static let everything = AccessRules(rules: [Rule(verbs: ["*"], apiGroups: ["*"], resources: ["*"])])

    /// Whether a rule allows it. `resource` may be a subresource such as "pods/log"; the core group is empty. Rules that
    /// are about certain objects allow it only for an object that is named.
    package func allow(_ verb: String, _ group: String, _ resource: String, named name: String? = nil) -> Bool {
        rules.contains { rule in
            rule.verbs.has(verb) && rule.apiGroups.has(group) && rule.covers(resource)
                && (rule.names.isEmpty || name.map(rule.names.contains) == true)
        }
    }
}

extension AccessRules.Rule {
    /// As ResourceMatches in Kubernetes' pkg/apis/rbac/v1: "*/log" stands for that subresource of all resources.
    fileprivate func covers(_ resource: String) -> Bool {
        if resources.has(resource) { return true }
        guard let slash = resource.firstIndex(of: "/") else { return false }
        return resources.contains("*" + resource[slash...])
    }
}

extension [String] {
    fileprivate func has(_ word: String) -> Bool { contains("*") || contains(word) }
}

extension APIClient {
    private struct Review: Decodable {
        struct Status: Decodable { var resourceRules: [ResourceRule]?, incomplete: Bool? }
        struct ResourceRule: Decodable {
            var verbs: [String]
            var apiGroups: [String]?, resources: [String]?, resourceNames: [String]?
        }
        var status: Status
    }

    private struct Question: Encodable {
        struct Spec: Encodable { var namespace: String }
        var apiVersion = "authorization.k8s.io/v1"
        var kind = "SelfSubjectRulesReview"
        var spec: Spec
    }

    /// What the user may do in a namespace.
    func accessRules(in namespace: String) async throws(APIError) -> AccessRules {
        let question = Question(spec: Question.Spec(namespace: namespace))
        guard let body = try? JSONEncoder().encode(question) else {
            throw .notAsked(Phrase("invalid name \"\(namespace)\""))
        }
        let post = HTTPRequest(
            method: .post, path: try APIPath(question.apiVersion, "selfsubjectrulesreviews"),
            contentType: "application/json", body: String(decoding: body, as: UTF8.self))
        let status = try await value(Review.self, post).status
        let rules = (status.resourceRules ?? []).map { rule in
            AccessRules.Rule(
                verbs: rule.verbs, apiGroups: rule.apiGroups ?? [], resources: rule.resources ?? [],
                names: rule.resourceNames ?? [])
        }
        return AccessRules(rules: rules, isIncomplete: status.incomplete ?? false)
    }
}
