import Foundation
import Testing

/// Within the other suite, so that nobody takes the API server away meanwhile.
extension RealClusterTests {
    /// The log page, with kubectl as the judge. The containers count: "line 17 of web".
    @Suite(.serialized)
    struct Logs {
        init() async throws {
            try await PlayGround.prepare()
        }

        @Test("all containers of a pod are read, each line named")
        func containers() async throws {
            let tmux = try await log(of: "twin", key: "l")
            try await tmux.waitFor("line \\d+ of twin") { $0.contains(/^ line \d+ of twin/.anchorsMatchLineEndings()) }
            try await tmux.keys("a")
            try await tmux.waitFor("both containers") { screen in
                screen.contains(/^ twin +line \d+ of twin/.anchorsMatchLineEndings())
                    && screen.contains(/^ helper +line \d+ of helper/.anchorsMatchLineEndings())
            }
        }

        @Test("all pods of an application are read")
        func pods() async throws {
            try await PlayGround.kubectl("scale", "deployment", "web", "--replicas=2")
            let tmux = try await log(of: "web", key: "L")
            try await tmux.waitFor("2 pods", timeout: 60)
            try await PlayGround.kubectl("scale", "deployment", "web", "--replicas=1")
            try await tmux.waitFor("1 pod ", timeout: 60)
        }

        @Test("the pod that takes another's place is followed, and both are named")
        func replaced() async throws {
            let tmux = try await log(of: "web", key: "l")
            try await tmux.waitFor("of web")
            try await PlayGround.kubectl("rollout", "restart", "deployment/web")
            let screen = try await tmux.waitFor("the successor", timeout: 60) { $0.contains(" replaces web-") }
            let names = try #require(screen.firstMatch(of: /(web-\S+) replaces (web-\S+)/)).output
            #expect(names.1 != names.2)
            try await tmux.waitFor("its lines") { screen in
                let after = screen.lines.drop { !$0.contains(" replaces ") }.dropFirst()
                return after.contains { $0.hasPrefix(" line ") }
            }
        }

        @Test("after a lost connection no line is missing and none is there twice")
        func resumed() async throws {
            let tmux = try await log(of: "web", key: "l")
            try await tmux.waitFor("of web")
            let kstop = try await tmux.processID()
            for _ in 1...2 {
                let proxy = try #require(Processes.children(of: kstop).first { $0.commandLine.contains("proxy") })
                Processes.kill(proxy.id)
                try await waitUntil("another proxy") {
                    Processes.children(of: kstop).contains { $0.commandLine.contains("proxy") && $0.id != proxy.id }
                }
                let before = try await tmux.screen().lastLine
                try await tmux.waitFor("three more lines", timeout: 60) { ($0.lastLine ?? 0) > (before ?? 0) + 3 }
            }
            let pod = try #require(try await PlayGround.lines("get", "pods", "-l", "app=web", "-o", "name").last)
            try await tmux.keys("C-s")
            let saved = try await tmux.waitFor("saved: ").firstMatch(of: /saved: (\S+)/)
            let path = String(try #require(saved).output.1)
            defer { try? FileManager.default.removeItem(atPath: path) }
            let numbers = try String(contentsOfFile: path, encoding: .utf8).numbers
            #expect(numbers.count > 6)
            #expect(numbers == Array((numbers.first ?? 0)...(numbers.last ?? 0)))
            let judge = try await PlayGround.lines("logs", pod).joined(separator: "\n").numbers
            #expect(Array(judge.prefix(numbers.count)) == numbers)
        }

        @Test("of a container that crashes the log before is read")
        func previous() async throws {
            let tmux = try await RealCluster.terminal()
            try await tmux.select("overseerr")
            try await tmux.keys("p")
            try await tmux.waitFor("previous")
            let pod = try #require(try await Kubectl.pod(of: "overseerr"))
            // It may have crashed once more since.
            try await tmux.waitFor("its last line") { screen in screen.contains("overseerr") && screen.lines.count > 5 }
            let judge = try await Kubectl.run("logs", pod, "--previous").output.lines.first { !$0.isEmpty }
            try await tmux.waitFor("kubectl's line") { $0.contains(judge ?? "?") }
        }

        private func log(of name: String, key: String) async throws -> Tmux {
            let tmux = try await PlayGround.terminal()
            try await tmux.select(name)
            try await tmux.keys(key)
            try await tmux.waitFor("the log") { $0.contains("logs \(name)") }
            return tmux
        }
    }
}

extension String {
    /// Of the lines that the containers count, in order.
    fileprivate var numbers: [Int] { matches(of: /line (\d+) of web/).compactMap { Int($0.output.1) } }

    fileprivate var lastLine: Int? { numbers.last }
}
