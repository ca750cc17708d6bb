import Foundation
import Glibc
import Testing

/// More than anybody could press, and more room than any screen has.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct FloodTests {
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
        #expect(try await terminal.status(within: 240) == 130)
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
