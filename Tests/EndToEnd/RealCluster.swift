import Foundation
import Glibc

/// The real cluster, as the tests use it.
enum RealCluster {
    /// Whether the tests have been given one; says so once if not.
    static let isThere: Bool = {
        if Kubectl.kubeconfig != nil { return true }
        print("KSTOP_E2E_KUBECONFIG is not set: no tests against a real Kubernetes (make e2e sets it)")
        return false
    }()

    static func kstop(_ arguments: String...) async throws -> Run { try await kstop(arguments) }

    /// A change may have to be followed for a while.
    static func kstop(_ arguments: [String], timeout: TimeInterval = 150) async throws -> Run {
        try await Run.program(
            Binary.path, ["-n", "kubeseed"] + arguments, environment: Kubectl.environment, timeout: timeout)
    }

    /// A wide terminal in which kstop shows the namespace kubeseed.
    static func terminal(_ arguments: String = "", waitingFor text: String = "live") async throws -> Tmux {
        let tmux = try await Tmux.kstop(
            "-n kubeseed \(arguments)", columns: 200, rows: 60, environment: Kubectl.environment)
        try await tmux.waitFor(text, timeout: 30)
        return tmux
    }

    /// The names of which a snapshot says that they are broken.
    static func broken(in snapshot: String) -> Set<Substring> {
        Set(snapshot.rows.filter { $0.dropFirst().starts(with: ["is", "broken:"]) }.compactMap(\.first))
    }

    /// Waits until every row of `kubectl get` is on the screen, as it was before or after the look at it.
    static func compare(_ tmux: Tmux, _ kind: String) async throws {
        var missing: [String] = []
        do {
            try await waitUntil("rows as in kubectl get \(kind)", timeout: 45) {
                let before = try await Kubectl.table(kind)
                let rows = try await tmux.screen().rows
                let after = try await Kubectl.table(kind)
                missing = before.keys.filter { name in
                    guard let row = rows.first(where: { $0.prefix(3).contains(Substring(name)) }) else { return true }
                    return ![before[name], after[name]].contains { cells in row.shows(cells ?? []) }
                }
                return !before.isEmpty && missing.isEmpty
            }
        } catch {
            throw Tmux.TimedOut(what: "rows of \(missing.sorted())", screen: try await tmux.screen())
        }
    }

    static func stopServer() async throws { try await stop("kube-apiserver") }

    /// Ends a process of the control plane; `startServer` starts it again.
    static func stop(_ name: String) async throws {
        let pid = try String(contentsOfFile: Kubectl.folder + "/run/\(name).pid", encoding: .utf8)
        if let pid = Int32(pid.trimmingCharacters(in: .whitespacesAndNewlines)) { Processes.kill(pid) }
    }

    static func startServer() async throws {
        let script = Binary.sourceRoot + "/Tests/EndToEnd/cluster/up.sh"
        _ = try await Run.program(script, timeout: 120)
    }

    /// A folder with a `kubeconfig` that knows no client certificate, only a token.
    static func kubeconfig(token: String, server: String? = nil) async throws -> TemporaryFolder {
        let url = try await Kubectl.lines("config", "view", "-o", "jsonpath={.clusters[0].cluster.server}").first
        let folder = try TemporaryFolder()
        let text = """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "\(server ?? url ?? "")", insecure-skip-tls-verify: true}}]
            users: [{name: u, user: {token: "\(token)"}}]
            contexts: [{name: x, context: {cluster: c, user: u, namespace: kubeseed}}]
            current-context: x
            """
        try folder.write(text, to: "kubeconfig")
        return folder
    }

    static func kubectl(_ kubeconfig: TemporaryFolder, _ arguments: String...) async throws -> Run {
        var environment = Kubectl.environment
        environment["KUBECONFIG"] = kubeconfig.path + "/kubeconfig"
        environment["HOME"] = kubeconfig.path
        let kubectl = environment["KSTOP_KUBECTL"] ?? "kubectl"
        return try await Run.program("/usr/bin/env", [kubectl] + arguments, environment: environment)
    }

    /// Servers before 1.24 keep one in a secret; kubectl before 1.24 cannot ask for another.
    static func serviceAccountToken(_ account: String) async throws -> String {
        let path = "jsonpath={.secrets[0].name}"
        guard let secret = try await Kubectl.lines("get", "serviceaccount", account, "-o", path).first else {
            return try await Kubectl.run("create", "token", account).output
        }
        let token = try await Kubectl.lines("get", "secret", secret, "-o", "jsonpath={.data.token}").first ?? ""
        return String(decoding: Data(base64Encoded: token) ?? Data(), as: UTF8.self)
    }
}

/// Processes as /proc tells of them.
struct Processes {
    let id: Int32
    let commandLine: String

    static func children(of parent: Int32) -> [Processes] {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(parent)/task")) ?? []
        return tasks.flatMap { task -> [Processes] in
            text("/proc/\(parent)/task/\(task)/children").split(separator: " ").compactMap { Int32($0) }.map { id in
                Processes(id: id, commandLine: text("/proc/\(id)/cmdline").replacing("\0", with: " "))
            }
        }
    }

    static func isAlive(_ id: Int32) -> Bool {
        !text("/proc/\(id)/cmdline").isEmpty
    }

    /// "R", "S", "T" … (proc(5)); empty if there is none.
    static func state(of id: Int32) -> String {
        let status = text("/proc/\(id)/stat")
        return status.lastIndex(of: ")").map { String(status[$0...].dropFirst(2).prefix(1)) } ?? ""
    }

    /// Whether it has blocked no signal and ignores none; 32 and 33 are glibc's own, whoever has had them ignored.
    static func heedsAllSignals(_ id: Int32) -> Bool {
        let sets = text("/proc/\(id)/status").split(separator: "\n").filter {
            $0.hasPrefix("SigBlk:") || $0.hasPrefix("SigIgn:")
        }
        let numbers = sets.compactMap { UInt64($0.dropFirst("SigBlk:\t".count), radix: 16) }
        return numbers.count == 2 && numbers.allSatisfy { $0 & ~(3 << 31) == 0 }
    }

    static func kill(_ id: Int32) {
        guard id > 1 else { return }
        Glibc.kill(id, SIGKILL)
    }

    private static func text(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }
}

extension [Substring] {
    /// Whether these are the words of a row of `kubectl get`, in its order.
    ///
    /// Older servers know no "(2m ago)": of a cell only its first word counts.
    /// kstop may name an ingress class that kubectl does not see (`<none>`), as the annotation has it.
    fileprivate func shows(_ cells: [String]) -> Bool {
        let words = cells.map { $0.prefix { $0 != " " } }.filter { $0 != "<none>" && !$0.isEmpty }
        return !words.isEmpty && containsInOrder(words.map(String.init))
    }
}
