import Foundation
import Glibc
import Testing

/// Within the other suite, so that nobody takes the API server away meanwhile.
extension RealClusterTests {
    /// What is between kstop and the cluster breaks, and comes back without a key. The times are those that it took.
    @Suite
    struct Faults {
        @Test("a kubectl proxy that hangs is replaced")
        func stoppedProxy() async throws {
            let tmux = try await RealCluster.terminal()
            let kstop = try await tmux.processID()
            let proxy = try #require(Processes.children(of: kstop).first { $0.commandLine.contains("proxy") })
            let start = Date()
            kill(proxy.id, SIGSTOP)
            try await tmux.waitFor("stale", timeout: 60)
            print("kubectl proxy stopped: stale after \(Int(-start.timeIntervalSinceNow)) s")
            try await waitUntil("another proxy", timeout: 120) {
                Processes.children(of: kstop).contains { $0.id != proxy.id && $0.commandLine.contains("proxy") }
            }
            try await waitUntil("no trace of the old one") { !Processes.isAlive(proxy.id) }
            try await expectTheTruth(tmux, "kubectl proxy stopped", since: start)
        }

        @Test("without etcd nothing changes and what is there stays; after it has come back, changes come again")
        func etcd() async throws {
            let tmux = try await RealCluster.terminal()
            try await RealCluster.stop("etcd")
            let meanwhile: Result<String, any Error>
            do {
                try await waitUntil("an API server without etcd", timeout: 60) {
                    try await Kubectl.run("get", "--raw", "/readyz", "--request-timeout=5s").status != 0
                }
                meanwhile = .success(try await tmux.screen())
            } catch {
                meanwhile = .failure(error)
            }
            try await RealCluster.startServer()
            let start = Date()
            #expect(try meanwhile.get().row("radarr", "1/1") != nil)
            try await expectTheTruth(tmux, "etcd stopped and started", since: start)
            try await tmux.keys("4")
            try await Kubectl.run("create", "service", "clusterip", "kstop-after-etcd", "--tcp=80")
            try await tmux.waitFor("the new service", timeout: 90) { $0.row("kstop-after-etcd", "ClusterIP") != nil }
            try await Kubectl.run("delete", "service", "kstop-after-etcd")
            try await tmux.waitFor("its end", timeout: 90) { $0.row("kstop-after-etcd", "ClusterIP") == nil }
        }

        @Test("credentials and an address that were wrong are read anew once the kubeconfig has others")
        func kubeconfig() async throws {
            let token = try await RealCluster.serviceAccountToken("pod-viewer")
            let good = try await RealCluster.kubeconfig(token: token)
            let wrong = [
                ("token expired", try await RealCluster.kubeconfig(token: "expired"), "You must be logged in"),
                (
                    "no such host",
                    try await RealCluster.kubeconfig(token: token, server: "https://no-such-host.invalid:6443"),
                    "no such host"
                ),
            ]
            let right = good.text("kubeconfig")
            // Side by side: most of it is waiting until kstop tries again.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (fault, folder, words) in wrong {
                    group.addTask { try await recover(from: fault, folder, words, with: right) }
                }
                try await group.waitForAll()
            }
        }

        private func recover(
            from fault: String, _ folder: TemporaryFolder, _ words: String, with kubeconfig: String
        ) async throws {
            let tmux = try await RealCluster.terminal("--kubeconfig \(folder.path)/kubeconfig", waitingFor: "stale")
            try await tmux.keys("2")
            try await tmux.waitFor(words, timeout: 30)
            let start = Date()
            try folder.write(kubeconfig, to: "kubeconfig")
            try await tmux.waitFor("live", timeout: 90)
            print("\(fault): live \(Int(-start.timeIntervalSinceNow)) s after the kubeconfig was right")
            try await RealCluster.compare(tmux, "pods")
        }

        @Test("a log goes on without a line missing or twice, after Ctrl-R and after a lost proxy")
        func log() async throws {
            let tmux = try await RealCluster.terminal()
            try await tmux.select("radarr")
            try await tmux.keys("l")
            try await tmux.waitFor("ticks") { $0.ticks.count > 3 }
            let kstop = try await tmux.processID()
            for _ in 0..<2 {
                try await tmux.keys("C-r")
                try await moreTicks(tmux)
                for proxy in Processes.children(of: kstop) where proxy.commandLine.contains("proxy") {
                    Processes.kill(proxy.id)
                }
                try await moreTicks(tmux)
            }
            let ticks = try await tmux.screen().ticks
            #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $1 == $0 + 1 }, "\(ticks)")
        }

        private func moreTicks(_ tmux: Tmux) async throws {
            let last = try await tmux.screen().ticks.last ?? 0
            try await tmux.waitFor("ticks after \(last)", timeout: 60) { $0.ticks.contains { $0 > last + 2 } }
        }

        private func expectTheTruth(_ tmux: Tmux, _ fault: String, since start: Date) async throws {
            try await tmux.waitFor("live", timeout: 120)
            print("\(fault): live after \(Int(-start.timeIntervalSinceNow)) s")
            for (page, kind) in [("2", "pods"), ("3", "deployments"), ("4", "services"), ("5", "ingresses")] {
                try await tmux.keys(page)
                try await RealCluster.compare(tmux, kind)
            }
        }
    }
}

extension String {
    /// The numbers of the lines "… tick 12", from the top down.
    fileprivate var ticks: [Int] {
        lines.compactMap { line in line.firstMatch(of: /tick (\d+)/).flatMap { Int($0.1) } }
    }
}
