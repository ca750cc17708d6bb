import Foundation
import Glibc
import Testing

/// kstop started and ended again and again, in every way, in a bare terminal. `make cycles` does it a thousand times.
@Suite(.serialized, .timeLimit(.minutes(30)))
struct CycleTests {
    private static let cycles = Int(ProcessInfo.processInfo.environment["KSTOP_CYCLES"] ?? "") ?? Ending.all.count

    struct Ending: Sendable, CustomTestStringConvertible {
        var name: String
        var status: Int32
        /// Whether kstop has had a chance to give the terminal back.
        var givesBack = true
        var end: @Sendable (PseudoTerminal) -> Void

        var testDescription: String { name }

        static func signal(_ name: String, _ number: Int32, givesBack: Bool = true) -> Ending {
            Ending(name: name, status: 128 + number, givesBack: givesBack) { kill($0.id, number) }
        }

        static let all = [
            Ending(name: "q", status: 0) { $0.type("q") }, Ending(name: "Ctrl-C", status: 130) { $0.type("\u{3}") },
            Ending(name: "closed terminal", status: 129, givesBack: false) { $0.close() },
            signal("SIGTERM", SIGTERM), signal("SIGHUP", SIGHUP), signal("SIGINT", SIGINT), signal("SIGQUIT", SIGQUIT),
            signal("SIGSEGV", SIGSEGV), signal("SIGABRT", SIGABRT), signal("SIGILL", SIGILL), signal("SIGBUS", SIGBUS),
            signal("SIGFPE", SIGFPE), signal("SIGTRAP", SIGTRAP), signal("SIGKILL", SIGKILL, givesBack: false),
        ]
    }

    @Test("however kstop ends, the terminal is as it was, the status true, and nothing is left")
    func cycles() async throws {
        let cluster = try FakeCluster()
        let start = Date()
        for cycle in 0..<Self.cycles {
            let ending = Ending.all[cycle % Ending.all.count]
            try await end(ending, in: cluster)
            if cycle % 100 == 99 { print("\(cycle + 1) starts and ends, \(Int(-start.timeIntervalSinceNow)) s") }
        }
        try await waitUntil("no proxy") { cluster.proxies.allSatisfy { !Processes.isAlive($0) } }
        #expect(cluster.proxies.count == Self.cycles)
        try await waitUntil("no temporary file but \(cluster.leftovers)") { cluster.leftovers.isEmpty }
        print("\(Self.cycles) starts and ends: no process, no socket, no file left")
    }

    @Test("what is killed as soon as it has made its directory leaves none")
    func killedAtOnce() async throws {
        let cluster = try FakeCluster()
        let library = try await cluster.folder.library(from: "mkdir.c")
        for _ in 0..<5 {
            let run = try await Run.program(
                Binary.path, ["--once", "-n", "kubeseed"],
                environment: cluster.environment.merging(["LD_PRELOAD": library]) { $1 })
            #expect(run.status == 128 + SIGKILL)
        }
        try await waitUntil("no directory but \(cluster.leftovers)") { cluster.leftovers.isEmpty }
    }

    @Test("what a kubectl that is a script has started ends with kstop", arguments: Ending.all)
    func wrapped(_ ending: Ending) async throws {
        let cluster = try FakeCluster()
        let environment = cluster.environment.merging(["KSTOP_KUBECTL": cluster.wrapper]) { $1 }
        try await end(ending, in: cluster, environment)
        #expect(cluster.proxies.count == 1)
        try await waitUntil("no proxy") { cluster.proxies.allSatisfy { !Processes.isAlive($0) } }
    }

    private func end(
        _ ending: Ending, in cluster: FakeCluster, _ environment: [String: String]? = nil
    ) async throws {
        let terminal = try PseudoTerminal(
            ["/bin/sh", "-c", "ulimit -c 0; exec '\(Binary.path)'"],
            environment: environment ?? cluster.environment)
        try await terminal.waitFor("pod-10")
        ending.end(terminal)
        let status = try await terminal.status()
        #expect(status == ending.status, "\(ending.name)")
        guard ending.givesBack else { return }
        #expect(terminal.modes == terminal.modesBefore, "\(ending.name)")
        // Back on the first screen.
        #expect(String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[?1049l"), "\(ending.name)")
    }

