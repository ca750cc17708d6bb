import Foundation
import Testing

/// Within the other suite, so that nobody takes the API server away meanwhile.
extension RealClusterTests {
    /// What kstop leaves to kubectl.
    @Suite(.serialized)
    struct Programs {
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
