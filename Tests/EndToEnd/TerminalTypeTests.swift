import Testing

/// The same tour in every kind of terminal, and what is sent to it.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct TerminalTypeTests {
    /// A locale, and what kstop says in it. That of French is not installed everywhere; it works all the same.
    struct Locale: Sendable, CustomTestStringConvertible {
        var name: String
        var broken = "7 broken"
        var help = "this help"
        var filter = "filter torrent"

        var testDescription: String { name }

        static let all = [
            Locale(name: "C.UTF-8"), Locale(name: "C"),
            Locale(name: "fr_FR.UTF-8", broken: "7 en panne", help: "cette aide", filter: "filtre torrent"),
        ]
    }

    @Test(
        "each terminal shows it all, and is given back as it was",
        arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "vt100", "dumb"], Locale.all)
    func tour(term: String, locale: Locale) async throws {
        let tmux = try await Tmux.shell("'\(Binary.path)' --demo", term: term, environment: ["LANG": locale.name])
        try await tmux.waitFor("what is broken and what is not") { screen in
            screen.contains(locale.broken) && screen.row("overseerr", "0/1", "CrashLoopBackOff") != nil
                && screen.row("radarr", "1/1", "Running") != nil
        }
        try await tmux.tour(locale)
        try await tmux.expectShell(status: 0)
        #expect(tmux.recording.contains("\u{1B}") == (term != "dumb"))
        if locale.name == "C" { #expect(tmux.recording.utf8.allSatisfy { $0 < 128 }) }
        if term == "linux" { #expect(!tmux.recording.contains("●")) }
    }

    @Test("a terminal that cannot place its cursor gets the screen as lines, with each key", arguments: ["dumb", ""])
    func lines(term: String) async throws {
        let tmux = try await Tmux.shell("TERM=\(term) '\(Binary.path)' --demo")
        try await tmux.waitFor("a selected row") { $0.contains("7 broken") && $0.contains("\n>") }
        try await tmux.keys("?")
        try await tmux.waitFor("the help beneath the table") { screen in
            screen.lines.contains { $0.hasPrefix("------") && $0.hasSuffix("------") } && screen.contains("quit")
        }
        try await tmux.keys("Escape", "q")
        try await tmux.expectShell(status: 0)
        #expect(!tmux.recording.contains("\u{1B}"))
    }

    @Test(
        "a terminal of xterm's kin that terminfo does not know gets the full screen, and is told so",
        arguments: ["xterm-nobody", "alacritty-nobody", "foot-nobody", "screen.nobody"])
    func kin(term: String) async throws {
        let tmux = try await Tmux.shell("TERM=\(term) '\(Binary.path)' --demo", term: "xterm-256color")
        try await tmux.waitFor("TERM=\(term) is not in terminfo here: using xterm-256color")
        #expect(try await tmux.format("#{alternate_on}") == "1")
        try await tmux.keys("Down")
        try await tmux.waitFor("the second row") { $0.selection != nil && $0.selection != "overseerr" }
        try await tmux.keys("q")
        try await tmux.expectShell(status: 0)
    }

    @Test("where the screen is printed as lines, the reason is", arguments: ["nobody", "xtermy", "dumb"])
    func reason(term: String) async throws {
        let tmux = try await Tmux.shell("TERM=\(term) '\(Binary.path)' --demo")
        let words = term == "dumb" ? "cannot place its cursor" : "is not known"
        try await tmux.waitFor("TERM=\(term) \(words): the screen is printed as lines")
        try await tmux.waitFor("a selected row") { $0.contains("\n>") }
        try await tmux.keys("q")
        try await tmux.expectShell(status: 0)
    }

    @Test(
        "who wants no colors, or nothing beyond ASCII, gets none",
        arguments: [
            ("NO_COLOR=1", ""), ("", "--color never"), ("", "--no-color"), ("", "--theme mono"), ("", "--ascii"),
            ("LANG=C", ""),
        ])
    func plain(variable: String, option: String) async throws {
        let tmux = try await Tmux.shell("\(variable) '\(Binary.path)' --demo \(option)")
        try await tmux.waitFor("what is broken") { $0.row("overseerr", "0/1", "CrashLoopBackOff") != nil }
        try await tmux.keys("Enter")
        try await tmux.waitFor("Usage")
        try await tmux.keys("Escape", "q")
        try await tmux.expectShell(status: 0)
        let isASCII = option == "--ascii" || variable == "LANG=C"
        #expect(tmux.recording.hasColors == isASCII)
        #expect(tmux.recording.utf8.allSatisfy { $0 < 128 } == isASCII)
    }
}

extension Tmux {
    /// A shell that runs `command` as soon as all that it writes is kept, and then says how it ended.
    fileprivate static func shell(
        _ command: String, term: String = "tmux-256color", environment: [String: String] = [:]
    ) async throws -> Tmux {
        let between = "read -r _; stty -a > before; \(command); echo status $?; stty -a > after"
        let tmux = try await Tmux(
            "cd \"$HOME\"; \(between); exec sleep 60", columns: 150, rows: 60, term: term, environment: environment)
        try await tmux.record()
        try await tmux.keys("Enter")
        return tmux
    }

    /// Moves, opens a row, goes back, opens help, filters and quits.
    fileprivate func tour(_ locale: TerminalTypeTests.Locale) async throws {
        try await keys("j", "j")
        try await waitFor("the third application") { $0.selection == "flaresolverr" }
        try await keys("Enter")
        try await waitFor("its pods") { $0.row("NAME", "READY", "STATUS", "RESTARTS") != nil }
        try await keys("Escape", "?")
        try await waitFor(locale.help)
        try await keys("Escape", "/")
        try await type("torrent")
        try await keys("Enter")
        try await waitFor(locale.filter)
        try await keys("q")
    }

    /// The shell has its terminal back, and all of it is as it was.
    fileprivate func expectShell(status: Int, _ location: SourceLocation = #_sourceLocation) async throws {
        try await waitFor("status \(status)")
        let flags = try await format("#{alternate_on} #{cursor_flag} #{mouse_any_flag}")
        #expect(flags == "0 1 0", sourceLocation: location)
        try await waitUntil("the mode of the terminal") { !home.text("after").isEmpty }
        #expect(home.text("before") == home.text("after"), sourceLocation: location)
    }
}
