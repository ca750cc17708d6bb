import FoundationEssentials
import Glibc
import Words

/// Where kubectl would go.
package struct ContextInfo: Equatable, Sendable {
    /// Empty if no context is in use, as inside a pod.
    package var context: String
    package var cluster: String
    /// Nil if the context names none.
    package var namespace: String?
    /// Whether kubectl has another program say who the user is.
    package var hasLoginPlugin = false

    /// Asks kubectl.
    /// - Throws: `unreachable` with kubectl's own words, on one line or few; `malformed`, `timedOut`.
    package static func current(
        _ options: KubectlOptions, environment: [String: String]
    ) async throws(APIError) -> ContextInfo {
        let arguments = options.arguments(["config", "view", "--minify", "-o", "json"])
        // Go's garbage collector would take a third of its short time.
        let environment = environment.merging(["GOGC": "off"]) { $1 }
        let result = try await ChildProcess.output(of: arguments, environment: environment, timeout: 30)
        guard result.exitCode == 0 else {
            let words = KubectlWords.failure(String(decoding: result.error, as: UTF8.self))
            return try withoutContext(words, options, environment)
        }
        do {
            return ContextInfo(try JSON.decoder().decode(Config.self, from: result.output))
        } catch {
            throw .malformed(Phrase("\("kubectl config view"): \(JSON.problem(error))"))
        }
    }

    /// The names of all contexts that kubectl knows, in its order; empty without a kubeconfig, as inside a pod.
    /// - Throws: `unreachable` with kubectl's own words, `timedOut`.
    package static func all(
        _ options: KubectlOptions, environment: [String: String]
    ) async throws(APIError) -> [String] {
        let arguments = options.arguments(["config", "get-contexts", "-o", "name"])
        let result = try await ChildProcess.output(of: arguments, environment: environment, timeout: 30)
        guard result.exitCode == 0 else {
            let words = KubectlWords.failure(String(decoding: result.error, as: UTF8.self))
            throw .unreachable(KubectlWords.withHint(words))
        }
        return String(decoding: result.output, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    /// "config view --minify" insists on a context where the rest of kubectl does without, or blames another thing.
    private static func withoutContext(
        _ words: String, _ options: KubectlOptions, _ environment: [String: String]
    ) throws(APIError) -> ContextInfo {
        let isUnknownContext = words.hasPrefix("cannot locate context")
        guard isUnknownContext || words.contains("current-context must exist") else {
            throw .unreachable(KubectlWords.withHint(words))
        }
        if let file = options.kubeconfig, access(file, F_OK) != 0 {
            throw .unreachable(Phrase(verbatim: "stat \(file): \(systemWords(errno))"))
        }
        if let context = options.context {
            throw .unreachable(Phrase(verbatim: "context \"\(context)\" does not exist"))
        }
        if let cluster = options.cluster { return ContextInfo(context: "", cluster: cluster) }
        guard environment["KUBERNETES_SERVICE_HOST"] != nil else { throw .unreachable(Phrase(verbatim: words)) }
        return ContextInfo(context: "", cluster: "in-cluster", namespace: podNamespace)
    }

    /// The namespace of the pod that kstop runs in.
    private static var podNamespace: String? {
        let file = "/var/run/secrets/kubernetes.io/serviceaccount/namespace"
        return try? String(contentsOfFile: file, encoding: .utf8)
    }
}

/// What `kubectl config view --minify` leaves of a kubeconfig.
private struct Config: Decodable {
    struct Context: Decodable { var name: String, context: Content }
    struct Content: Decodable { var cluster: String?, namespace: String? }
    struct User: Decodable { var user: Credentials? }
    struct Credentials: Decodable {
        struct Plugin: Decodable {}

        var exec: Plugin?
        var provider: Plugin?

        private enum CodingKeys: String, CodingKey { case exec, provider = "auth-provider" }
    }

    var contexts: [Context]?
    var current: String?
    var users: [User]?

    private enum CodingKeys: String, CodingKey { case contexts, current = "current-context", users }
}

extension ContextInfo {
    private init(_ config: Config) {
        let name = config.current ?? ""
        // With --context there is just one, whatever current-context says.
        let context = config.contexts?.first { $0.name == name } ?? config.contexts?.first
        let namespace = context?.context.namespace ?? ""
        self.init(
            context: context?.name ?? name, cluster: context?.context.cluster ?? "",
            namespace: namespace.isEmpty ? nil : namespace,
            hasLoginPlugin: config.users?.contains { $0.user?.exec != nil || $0.user?.provider != nil } ?? false)
    }
}
