import Foundation
import Testing

/// Within the other suite, so that nobody takes the API server away meanwhile.
extension RealClusterTests {
    /// What those may see who may not see everything, and what is said when there is nothing to be seen.
    @Suite
    struct Access {
        @Test("who may only see pods sees pods, and why not the rest")
        func podViewer() async throws {
            let token = try await RealCluster.serviceAccountToken("pod-viewer")
            let kubeconfig = try await RealCluster.kubeconfig(token: token)
            let tmux = try await RealCluster.terminal("--kubeconfig \(kubeconfig.path)/kubeconfig", waitingFor: "kstop")
            try await tmux.keys("2")
            try await RealCluster.compare(tmux, "pods")
            let pages = [("3", "deployments.apps"), ("4", "services"), ("5", "ingresses"), ("6", "events")]
            for (page, resource) in pages {
                try await tmux.keys(page)
                try await tmux.waitFor("forbidden: \(resource)")
            }
            try await tmux.keys("1")
            try await tmux.waitFor("no metrics: pods.metrics.k8s.io is forbidden")
        }

        @Test("a context that does not exist is refused in kubectl's words")
        func unknownContext() async throws {
            let run = try await RealCluster.kstop("--once", "--context", "nowhere")
            #expect(run.status == 2)
            #expect(run.errors.contains("nowhere"))
            #expect(run.errors.contains("does not exist"))
        }

        @Test("so is a kubeconfig that is none, or is not there", arguments: ["malformed", "missing"])
        func kubeconfigs(name: String) async throws {
            let folder = try TemporaryFolder()
            try folder.write("}{ not: [a kubeconfig", to: "malformed")
            let path = folder.path + "/" + name
            let kubectl = try await Kubectl.run("--kubeconfig", path, "get", "pods")
            let run = try await RealCluster.kstop("--once", "--kubeconfig", path)
            #expect(run.status == 2)
            let words = kubectl.errorLines.first.map { $0.replacing("error: ", with: "") } ?? "no words"
            #expect(run.errors.contains(words))
        }

        @Test("a server that does not answer is told from one that is slow to start")
        func unreachable() async throws {
            let folder = try await RealCluster.kubeconfig(token: "none", server: "https://127.0.0.1:9")
            let path = "\(folder.path)/kubeconfig"
            let run = try await RealCluster.kstop("--once", "--kubeconfig", path, "--request-timeout", "1")
            #expect(run.status == 1)
            #expect(run.errorLines.count == 1)
            let tmux = try await RealCluster.terminal("--kubeconfig \(path)", waitingFor: "kstop")
            try await tmux.waitFor("what is wrong") { $0.contains(/refused|unreachable|no answer|502/) }
        }

        @Test("a namespace that is not there, or has nothing in it, is told by name")
        func namespaces() async throws {
            let missing = try await RealCluster.kstop("--once", "-n", "no-such-namespace")
            #expect((missing.output + missing.errors).contains("no-such-namespace"))
            let empty = try await RealCluster.kstop("--once", "-n", "kubernetes-dashboard")
            #expect(empty.status == 0)
            #expect(empty.output.isEmpty)
            #expect(empty.errors.contains("No resources found in kubernetes-dashboard namespace."))
        }
    }
}
