import Foundation

/// The real cluster, and kubectl as the judge of what is true of it.
enum Kubectl {
    /// Set by `make e2e`.
    static let kubeconfig = ProcessInfo.processInfo.environment["KSTOP_E2E_KUBECONFIG"]

    private static let program = ProcessInfo.processInfo.environment["KSTOP_KUBECTL"] ?? "kubectl"

    /// Where the cluster keeps its files, as its own scripts find it.
    static let folder: String = {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
        return environment["KSTOP_CLUSTER"] ?? cache + "/kstop-cluster"
    }()

    /// What kstop and kubectl need to find the cluster.
    static var environment: [String: String] {
        var environment = ["KUBECONFIG": kubeconfig ?? "", "KSTOP_KUBECTL": program]
        environment["PATH"] = ProcessInfo.processInfo.environment["PATH"]
        return environment
    }

    /// In the namespace kubeseed.
    @discardableResult
    static func run(_ arguments: String...) async throws -> Run { try await run(arguments) }

    static func lines(_ arguments: String...) async throws -> [String] {
        try await run(arguments).output.split(separator: "\n").map(String.init)
    }

    static func run(_ arguments: [String]) async throws -> Run {
        // Without a home, kubectl keeps its cache in the folder that it is called in.
        let home = FileManager.default.temporaryDirectory.path + "/kstop-e2e-kubectl"
        return try await Run.program(
            program, ["-n", "kubeseed"] + arguments, environment: environment.merging(["HOME": home]) { $1 })
    }

    /// The cells of `kubectl get`, by the name in the first column.
    static func table(_ kind: String) async throws -> [String: [String]] {
        let lines = try await lines("get", kind, "--no-headers")
        let rows = lines.map { line in
            line.split(separator: /\ {2,}/).map { $0.trimmingCharacters(in: .whitespaces) }
        }
        return Dictionary(rows.map { ($0.first ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func pod(of deployment: String) async throws -> String? {
        try await lines("get", "pods", "-o", "name", "-l", "app=\(deployment)").first {
            $0.hasPrefix("pod/\(deployment)-")
        }
    }
}
