import Foundation
import Glibc
import Testing

/// The commands for scripts, with the made-up seedbox.
@Suite(.timeLimit(.minutes(3)))
struct ScriptTests {
    @Test("a restart is followed to its end")
    func restart() async throws {
        let run = try await Binary.run("--demo", "restart", "sonarr", "--yes", "--wait")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.hasPrefix("deployment.apps/sonarr restarted\n"))
        #expect(run.output.hasSuffix("deployment \"sonarr\" successfully rolled out\n"))
    }

    @Test("a rollout that fails is a failure, with its reason")
    func failure() async throws {
        let run = try await Binary.run("--demo", "restart", "jellyfin", "--yes", "--wait")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("kstop: deployment.apps/jellyfin: Image registry.invalid/"))
    }

    @Test("stop and start")
    func scale() async throws {
        let stop = try await Binary.run("--demo", "stop", "sonarr", "--yes", "--wait")
        #expect(stop.status == 0)
        #expect(stop.output.hasPrefix("deployment.apps/sonarr scaled\n"))
        let start = try await Binary.run("--demo", "start", "sonarr4k", "--yes", "--wait")
        #expect(start.status == 0)
        #expect(start.output.hasSuffix("deployment \"sonarr4k\" successfully rolled out\n"))
    }

    @Test("without a terminal nobody is asked")
    func refused() async throws {
        let run = try await Binary.run("--demo", "restart", "sonarr")
        #expect(run.status == 2)
        #expect(run.errors.contains("--yes"))
        #expect(try await Binary.run("--demo", "--readonly", "stop", "sonarr", "--yes").status == 2)
        #expect(try await Binary.run("--demo", "restart", "sonar", "--yes").errors.contains("\"sonarr\"?"))
    }

    @Test("on a terminal somebody is")
    func asked() async throws {
        let tmux = try await Tmux("'\(Binary.path)' --demo restart sonarr; echo status $?; exec sleep 60")
        try await tmux.waitFor("Restart sonarr? [y/N]")
        try await tmux.keys("n", "Enter")
        try await tmux.waitFor("status 1")
        let other = try await Tmux("'\(Binary.path)' --demo restart sonarr; echo status $?; exec sleep 60")
        try await other.waitFor("Restart sonarr? [y/N]")
        try await other.keys("y", "Enter")
        #expect(try await other.waitFor("status 0").contains("deployment.apps/sonarr restarted"))
    }

    @Test("a followed log ends quietly when nobody reads it, and at an interrupt")
    func signals() async throws {
        let unread = try await Run.program(
            "/bin/bash", ["-c", "'\(Binary.path)' --demo logs wordpress -f | head -1; echo ${PIPESTATUS[0]}"])
        #expect(unread.output.hasSuffix("\n141\n"))
        #expect(unread.errors.isEmpty)
        let ignoring = try await Run.program(
            "/bin/bash",
            ["-c", "trap '' PIPE; '\(Binary.path)' --demo logs wordpress -f | true; echo ${PIPESTATUS[0]}"])
        #expect(ignoring.output.hasSuffix("141\n"))
        #expect(ignoring.errors.isEmpty)
        let tmux = try await Tmux("exec sh")
        try await tmux.waitFor("$")
        try await tmux.type("'\(Binary.path)' --demo logs wordpress -f\n")
        try await tmux.waitFor("GET ")
        try await tmux.keys("C-c")
        try await tmux.type("echo status $?\n")
        try await tmux.waitFor("the shell's word") { $0.row("status", "130") != nil }
    }

    @Test("the report, URLs and tokens go to standard output")
    func printed() async throws {
        let report = try await Binary.run("--demo", "report")
        #expect(report.status == 0)
        #expect(report.errors.isEmpty)
        #expect(!report.output.contains("seedbox.example"))
        #expect(try await Binary.run("--demo", "url", "plex").output == "https://tv.seedbox.example\n")
        #expect(try await Binary.run("--demo", "url", "flaresolverr").status == 1)
        #expect(try await Binary.run("--demo", "token").output.hasPrefix("eyJ"))
        #expect(try await Binary.run("--demo", "logs", "sonarr4k").status == 1)
    }
}
