import Foundation
import Testing

/// Within the other suite, so that nobody takes the API server away meanwhile.
extension RealClusterTests {
    /// Users who may see some of the cluster: what can be shown is, the rest says why not, and nobody asks in a storm.
    @Suite
    struct Roles {
        /// What one user may do in the namespace; resources and verbs as RBAC has them.
        struct Role: Sendable {
            var name: String
            var resources: [String] = []
            var verbs = ["get", "list", "watch"]

            /// Nobody at all, as the API server takes those without credentials.
            static let anonymous = Role(name: "anonymous")

            static let all = [
                anonymous, Role(name: "nothing"), Role(name: "pods", resources: ["pods"]),
                Role(name: "pods-and-logs", resources: ["pods", "pods/log"]),
                Role(name: "pods-listed", resources: ["pods"], verbs: ["list"]),
                Role(name: "pods-by-name", resources: ["pods"], verbs: ["get"]),
                Role(name: "deployments", resources: ["deployments", "replicasets"]),
                Role(name: "services", resources: ["services"]),
                Role(name: "endpoints", resources: ["services", "endpointslices"]),
                Role(name: "ingresses", resources: ["ingresses"]), Role(name: "events", resources: ["events"]),
                Role(name: "policies", resources: ["networkpolicies"]),
                Role(name: "workloads", resources: ["pods", "deployments", "statefulsets", "daemonsets", "jobs"]),
                Role(name: "listed", resources: ["pods", "services", "ingresses", "deployments"], verbs: ["list"]),
            ]

            var account: String { "kstop-role-\(name)" }

            func shows(_ resource: String) -> Bool { resources.contains(resource) && verbs.contains("list") }

            /// Seconds between two requests for one thing: what may be listed but not watched is polled; the version is
            /// what a silent server is asked.
            func interval(of path: String) -> Double {
                if path.contains("/metrics.k8s.io/") { return 15 }
                if path == "/version" { return 10 }
                return verbs == ["list"] && resources.contains { path.hasSuffix("/\($0)") } ? 5 : 30
            }

            var manifest: String {
                let name = "metadata: {name: \(account), labels: {kstop-role: \"1\"}}"
                let rule = "{apiGroups: [\"*\"], resources: \(resources), verbs: \(verbs)}"
                let rules = resources.isEmpty ? "[]" : "[\(rule)]"
                return """
                    ---
                    {apiVersion: v1, kind: ServiceAccount, \(name)}
                    ---
                    {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, \(name), rules: \(rules)}
                    ---
                    apiVersion: rbac.authorization.k8s.io/v1
                    kind: RoleBinding
                    \(name)
                    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: \(account)}
                    subjects: [{kind: ServiceAccount, name: \(account), namespace: kubeseed}]

                    """
            }
        }

        @Test("every smaller role sees what it may, hears why not the rest, and asks calmly")
        func roles() async throws {
            try await prepare()
            let result: Result<Void, any Error>
            do {
                result = .success(try await look())
            } catch {
                result = .failure(error)
            }
            try await Kubectl.run("delete", "serviceaccounts,roles,rolebindings", "-l", "kstop-role=1")
            try result.get()
        }

        private func prepare() async throws {
            let folder = try TemporaryFolder()
            try folder.write(Role.all.map(\.manifest).joined(), to: "roles.yaml")
            let run = try await Kubectl.run("apply", "-f", folder.path + "/roles.yaml")
            #expect(run.status == 0, "\(run.errors)")
        }

        private func look() async throws {
            var lookers: [Looker] = []
            for role in Role.all { lookers.append(try await Looker(role)) }
            let start = Date()
            for looker in lookers { try await looker.expectPages() }
            print("pages of \(lookers.count) users looked at in \(Int(-start.timeIntervalSinceNow)) s")
            let before = lookers.map { (at: Date(), requests: $0.requests) }
            try await waitUntil("requests of more than half a minute", timeout: 90) {
                before.allSatisfy { -$0.at.timeIntervalSinceNow >= 35 }
            }
            for (looker, before) in zip(lookers, before) {
                let requests = looker.requests.dropFirst(before.requests.count)
                let seconds = -before.at.timeIntervalSinceNow
                print("\(looker.role.name): \(requests.count) requests in \(Int(seconds)) s")
                for (path, requests) in Dictionary(grouping: requests, by: \.self) {
                    let most = Int(seconds / looker.role.interval(of: path)) + 1
                    #expect(requests.count <= most, "\(looker.role.name): \(path)")
                }
            }
        }
    }
}

/// kstop as one of the users, through a kubectl that writes down what is asked.
private struct Looker {
    let role: RealClusterTests.Roles.Role
    private let folder: TemporaryFolder
    private let tmux: Tmux

    private static let pages = [
        ("2", "pods"), ("3", "deployments"), ("4", "services"), ("5", "ingresses"), ("6", "events"),
    ]

    init(_ role: RealClusterTests.Roles.Role) async throws {
        self.role = role
        // Without any credentials kubectl would ask for a name and a password.
        let isAnonymous = role.name == RealClusterTests.Roles.Role.anonymous.name
        folder = try await RealCluster.kubeconfig(token: isAnonymous ? "" : try await Self.token(of: role))
        let access = isAnonymous ? "--as system:anonymous" : "--kubeconfig \(folder.path)/kubeconfig"
        let kubectl = Kubectl.environment["KSTOP_KUBECTL"] ?? "kubectl"
        let script = """
            #!/bin/sh
            case "$*" in *proxy*) exec '\(kubectl)' "$@" -v=6 2> '\(folder.path)/log' ;; esac
            exec '\(kubectl)' "$@"
            """
        try folder.write(script, to: "kubectl")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/kubectl")
        var environment = Kubectl.environment
        environment["KSTOP_KUBECTL"] = folder.path + "/kubectl"
        tmux = try await Tmux.kstop(
            "-n kubeseed \(access)", columns: 200, rows: 60, environment: environment)
    }

    /// The controllers of servers before 1.24 make it a moment after the account.
    private static func token(of role: RealClusterTests.Roles.Role) async throws -> String {
        var token = ""
        try await waitUntil("a token for \(role.name)") {
            token = try await RealCluster.serviceAccountToken(role.account)
            return token.hasPrefix("eyJ")
        }
        return token
    }

    /// The paths of the requests that the API server has answered, in their order.
    var requests: [String] {
        folder.text("log").split(separator: "\n").compactMap { line in
            guard line.contains("round_trippers.go") else { return nil }
            return line.split(separator: " ").first { $0.hasPrefix("https://") }
                .flatMap { URLComponents(string: String($0))?.path }
        }
    }

    func expectPages() async throws {
        for (page, resource) in Self.pages {
            try await tmux.keys(page)
            if !role.shows(resource) {
                try await tmux.waitFor("forbidden: \(resource)", timeout: 40)
            } else if resource == "events" {
                try await tmux.waitFor("events") { $0.row("LAST", "SEEN") != nil && !$0.contains("forbidden: events") }
            } else {
                try await RealCluster.compare(tmux, resource)
            }
        }
        let isPolled = role.verbs == ["list"]
        try await tmux.waitFor(isPolled ? "polling" : "live")
    }
}
