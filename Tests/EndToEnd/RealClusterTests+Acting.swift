import Foundation
import Testing

/// Within the other suite, so that nobody takes the API server away meanwhile.
extension RealClusterTests {
    /// What is done to the cluster.
    @Suite(.serialized)
    struct Acting {
        init() async throws {
            try await PlayGround.prepare()
        }

        @Test("two marked applications are restarted")
        func restartMarked() async throws {
            let old = [try await PlayGround.podUIDs(of: "web"), try await PlayGround.podUIDs(of: "twin")]
            let tmux = try await PlayGround.terminal()
            try await tmux.keys("g", "j")
            try await waitUntil("the row of twin") { try await tmux.selection() == "twin" }
            try await tmux.keys("Space")
            try await tmux.waitFor("1 marked")
            try await waitUntil("the row of web") { try await tmux.selection() == "web" }
            try await tmux.keys("Space")
            try await tmux.waitFor("2 marked")
            try await tmux.keys("r")
            try await tmux.waitFor("Restart 2 workloads?")
            try await tmux.confirm()
            try await tmux.waitFor("successfully rolled out", timeout: 60)
            try await waitUntil("other pods", timeout: 60) {
                let new = [try await PlayGround.podUIDs(of: "web"), try await PlayGround.podUIDs(of: "twin")]
                return new.allSatisfy { !$0.isEmpty } && zip(old, new).allSatisfy { $0.isDisjoint(with: $1) }
            }
        }

        @Test("a stop is followed until the pods are gone, a start until they are ready again, as many as before")
        func stopAndStart() async throws {
            try await PlayGround.kubectl("scale", "deployment", "web", "--replicas=2")
            let tmux = try await PlayGround.terminal()
            try await tmux.waitFor("two pods", timeout: 60) { $0.row("web", "2/2") != nil }
            try await tmux.select("web")
            try await tmux.keys("X")
            try await tmux.waitFor("Its 2 pods end.")
            try await tmux.confirm()
            try await tmux.waitFor("deployment web has stopped", timeout: 60)
            let path = "jsonpath={.spec.replicas} {.metadata.annotations.kstop/replicas}"
            #expect(try await PlayGround.lines("get", "deployment", "web", "-o", path) == ["0 2"])
            try await tmux.keys("X")
            try await tmux.waitFor("2 pods start, as before the stop.")
            try await tmux.confirm()
            try await tmux.waitFor("deployment web has started: 2 of 2 ready", timeout: 60)
            #expect(try await PlayGround.lines("get", "deployment", "web", "-o", path) == ["2 "])
            try await PlayGround.kubectl("scale", "deployment", "web", "--replicas=1")
        }

        @Test("a deleted pod is replaced")
        func deletePod() async throws {
            let old = try await PlayGround.podUIDs(of: "web")
            let tmux = try await PlayGround.terminal()
            try await tmux.select("web")
            try await tmux.keys("x")
            try await tmux.waitFor("makes another one in its place.")
            try await tmux.confirm()
            try await waitUntil("another pod", timeout: 60) {
                let new = try await PlayGround.podUIDs(of: "web")
                return !new.isEmpty && new.isDisjoint(with: old)
            }
        }

        @Test("what was replaced between the key and the confirmation is left alone")
        func replaced() async throws {
            let tmux = try await PlayGround.terminal()
            try await tmux.select("web")
            try await tmux.keys("X")
            try await tmux.waitFor("Stop web?")
            try await PlayGround.kubectl("delete", "deployment", "web")
            try await PlayGround.prepare()
            try await tmux.confirm()
            try await tmux.waitFor("replaced")
            #expect(try await PlayGround.lines("get", "deployment", "web", "-o", "jsonpath={.spec.replicas}") == ["1"])
        }

        @Test("who may not delete a pod is told so in the server's words")
        func forbidden() async throws {
            let token = try await RealCluster.serviceAccountToken("pod-viewer")
            let kubeconfig = try await RealCluster.kubeconfig(token: token)
            let tmux = try await RealCluster.terminal("--kubeconfig \(kubeconfig.path)/kubeconfig", waitingFor: "kstop")
            try await tmux.keys("2")
            try await tmux.waitFor("radarr-")
            try await tmux.keys("x")
            try await tmux.waitFor("Delete pod")
            try await tmux.confirm()
            try await tmux.waitFor(#"cannot delete resource "pods""#)
        }

        @Test("a restart whose image cannot be pulled ends in its reason")
        func unpullable() async throws {
            let tmux = try await PlayGround.terminal()
            try await tmux.select("stuck")
            try await tmux.keys("r")
            try await tmux.waitFor("Restart stuck?")
            try await tmux.confirm()
            try await tmux.waitFor("exceeded its progress deadline: ", timeout: 90)
            #expect(try await tmux.screen().contains("registry.invalid/stuck:1"))
        }

        /// The last one: it leaves nothing behind.
        @Test("what has been deleted goes from the screen")
        func deleted() async throws {
            let tmux = try await PlayGround.terminal()
            #expect(try await tmux.screen().row("twin", "1/1") != nil)
            try await PlayGround.remove()
            try await tmux.waitFor("an empty screen", timeout: 150) { $0.row("twin") == nil && $0.row("web") == nil }
        }
    }
}
