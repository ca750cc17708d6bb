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
    package var server: ServerURL
    /// Whether kubectl has another program say who the user is, and can run it where there is no terminal once it has
    /// been used where there is one.
    package var hasLoginPlugin: Bool

    package init(
        context: String, cluster: String, namespace: String? = nil, server: ServerURL, hasLoginPlugin: Bool = false
    ) {
        self.context = context
        self.cluster = cluster
        self.namespace = namespace
        self.server = server
        self.hasLoginPlugin = hasLoginPlugin
    }

    /// Asks kubectl.
    /// - Throws: `unreachable` with kubectl's own words, on one line or few; `malformed`, `timedOut`.
    package static func current(
        _ options: KubectlOptions, environment: [String: String]
    ) async throws(APIError) -> ContextInfo {
        if let file = options.kubeconfig, access(file, F_OK) != 0 {
            throw .unreachable(Phrase(verbatim: "stat \(file): \(systemWords(errno))"))
        }
        // --minify leaves out what --cluster and --user name, but it also finds what is wrong with the context.
        let minify = options.cluster == nil && options.user == nil ? ["--minify"] : []
        let arguments = options.arguments(["config", "view"] + minify + ["-o", "json"])
        // Go's garbage collector would take a third of its short time.
        let environment = environment.merging(["GOGC": "off"]) { $1 }
        let result = try await ChildProcess.output(of: arguments, environment: environment, timeout: 30)
        guard result.exitCode == 0 else {
            return try withoutContext(result, options, environment)
        }
        let config: Config
        do {
            config = try JSON.decoder().decode(Config.self, from: result.output)
        } catch {
            throw .malformed(Phrase("\("kubectl config view"): \(JSON.problem(error))"))
        }
        return try ContextInfo(config, options)
    }

    /// The names of all contexts that kubectl knows, in its order; empty without a kubeconfig, as inside a pod.
    /// - Throws: `unreachable` with kubectl's own words, `timedOut`.
    package static func all(
        _ options: KubectlOptions, environment: [String: String]
    ) async throws(APIError) -> [String] {
        let arguments = options.arguments(["config", "get-contexts", "-o", "name"])
        let result = try await ChildProcess.output(of: arguments, environment: environment, timeout: 30)
        guard result.exitCode == 0 else {
            throw .unreachable(result.failure(of: options.name(of: "config")))
        }
        return String(decoding: result.output, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }

    /// "config view --minify" insists on a context where the rest of kubectl does without, or blames another thing.
    private static func withoutContext(
        _ result: ChildProcess.Output, _ options: KubectlOptions, _ environment: [String: String]
    ) throws(APIError) -> ContextInfo {
        let words = KubectlWords.failure(String(decoding: result.error, as: UTF8.self))
        let isUnknownContext = words.hasPrefix("cannot locate context")
        guard isUnknownContext || words.contains("current-context must exist") else {
            throw .unreachable(result.failure(of: options.name(of: "config")))
        }
        if let context = options.context { throw .missing("context", context) }
        guard let host = environment["KUBERNETES_SERVICE_HOST"] else {
            throw .unreachable(noContext(options, environment))
        }
        let port = environment["KUBERNETES_SERVICE_PORT"] ?? "443"
        let server = ServerURL(host.contains(":") ? "https://[\(host)]:\(port)" : "https://\(host):\(port)")
        return ContextInfo(context: "", cluster: "in-cluster", namespace: podNamespace, server: server)
    }

    /// That there is no kubeconfig, or that none of those that there are says which context is meant.
    private static func noContext(_ options: KubectlOptions, _ environment: [String: String]) -> Phrase {
        let paths = options.kubeconfigPaths(environment)
        let found = paths.filter { access($0, F_OK) == 0 }
        if !found.isEmpty {
            return Phrase("\(found.joined(separator: ", ")): no current context; --context names one")
        }
        return Phrase("no kubeconfig found (looked at \(paths.joined(separator: ", "))); kstop doctor says what to do")
    }

    /// The namespace of the pod that kstop runs in.
    private static var podNamespace: String? {
        let file = "/var/run/secrets/kubernetes.io/serviceaccount/namespace"
        return try? String(contentsOfFile: file, encoding: .utf8)
    }
}

/// What `kubectl config view` prints of a kubeconfig.
private struct Config: Decodable {
    struct Context: Decodable { var name: String, context: Content }
    struct Content: Decodable { var cluster: String?, user: String?, namespace: String? }
    struct Cluster: Decodable { var name: String, cluster: Address }
    struct Address: Decodable { var server: String? }
    struct User: Decodable { var name: String, user: Credentials? }
    struct Credentials: Decodable {
        struct Plugin: Decodable { var interactiveMode: String? }
        struct Provider: Decodable {}

        var exec: Plugin?
        var provider: Provider?

        var isLoginPlugin: Bool { exec.map { $0.interactiveMode != "Always" } ?? (provider != nil) }

        private enum CodingKeys: String, CodingKey { case exec, provider = "auth-provider" }
    }

    var contexts: [Context]?
    var clusters: [Cluster]?
    var current: String?
    var users: [User]?

    private enum CodingKeys: String, CodingKey { case contexts, clusters, current = "current-context", users }
}

extension ContextInfo {
    /// - Throws: `unreachable`, in kubectl's words, for a context or a cluster that is named and missing.
    private init(_ config: Config, _ options: KubectlOptions) throws(APIError) {
        let name = options.context ?? config.current ?? ""
        let context = config.contexts?.first { $0.name == name }?.context
        if options.context != nil, context == nil { throw .missing("context", name) }
        let cluster = options.cluster ?? context?.cluster ?? ""
        let address = config.clusters?.first { $0.name == cluster }?.cluster
        if options.cluster != nil, address == nil { throw .missing("cluster", cluster) }
        let userName = options.user ?? context?.user
        let user = config.users?.first { $0.name == userName }?.user
        let namespace = context?.namespace ?? ""
        self.init(
            context: name, cluster: cluster, namespace: namespace.isEmpty ? nil : namespace,
            server: ServerURL(address?.server ?? ""), hasLoginPlugin: user?.isLoginPlugin ?? false)
    }
}

extension APIError {
    /// kubectl's sentence.
    fileprivate static func missing(_ kind: String, _ name: String) -> APIError {
        .unreachable(Phrase(verbatim: "\(kind) \"\(name)\" does not exist"))
    }
}
