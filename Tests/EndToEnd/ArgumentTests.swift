import Foundation
import Glibc
import Testing

/// The command line counts, whatever has become of the process before main.
@Suite(.timeLimit(.minutes(3)))
struct ArgumentTests {
    @Test("no option is lost when a preloaded library sets a variable")
    func preloaded() async throws {
        let folder = try TemporaryFolder()
        let environment = ["PATH": "/usr/bin:/bin", "LD_PRELOAD": try await folder.library(from: "setenv.c")]
        let run = try await Binary.run("--demo", "-o", "name", "radarr", environment: environment)
        #expect(run.errors.isEmpty)
        #expect(run.output == "deployment.apps/radarr\n")
    }

    @Test(
        "without /proc no option is lost, and what needs it says so",
        .enabled(if: geteuid() == 0, "only root can do without"),
        arguments: ["", "--once", "--demo", "--demo --once", "--demo doctor", "--demo url plex"])
    func withoutProc(arguments: String) async throws {
        #expect(try await runWithoutProc(["--version"]).output.hasPrefix("kstop "))
        let run = try await runWithoutProc(arguments.split(separator: " ").map(String.init))
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors == "kstop: /proc is not mounted, and kstop requires it\n")
    }

    @Test("bytes that are not UTF-8 are no name that there is")
    func invalid() async throws {
        let script = "exec \"$0\" --demo --once \"$(printf 'radarr\\377')\""
        let run = try await Run.program("/bin/sh", ["-c", script, Binary.path])
        #expect(run.status == 2)
        #expect(run.errors.contains("radarr\u{FFFD}"))
    }

    /// For kstop alone, which has a mount namespace of its own.
    private func runWithoutProc(_ arguments: [String]) async throws -> Run {
        let script = "mount -t tmpfs none /proc && exec \"$0\" \"$@\""
        return try await Run.program("unshare", ["-m", "sh", "-c", script, Binary.path] + arguments)
    }
}
