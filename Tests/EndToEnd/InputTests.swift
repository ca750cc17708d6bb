import Foundation
import Glibc
import Testing

/// What comes from a terminal and was not pressed by anybody, and more of it than anybody could press.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct InputTests {
    private static let answers = [
        "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}", "\u{1B}P>|XTerm(380)\u{1B}\\", "\u{1B}P1+r544e=7874\u{1B}\\",
        "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}[?62;22c", "\u{1B}[24;80R", "\u{1B}[<0;10;5M", "\u{1B}]11;rgb:t",
    ]

    @Test("what a terminal answers opens nothing, and copies nothing", arguments: answers)
    func answer(_ answer: String) async throws {
        let tmux = try await Tmux.demo()
        // As it arrives over a slow line.
        try await tmux.type(String(answer.prefix(4)))
        try await tmux.type(String(answer.dropFirst(4)))
        try await tmux.expectNothingOpen()
    }

    @Test("a pasted line without marks opens a question, and does not answer it")
    func paste() async throws {
        let tmux = try await Tmux.demo()
        try await tmux.select("radarr")
        try await tmux.type("r\t\r\r")
        try await tmux.waitFor("Restart radarr?")
        try await tmux.waitForButtons()
        #expect(try await tmux.screen().contains("Restart radarr?"))
        try await tmux.keys("Escape")
        try await tmux.expectNothingOpen()
        #expect(try await !tmux.screen().contains("restarting"))
    }

    @Test("a paste whose end is lost ends by itself")
    func lostEnd() async throws {
        let tmux = try await Tmux.demo()
        try await tmux.keys("/")
        try await tmux.waitFor("Enter keep")
        try await tmux.type("\u{1B}[200~rada")
        try await tmux.waitFor("what was pasted") { $0.contains("/ rada") }
    }

    /// Where keys go, and by which keys one gets there.
    struct Place: Sendable, CustomTestStringConvertible {
        var name: String
        var keys: String
        var text: String
        var typed = "x"
        /// How often: a page does more for each key than a prompt.
        var count = 100_000

        var testDescription: String { name }

        static let all = [
            Place(name: "filter", keys: "/", text: "keep"),
            Place(name: "command", keys: ":", text: "complete"),
            Place(name: "question", keys: "r", text: "Cancel"),
            Place(name: "help", keys: "?", text: "this help", typed: "j", count: 20_000),
            Place(name: "table", keys: "2", text: "NAME", typed: "j", count: 20_000),
            Place(name: "log search", keys: "l/", text: "keep", typed: "("),
            Place(name: "search", keys: "y/", text: "keep", typed: "a"),
        ]
    }

    @Test("whatever is typed without measure, kstop ends when it is told to", arguments: Place.all, [true, false])
    func flood(into place: Place, isTold: Bool) async throws {
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/"]
        let terminal = try PseudoTerminal([Binary.path, "--demo"], environment: environment)
        defer { kill(terminal.id, SIGKILL) }
        try await terminal.waitFor("overseerr")
        for key in place.keys {
            terminal.type(String(key))
            if key != place.keys.last { try await terminal.waitFor("wrap") }
        }
        try await terminal.waitFor(place.text)
        try await terminal.flood(String(repeating: place.typed, count: place.count))
        if isTold { kill(terminal.id, SIGTERM) } else { terminal.close() }
        #expect([128 + SIGTERM, 128 + SIGHUP].contains(try await terminal.status()))
    }

    @Test("Ctrl-C behind 100 kB ends kstop")
    func controlC() async throws {
        let environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/"]
        let terminal = try PseudoTerminal([Binary.path, "--demo"], environment: environment)
        defer { kill(terminal.id, SIGKILL) }
        try await terminal.waitFor("overseerr")
        try await terminal.flood("/" + String(repeating: "(a|b)+", count: 20_000) + "\u{3}")
        #expect(try await terminal.status() == 130)
    }

    @Test("a window beyond all measure is drawn as one of 1000 by 500")
    func hugeWindow() async throws {
        let environment = [
            "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "HOME": "/", "LINES": "65535",
        ]
        let terminal = try PseudoTerminal(
            [Binary.path, "--demo"], environment: environment, columns: .max, rows: .max)
        defer { kill(terminal.id, SIGKILL) }
        try await terminal.waitFor("overseerr")
        let status = try String(contentsOfFile: "/proc/\(terminal.id)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        let kilobytes = try #require(line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first)
        print("memory for a window of 65535 by 65535: \(kilobytes / 1000) MB")
        #expect(kilobytes < 500_000)
        kill(terminal.id, SIGTERM)
        #expect(try await terminal.status() == 128 + SIGTERM)
    }
}

extension Tmux {
    /// A key has its effect, and nothing but that can be seen.
    fileprivate func expectNothingOpen(_ location: SourceLocation = #_sourceLocation) async throws {
        // What was begun and has no end is given up after a second and a pause, so the key may have to be pressed again.
        try await waitUntil("the services", pause: .milliseconds(300)) {
            try await keys("4")
            return try await screen().row("NAME", "TYPE", "CLUSTER-IP") != nil
        }
        let shown = try await screen()
        for word in ["Restart", "ashboard token", "Cancel"] { #expect(!shown.contains(word), sourceLocation: location) }
    }
}
