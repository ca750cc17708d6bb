import Foundation
import Glibc
import Testing

/// How kstop ends, and what it leaves behind.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct DemoExitTests {
    enum End: Sendable, CustomTestStringConvertible {
        case key(String, status: Int)
        case signal(Int32)

        var status: Int {
            switch self {
            case .key(_, let status): status
            case .signal(let signal): 128 + Int(signal)
            }
        }

        var testDescription: String {
            switch self {
            case .key(let key, _): key
            case .signal(let signal): "signal \(signal)"
            }
        }
    }

    @Test(
        "the terminal is given back as it was",
        arguments: [
            End.key("q", status: 0), .key("C-c", status: 130), .signal(SIGTERM), .signal(SIGHUP), .signal(SIGINT),
            .signal(SIGQUIT), .signal(SIGSEGV), .signal(SIGUSR1), .signal(SIGUSR2), .signal(SIGALRM),
            .signal(SIGVTALRM), .signal(SIGPROF), .signal(SIGXCPU), .signal(SIGXFSZ), .signal(SIGPOLL),
            .signal(SIGSTKFLT), .signal(SIGPWR), .signal(SIGSYS), .signal(__libc_current_sigrtmin()),
            .signal(__libc_current_sigrtmax()),
        ])
    func ends(_ end: End) async throws {
        let tmux = try await Tmux("exec sh")
        try await tmux.waitFor("$")
        try await tmux.type("ulimit -c 0; stty -a > ~/before; '\(Binary.path)' --demo\n")
        try await tmux.waitFor("7 broken")
        #expect(try await tmux.format("#{alternate_on}") == "1")
        switch end {
        case .key(let key, _): try await tmux.keys(key)
        case .signal(let signal): kill(try await tmux.processID(), signal)
        }
        try await waitUntil("the shell's screen") { try await tmux.format("#{alternate_on}") == "0" }
        // A line of its own: after an interrupt, a shell does not go on with the rest of the line.
        try await tmux.type("echo status $?\n")
        try await tmux.waitFor("the shell's word") { $0.row("status", "\(end.status)") != nil }
        #expect(try await tmux.format("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
        try await tmux.type("stty -a > ~/after; cmp ~/before ~/after && echo sa''me\n")
        try await tmux.waitFor("an equal terminal") { $0.row("same") != nil }
    }

    @Test("a snapshot is plain text, with any environment")
    func once() async throws {
        let run = try await Binary.run("--once", "--demo", environment: ["PATH": "/usr/bin:/bin"])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(!run.output.utf8.contains(27))
        #expect(run.output.row("overseerr", "0/1", "CrashLoopBackOff") != nil)
        #expect(run.output.row("radarr", "1/1", "Running") != nil)
    }

    @Test("a snapshot goes into a pipe, and ends quietly when nobody reads it")
    func pipes() async throws {
        let read = try await Run.program("/bin/sh", ["-c", "'\(Binary.path)' --once --demo | grep -c overseerr"])
        // Its row, and the sentence that says why.
        #expect(read.output == "2\n")
        let unread = try await Run.program("/bin/sh", ["-c", "'\(Binary.path)' --once --demo | true"])
        #expect(unread.errors.isEmpty)
    }

    @Test("--check tells scripts that something is broken")
    func check() async throws {
        #expect(try await Binary.run("--once", "--demo", "--check").status == 3)
    }

    @Test("what cannot be understood is answered in a line", arguments: ["--nonsense", "--context", "-Z", "-oyaml"])
    func usage(argument: String) async throws {
        let run = try await Binary.run("--demo", "--once", argument)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("kstop: "))
        #expect(run.errors.contains("Try 'kstop --help'"))
        #expect(run.errorLines.count <= 2)
    }

    @Test("without a terminal, kstop says what to do instead")
    func noTerminal() async throws {
        let run = try await Binary.run("--demo")
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1)
        #expect(run.errors.contains("--once"))
    }

    @Test("version and help go to standard output")
    func words() async throws {
        #expect(try await Binary.run("--version").output.hasPrefix("kstop "))
        #expect(try await Binary.run("--help").output.contains("--once"))
    }
}
