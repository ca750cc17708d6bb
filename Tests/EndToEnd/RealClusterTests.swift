import Foundation
import Testing

/// kstop against a real Kubernetes, with kubectl as the judge.
@Suite(.serialized, .enabled(if: RealCluster.isThere), .timeLimit(.minutes(5)))
struct RealClusterTests {
    @Test("pods are those of kubectl get pods")
    func pods() async throws { try await compare("2", "pods") }

    @Test("deployments are those of kubectl get deployments")
    func deployments() async throws { try await compare("3", "deployments") }

    @Test("services are those of kubectl get services")
    func services() async throws { try await compare("4", "services") }

    @Test("ingresses are those of kubectl get ingresses")
    func ingresses() async throws { try await compare("5", "ingresses") }

    @Test("a snapshot says which applications are broken")
    func broken() async throws {
        let expected: Set = ["overseerr", "jellyfin", "nextcloud", "kavita", "tautulli", "bazarr", "komga"]
        var found: Set<Substring> = []
        try await waitUntil("the seven broken ones, not \(found)", timeout: 60) {
            found = RealCluster.broken(in: try await RealCluster.kstop("--once").output)
            return found == Set(expected.map { Substring($0) })
        }
        #expect(try await RealCluster.kstop("--once").status == 0)
        #expect(try await RealCluster.kstop("--once", "--check").status == 3)
    }

    @Test("a restart replaces the pod")
    func restart() async throws {
        let old = try await Kubectl.pod(of: "jackett")
        let tmux = try await RealCluster.terminal()
        try await tmux.select("jackett")
        try await tmux.keys("r")
        try await tmux.waitFor("Cancel")
        try await tmux.confirm()
        try await tmux.waitFor("successfully rolled out", timeout: 60)
        try await waitUntil("another pod", timeout: 60) {
            let new = try await Kubectl.pod(of: "jackett")
            return new != nil && new != old
        }
    }

    @Test("logs follow")
    func logs() async throws {
        let tmux = try await RealCluster.terminal()
        try await tmux.select("radarr")
        try await tmux.keys("l")
        let first = try await tmux.waitFor("tick")
        try await tmux.waitFor("more ticks") { $0 != first && $0.contains("tick") }
    }

    @Test("the copied token opens the cluster")
    func token() async throws {
        let tmux = try await RealCluster.terminal()
        try await tmux.keys("t")
        try await waitUntil("the token in tmux") { try await tmux.buffer().hasPrefix("eyJ") }
        let token = try await tmux.buffer()
        let kubeconfig = try await RealCluster.kubeconfig(token: token)
        let answer = try await RealCluster.kubectl(kubeconfig, "auth", "can-i", "*", "*")
        #expect(answer.output == "yes\n")
        #expect(try await !tmux.screen().contains(token.prefix(40)))
    }

    @Test("a lost API server is said to be lost, and found again")
    func lostServer() async throws {
        let tmux = try await RealCluster.terminal()
        try await RealCluster.stopServer()
        let lost: Result<String, any Error>
        do {
            lost = .success(try await tmux.waitFor("stale", timeout: 60))
        } catch {
            lost = .failure(error)
        }
        try await RealCluster.startServer()
        #expect(try lost.get().row("radarr", "1/1") != nil)
        try await tmux.waitFor("live", timeout: 90)
        try await tmux.keys("3")
        try await RealCluster.compare(tmux, "deployments")
    }

    @Test("a lost kubectl proxy is started again")
    func lostProxy() async throws {
        let tmux = try await RealCluster.terminal()
        let kstop = try await tmux.processID()
        let proxy = try #require(Processes.children(of: kstop).first { $0.commandLine.contains("proxy") })
        Processes.kill(proxy.id)
        try await waitUntil("another proxy") {
            Processes.children(of: kstop).contains { $0.id != proxy.id && $0.commandLine.contains("proxy") }
        }
        try await Kubectl.run("annotate", "--overwrite", "deployment", "radarr", "kstop-e2e=\(proxy.id)")
        try await tmux.waitFor("live", timeout: 60)
        try await tmux.keys("3")
        try await RealCluster.compare(tmux, "deployments")
    }

    @Test("nothing stays behind when kstop is killed")
    func killed() async throws {
        let tmux = try await RealCluster.terminal()
        let kstop = try await tmux.processID()
        let proxies = Processes.children(of: kstop).filter { $0.commandLine.contains("proxy") }
        #expect(!proxies.isEmpty)
        Processes.kill(kstop)
        try await waitUntil("no proxy") { proxies.allSatisfy { !Processes.isAlive($0.id) } }
        try await waitUntil("no socket") {
            try FileManager.default.contentsOfDirectory(atPath: tmux.home.path).allSatisfy { !$0.hasPrefix("kstop") }
        }
    }

    /// The cells of a page are those of `kubectl get`, before or after the look at it.
    private func compare(_ key: String, _ kind: String) async throws {
        let tmux = try await RealCluster.terminal()
        try await tmux.keys(key)
        try await RealCluster.compare(tmux, kind)
    }
}
