import Foundation
import JSONSchema
import Testing

/// Standard output that takes nothing, or no more.
@Suite(.timeLimit(.minutes(5)))
struct UnwritableOutputTests {
    static let commands = [
        "--help", "--version", "--once", "--once --check", "-o json", "-o wide", "-o name", "config", "config --check",
        "url plex", "token", "report", "doctor --kubectl /bin/true", "list applications", "list namespaces",
        "list contexts", "logs sonarr", "logs sonarr -f",
    ]

    @Test("a full disk is a failure that says so", arguments: commands)
    func full(command: String) async throws {
        let run = try await Self.run("exec kstop --demo \(command) > /dev/full")
        #expect(run.status == 1)
        #expect(run.errors == "kstop: cannot write to standard output: no space left on device\n")
    }

    @Test("what fits is written, the rest is a failure")
    func partly() async throws {
        let run = try await Self.run("trap '' XFSZ; ulimit -f 1; exec kstop --demo -o json > $HOME/output")
        #expect(run.status == 1)
        #expect(run.errors == "kstop: cannot write to standard output: file too large\n")
    }

    @Test("a closed standard output is a failure that says so", arguments: commands)
    func closed(command: String) async throws {
        let run = try await Self.run("exec kstop --demo \(command) >&-")
        #expect(run.status == 1)
        #expect(run.errors == "kstop: cannot write to standard output: bad file descriptor\n")
    }

    @Test("when nobody reads any more, kstop ends quietly", arguments: commands, ["", "trap '' PIPE;"])
    func unread(command: String, trap: String) async throws {
        let pipe = "mkfifo $HOME/pipe; exec 4<> $HOME/pipe 5> $HOME/pipe 4<&-"
        let run = try await Self.run("\(trap) \(pipe); exec kstop --demo \(command) >&5")
        #expect(run.status == 141)
        #expect(run.errors.isEmpty)
    }

    @Test("what was done is said on standard error when standard output is full", arguments: ["restart", "stop"])
    func done(word: String) async throws {
        let run = try await Self.run("exec kstop --demo \(word) radarr sonarr --yes --wait > /dev/full")
        let participle = word == "restart" ? "restarted" : "scaled"
        #expect(run.status == 1)
        #expect(
            run.errorLines == [
                "kstop: deployment.apps/radarr \(participle)", "kstop: deployment.apps/sonarr \(participle)",
                "kstop: cannot write to standard output: no space left on device",
            ])
    }

    @Test("a descriptor that does not block gets all, too")
    func nonblocking() async throws {
        // A pipe of 4 KiB, which perl makes non-blocking for all that share it (F_SETPIPE_SZ is 1031).
        let run = try await Self.run(
            """
            mkfifo $HOME/pipe
            exec 4<> $HOME/pipe
            perl -MFcntl -e 'open(F, "+>&=4"); fcntl(F, 1031, 4096); fcntl(F, F_SETFL, O_RDWR | O_NONBLOCK)'
            kstop --demo -o json >&4 4<&- &
            exec cat $HOME/pipe 4<&-
            """)
        #expect(run.errors.isEmpty)
        #expect(try JSONValue(run.output)["applications"]?.items.isEmpty == false)
    }

    @Test("nothing of kstop's gets the number of a descriptor that was closed")
    func closedDescriptors() async throws {
        let cluster = try FakeCluster()
        let open = try await Binary.run("--once", environment: cluster.environment)
        let closed = try await Self.run("exec kstop --once <&- 2>&-", cluster.environment)
        #expect(open.status == 0 && open.output.contains("pod-10"))
        #expect(closed.output == open.output && closed.status == 0)
    }

    /// - Parameter script: in which `kstop` is the binary, and `$HOME` a folder of its own.
    private static func run(_ script: String, _ environment: [String: String] = [:]) async throws -> Run {
        let folder = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/kstop", withDestinationPath: Binary.path)
        let own = ["HOME": folder.path, "PATH": "\(folder.path):/usr/bin:/bin", "LANG": "C.UTF-8"]
        defer { withExtendedLifetime(folder) {} }
        return try await Run.program("/bin/sh", ["-c", script], environment: environment.merging(own) { $1 })
    }
}
