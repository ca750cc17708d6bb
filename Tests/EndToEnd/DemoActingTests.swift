import Foundation
import Testing

/// What is done to the made-up seedbox, in a real terminal.
struct DemoActingTests {
    @Test("a stop and a start are confirmed and followed to their ends")
    func stopAndStart() async throws {
        let tmux = try await demo()
        try await tmux.select("sonarr")
        try await tmux.keys("X")
        try await tmux.waitFor("Stop sonarr?")
        try await tmux.confirm()
        try await tmux.waitFor("deployment sonarr has stopped")
        try await tmux.keys("X")
        try await tmux.waitFor("Start sonarr?")
        try await tmux.confirm()
        try await tmux.waitFor("deployment sonarr has started: 1 of 1 ready", timeout: 30)
    }

    @Test("a deleted pod is replaced")
    func deletePod() async throws {
        let tmux = try await demo()
        try await tmux.keys("2")
        try await tmux.waitFor("radarr-")
        try await tmux.keys("x")
        try await tmux.waitFor("Delete pod")
        try await tmux.confirm()
        try await tmux.waitFor("Terminating")
    }

    @Test("a token is shown until a key is pressed")
    func showToken() async throws {
        let tmux = try await demo()
        try await tmux.keys("T")
        try await tmux.waitFor("Show a dashboard token?")
        try await tmux.confirm()
        try await tmux.waitFor("eyJ")
        try await tmux.keys("z")
        let screen = try await tmux.waitFor("no token") { !$0.contains("eyJ") }
        #expect(screen.contains("token 60m") || screen.contains("token 59m"))
    }

    @Test("there is no shell in a made-up container")
    func shell() async throws {
        let tmux = try await demo()
        try await tmux.select("sonarr")
        try await tmux.keys("s")
        try await tmux.waitFor("the demo has no kubectl that could run")
    }

    @Test("that the dashboard has no ingress is said")
    func dashboard() async throws {
        let tmux = try await demo()
        try await tmux.keys("u")
        try await tmux.waitFor("no ingress in namespace kubernetes-dashboard shows it")
    }

    private func demo() async throws -> Tmux {
        let tmux = try await Tmux.kstop("--demo")
        try await tmux.waitFor("live")
        return tmux
    }
}
