import Foundation

/// A terminal in a tmux server of its own. A class since the server is killed when nobody needs it any more.
final class Tmux: Sendable {
    let home: TemporaryFolder
    private let socket: String

    /// What a test waited for in vain.
    struct TimedOut: Error, CustomStringConvertible {
        let what: String
        let screen: String
        var description: String { "waited in vain for \(what); the screen:\n\(screen)" }
    }

    /// - Parameter command: run by `sh`; the terminal stays when it ends.
    init(
        _ command: String, columns: Int = 110, rows: Int = 36, term: String = "tmux-256color",
        environment: [String: String] = [:]
    ) async throws {
        home = try TemporaryFolder()
        socket = home.path + "/tmux"
        let configuration = """
            set -g default-terminal \(term)
            set -g status off
            set -g remain-on-exit on
            set -s escape-time 0
            set -s set-clipboard on
            """
        try home.write(configuration, to: "tmux.conf")
        let pinned = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
            "TERM": "xterm-256color", "HOME": home.path, "TMPDIR": home.path, "PS1": "$ ", "SHELL": "/bin/sh",
            // A crash on purpose needs no explanation.
            "SWIFT_BACKTRACE": "enable=no",
        ]
        let started = try await Run.program(
            "tmux",
            [
                "-S", socket, "-f", home.path + "/tmux.conf", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
                command,
            ],
            environment: pinned.merging(environment) { $1 })
        guard started.status == 0 else { throw TimedOut(what: "tmux", screen: started.output + started.errors) }
    }

    deinit {
        Run.quietly(["tmux", "-S", socket, "kill-server"])
    }

    /// kstop in a terminal, its arguments as a shell reads them.
    static func kstop(
        _ arguments: String, columns: Int = 110, rows: Int = 36, term: String = "tmux-256color",
        environment: [String: String] = [:]
    ) async throws -> Tmux {
        try await Tmux(
            "exec '\(Binary.path)' \(arguments)", columns: columns, rows: rows, term: term, environment: environment)
    }

    /// Keys by tmux's names: "j", "Enter", "C-c", "Up".
    func keys(_ keys: String...) async throws {
        try await command(["send-keys"] + keys)
    }

    func type(_ text: String) async throws {
        try await command(["send-keys", "-l", text])
    }

    func screen() async throws -> String {
        try await command(["capture-pane", "-p"]).output
    }

    /// With the escape sequences that its colours need.
    func styledScreen() async throws -> String {
        try await command(["capture-pane", "-pe"]).output
    }

    func resize(columns: Int, rows: Int) async throws {
        try await command(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// Keeps all that is sent to the terminal from now on, in `recording`.
    func record() async throws {
        try await command(["pipe-pane", "exec cat >> '\(home.path)/recording'"])
    }

    var recording: String { home.text("recording") }

    /// A format of tmux, such as `#{alternate_on}`.
    func format(_ format: String) async throws -> String {
        try await command(["display-message", "-p", format]).output.trimmingCharacters(in: .newlines)
    }

    /// What was copied last; empty if nothing was.
    func buffer() async throws -> String {
        try await command(["show-buffer"]).output
    }

    /// The process that the terminal's shell runs, or the one that took its place.
    func processID() async throws -> Int32 {
        let shell = try await format("#{pane_pid}")
        let children = (try? String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)) ?? ""
        return children.split(separator: " ").first.flatMap { Int32($0) } ?? Int32(shell) ?? 0
    }

    /// - Returns: the screen that shows it.
    @discardableResult
    func waitFor(_ text: String, timeout: TimeInterval = 15) async throws -> String {
        try await waitFor("“\(text)”", timeout: timeout) { $0.contains(text) }
    }

    @discardableResult
    func waitFor(
        _ what: String, timeout: TimeInterval = 15, until isThere: (String) -> Bool
    ) async throws -> String {
        let end = Date() + timeout
        while true {
            let screen = try await screen()
            if isThere(screen) {
                // The terminal may have drawn but the upper half of a paint.
                try await Task.sleep(for: .milliseconds(50))
                let whole = try await self.screen()
                return isThere(whole) ? whole : screen
            }
            guard Date() < end else { throw TimedOut(what: what, screen: screen) }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    @discardableResult
    private func command(_ arguments: [String]) async throws -> Run {
        try await Run.program("tmux", ["-S", socket] + arguments)
    }
}

/// Waits for a condition that is not to be read from a screen.
func waitUntil(
    _ what: String, timeout: TimeInterval = 20, pause: Duration = .milliseconds(100),
    isolation: isolated (any Actor)? = #isolation, _ isTrue: () async throws -> Bool
) async throws {
    let end = Date() + timeout
    while try await !isTrue() {
        guard Date() < end else { throw Tmux.TimedOut(what: what, screen: "") }
        try await Task.sleep(for: pause)
    }
}
