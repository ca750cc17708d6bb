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

        @Test("a shell answers, survives Ctrl-C and a resize, and the screen comes back")
        func shell() async throws {
            let tmux = try await PlayGround.terminal()
            try await tmux.select("web")
            try await tmux.keys("s")
            try await tmux.waitFor("exit comes back to kstop")
            try await tmux.typeLine("echo in-$((40+2))-$(cat /www/index.html)", waitingFor: "in-42-hello from web")
            try await tmux.typeLine("sleep 100", waitingFor: "sleep 100")
            try await tmux.keys("C-c")
            try await tmux.resize(columns: 150, rows: 40)
            try await tmux.typeLine("echo still-$((6*7))", waitingFor: "still-42")
            try await tmux.typeLine("stty size", waitingFor: "40 150")
            try await tmux.type("exit 0\n")
            let screen = try await tmux.waitFor("live")
            #expect(screen.row("web", "1/1") != nil)
            #expect(screen.lines.count >= 40)
            #expect(try await tmux.format("#{alternate_on}") == "1")
            try await tmux.keys("2")
            try await tmux.waitFor("another page") { $0.row("NAME", "READY") != nil }
        }

        @Test("the screen comes back when the pod dies, and why is said")
        func dyingPod() async throws {
            let tmux = try await PlayGround.terminal()
            try await tmux.select("web")
            try await tmux.keys("s")
            try await tmux.waitFor("exit comes back to kstop")
            try await tmux.typeLine("echo in-$((40+2))", waitingFor: "in-42")
            try await PlayGround.kubectl("delete", "pod", "-l", "app=web", "--now", "--wait=false")
            try await tmux.waitFor("terminated with exit code 137", timeout: 60)
            try await tmux.waitFor("live")
        }

        @Test("of several containers one is chosen")
        func container() async throws {
            let tmux = try await PlayGround.terminal()
            try await tmux.select("twin")
            try await tmux.keys("s")
            try await tmux.waitFor("Shell in which container?")
            try await tmux.keys("Down")
            try await tmux.keys("Enter")
            try await tmux.waitFor("container helper")
            try await tmux.typeLine("ls /www || echo no-$((40+2))", waitingFor: "no-42")
            try await tmux.keys("C-d")
            try await tmux.waitFor("live")
        }

        @Test("an object is edited in the user's editor")
        func edit() async throws {
            let editor = "sed -i s/ksapp:.web$/ksapp:\\ edited/"
            let tmux = try await PlayGround.terminal(["KUBE_EDITOR": editor])
            try await tmux.keys("4")
            try await tmux.select("web")
            try await tmux.keys("E")
            try await waitUntil("the edited service") {
                try await PlayGround.lines("get", "service", "web", "-o", "jsonpath={.metadata.labels.ksapp}")
                    == ["edited"]
            }
            try await tmux.waitFor("live")
        }

        @Test("a forwarded port answers, is listed, and is gone with kstop")
        func forward() async throws {
            let tmux = try await PlayGround.terminal()
            try await tmux.keys("4")
            try await tmux.select("web")
            try await tmux.keys("f")
            let screen = try await tmux.waitFor("127.0.0.1:8321 → web:8321")
            #expect(screen.contains("1 port forwarded"))
            #expect(try await tmux.buffer() == "127.0.0.1:8321")
            try await waitUntil("an answer") { try await answer() == "hello from web\n" }
            try await tmux.keys("F")
            try await tmux.waitFor("Forwarded ports")
            let kstop = try await tmux.processID()
            let forwards = Processes.children(of: kstop).filter { $0.commandLine.contains("port-forward") }
            #expect(forwards.count == 1)
            Processes.kill(kstop)
            try await waitUntil("no forward") { forwards.allSatisfy { !Processes.isAlive($0.id) } }
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

        private func answer() async throws -> String {
            try await Run.program("curl", ["-s", "--noproxy", "*", "-m", "5", "http://127.0.0.1:8321/"]).output
        }
    }
}

extension Tmux {
    fileprivate func typeLine(_ line: String, waitingFor text: String) async throws {
        try await type(line + "\n")
        try await waitFor(text)
    }
}