    @Test("a closed terminal ends kstop even where nobody is told of it by a signal")
    func deafToHangups() async throws {
        let cluster = try FakeCluster()
        let terminal = try PseudoTerminal(
            ["/bin/sh", "-c", "trap '' HUP; exec '\(Binary.path)'"], environment: cluster.environment)
        try await terminal.waitFor("pod-10")
        terminal.close()
        #expect(try await terminal.status() == 129)
        try await waitUntil("no proxy") { cluster.proxies.allSatisfy { !Processes.isAlive($0) } }
    }

    @Test("storms of signals that ask for nothing leave kstop and its terminal as they are")
    func storms() async throws {
        let cluster = try FakeCluster()
        let terminal = try PseudoTerminal([Binary.path], environment: cluster.environment)
        try await terminal.waitFor("pod-10")
        for signal in [SIGWINCH, SIGPIPE, SIGCONT, SIGTSTP] {
            for _ in 0..<500 {
                kill(terminal.id, signal)
                if signal == SIGTSTP { kill(terminal.id, SIGCONT) }
                terminal.read()
            }
        }
        kill(terminal.id, SIGCONT)
        terminal.type("?")
        try await terminal.waitFor("this help")
        terminal.type("qq")
        kill(terminal.id, SIGCONT)
        #expect(try await terminal.status() == 0)
        #expect(terminal.modes == terminal.modesBefore)
        #expect(cluster.proxies.count == 1)
    }

    /// A kstop whose shell lets it stop, and go on when a line is typed. One that has no such shell does not stop.
    private func job(
        in cluster: FakeCluster, _ environment: [String: String] = [:]
    ) async throws -> (terminal: PseudoTerminal, id: pid_t) {
        let script = """
            set -m; sh -c 'echo $$ > "$FOLDER/job"; exec "$0"' '\(Binary.path)'; read -r line; fg > "$FOLDER/shell"
            """
        let terminal = try PseudoTerminal(
            ["/bin/sh", "-c", script], environment: cluster.environment.merging(environment) { $1 })
        try await terminal.waitFor("pod-10")
        return (terminal, try #require(pid_t(cluster.folder.text("job").dropLast())))
    }

    @Test("a stopped kstop has given the terminal back, and takes it again when it goes on")
    func stops() async throws {
        let (terminal, id) = try await job(in: FakeCluster())
        let own = terminal.modes
        #expect(own != terminal.modesBefore)
        kill(id, SIGTSTP)
        try await waitUntil("a stopped kstop") { Processes.state(of: id) == "T" }
        #expect(terminal.modes == terminal.modesBefore)
        terminal.type("\n")
        try await waitUntil("kstop's terminal") { terminal.modes == own }
        terminal.type("q")
        #expect(try await terminal.status() == 0)
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test("a stop that comes while kstop paints is not lost")
    func stopsWhilePainting() async throws {
        let cluster = try FakeCluster()
        let library = try await cluster.folder.library(from: "dup3.c")
        let (terminal, id) = try await job(in: cluster, ["LD_PRELOAD": library])
        try cluster.folder.write("", to: "stop")
        terminal.type("2")
        try await waitUntil("a stopped kstop") { Processes.state(of: id) == "T" }
    }

    @Test("a stop and an end are heeded while nobody reads what kstop prints, and nothing of the screen is lost")
    func standingStill() async throws {
        let (terminal, id) = try await job(in: FakeCluster())
        try await terminal.fill(typing: Self.muchToPaint)
        kill(id, SIGTSTP)
        try await waitUntil("a stopped kstop") { Processes.state(of: id) == "T" }
        #expect(terminal.modes == terminal.modesBefore)
        terminal.read()
        terminal.forget()
        terminal.type("\n")
        try await terminal.waitFor("\u{1B}[?2004h")
        try await terminal.waitFor("pod-10")
        try await terminal.fill(typing: Self.muchToPaint)
        kill(id, SIGTERM)
        try await waitUntil("an ended kstop") { !Processes.isAlive(id) }
        #expect(try await terminal.status() == 128 + SIGTERM)
        #expect(terminal.modes == terminal.modesBefore)
    }

    private static let muchToPaint = String(repeating: "12", count: 100)
}
