import Foundation
import Testing

/// The log page on the made-up seedbox, in a real terminal.
struct DemoLogTests {
    @Test("a search leads from line to line, Esc ends it before it leaves the page")
    func search() async throws {
        let tmux = try await log(of: "wordpress")
        try await tmux.type("/post")
        try await tmux.waitFor("what is found") { $0.contains(/^\/ ?post +[1-9]\d* lines?/.anchorsMatchLineEndings()) }
        try await tmux.keys("Enter", "N")
        let last = try await tmux.waitFor("the last place") { $0.place != nil }.place
        try await tmux.keys("N")
        let before = try await tmux.waitFor("the place before") { $0.place != last && $0.place != nil }.place
        try await tmux.keys("n")
        try await tmux.waitFor("the last place again") { $0.place == last }
        #expect(before != nil)
        try await tmux.waitFor("paused")
        try await tmux.keys("Escape")
        try await tmux.waitFor("no search") { $0.place == nil && $0.contains("logs wordpress") }
        try await tmux.keys("Escape")
        try await tmux.waitFor("the applications") { $0.row("APP", "READY") != nil }
    }

    @Test("a filter leaves what matches or, turned round, what does not")
    func filter() async throws {
        let tmux = try await log(of: "n8nio")
        try await tmux.waitFor("both levels") { $0.contains(#""level":"error""#) && $0.contains(#""level":"info""#) }
        try await tmux.type("&level\":\"error")
        try await tmux.keys("Enter")
        try await tmux.waitFor("errors") { $0.contains(#""level":"error""#) && !$0.contains(#""level":"info""#) }
        try await tmux.keys("+")
        try await tmux.waitFor("lines around them") { $0.contains(#""level":"info""#) }
        try await tmux.keys("&", "C-u")
        try await tmux.type("!=level\":\"error")
        try await tmux.keys("Enter", "-")
        try await tmux.waitFor("the others") { !$0.contains(#""level":"error""#) && $0.contains(#""level":"info""#) }
    }

    @Test("JSON is read on demand")
    func json() async throws {
        let tmux = try await log(of: "n8nio")
        try await tmux.waitFor(#"{"level":"#)
        try await tmux.keys("J")
        try await tmux.waitFor("words") { $0.row("INFO", "Workflow", "finished") != nil && !$0.contains("{") }
    }

    @Test("all pods of an application are read, each line named by its container")
    func application() async throws {
        let tmux = try await log(of: "wordpress", key: "L")
        try await tmux.waitFor("2 pods")
        try await tmux.waitFor("both") { screen in
            screen.contains(/^ wordpress +\S/.anchorsMatchLineEndings())
                && screen.contains(/^ db-wordpress +\S/.anchorsMatchLineEndings())
        }
    }

    @Test(
        "what is read is chosen as in k9s",
        arguments: [("2", "last 1m"), ("6", "last 1h"), ("1", "from the beginning")])
    func reach(key: String, words: String) async throws {
        let tmux = try await log(of: "sonarr")
        try await tmux.keys(key)
        try await tmux.waitFor(words)
        try await tmux.waitFor("lines", until: hasLines)
        try await tmux.keys("0")
        try await tmux.waitFor("last 1 000")
    }

    @Test("a log is saved where one is, for its owner alone, with marks; cleared, it goes on")
    func saveAndClear() async throws {
        let tmux = try await Tmux("cd \"$HOME\"; exec '\(Binary.path)' --demo", columns: 150)
        try await tmux.waitFor("7 broken")
        try await open("sonarr", in: tmux, key: "l")
        try await tmux.waitFor("lines", until: hasLines)
        try await tmux.keys("Space")
        try await tmux.waitFor("── mark ")
        try await tmux.keys("C-s")
        let screen = try await tmux.waitFor("saved: ")
        let path = try #require(screen.firstMatch(of: /saved: (\/\S+\.log)/)).output.1
        let text = try String(contentsOfFile: String(path), encoding: .utf8)
        #expect(text.lines.count > 20)
        #expect(text.contains("── mark "))
        #expect(try FileManager.default.attributesOfItem(atPath: String(path))[.posixPermissions] as? Int == 0o600)
        try await tmux.keys("y")
        try await waitUntil("the lines in view") { try await tmux.buffer().lines.count > 10 }
        try await tmux.keys("X")
        try await tmux.waitFor("an empty log") { !$0.contains("── mark ") }
        try await tmux.waitFor("a new line", until: hasLines)
    }

    @Test("a flood of lines holds up no key, and what it costs is told")
    func flood() async throws {
        let folder = try TemporaryFolder()
        try folder.write("{ logs: { lines: 2000 } }", to: "c.json5")
        let flood = ["KSTOP_DEMO_FLOOD": "2000"]
        let tmux = try await Tmux.demo("--config \(folder.path)/c.json5", environment: flood)
        try await open("rutorrent", in: tmux, key: "l")
        try await tmux.waitFor("what was dropped") { $0.contains("older lines dropped") }
        try await tmux.keys("PageUp")
        try await tmux.waitFor("paused")
        try await tmux.keys("End")
        try await tmux.waitFor("following")
        try await tmux.keys("Escape")
        try await tmux.waitFor("the applications") { $0.row("APP", "READY") != nil }
    }

    private func hasLines(_ screen: String) -> Bool { screen.lines.dropFirst(3).contains { $0.hasPrefix(" [") } }

    private func log(of name: String, key: String = "l") async throws -> Tmux {
        let tmux = try await Tmux.demo()
        try await open(name, in: tmux, key: key)
        return tmux
    }

    private func open(_ name: String, in tmux: Tmux, key: String) async throws {
        try await tmux.select(name)
        try await tmux.keys(key)
        try await tmux.waitFor("the log") { $0.contains("logs \(name)") }
    }
}

extension String {
    /// Which of the found lines is the current one: 3 of "3 of 17"; how many there are grows meanwhile.
    fileprivate var place: Int? { firstMatch(of: /(\d+) of \d+/).flatMap { Int($0.output.1) } }
}
