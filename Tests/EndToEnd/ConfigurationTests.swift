import Testing

/// The configuration file, as the program itself reads it.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ConfigurationTests {
    @Test("the keys of the file work, and stand in the key bar and in the help")
    func keys() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            // My keys.
            {
              keys: { restart: 'F5', logs: ['i', 'Ctrl-L'], token: [], quit: 'Q', mark: 'v' },
              theme: 'orchard', wide: true,
            }
            """, to: "c.json5")
        let tmux = try await Tmux.demo("--config \(folder.path)/c.json5", columns: 160)
        let screen = try await tmux.screen()
        #expect(screen.row("F5", "restart", "i", "logs", "Enter", "open") != nil)
        #expect(screen.row("?", "help", "Q", "quit") != nil)
        #expect(screen.row("t", "token") == nil)
        try await tmux.keys("?")
        let help = try await tmux.waitFor("the help, to its end") { $0.contains("Esc back") && $0.contains("i Ctrl-L") }
        #expect(help.row("F5", "restart") != nil)
        #expect(help.row("v", "mark,") != nil)
        #expect(help.row("Q", "quit") != nil)
        #expect(!help.contains("copy a dashboard token"))
        // "r" and "q" do nothing any more but close the help.
        try await tmux.keys("Escape", "r", "q", "C-l")
        try await tmux.waitFor("following")
        try await tmux.keys("Escape", "v", "v", "F5")
        try await tmux.waitFor("Restart")
        try await tmux.waitForButtons()
        try await tmux.keys("Escape", "Q")
        try await waitUntil("the end") { try await tmux.format("#{pane_dead}") == "1" }
    }

    @Test(
        "a mistake is told with its place, before the screen opens",
        arguments: [
            ("{\n  keys: { logs: 'r' },\n}", "2:17", "r is also the key of \"restart\""),
            ("{\n  keys: { lgos: 'x' },\n}", "2:11", "there is no action \"lgos\"; did you mean \"logs\"?"),
            ("{\n  mouse: true\n  wide: true,\n}", "3:3", "expected"),
            ("{ theme: 'lihgt' }", "1:10", "did you mean \"light\"?"),
        ])
    func mistakes(text: String, place: String, words: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "c.json5")
        let path = folder.path + "/c.json5"
        let command = "'\(Binary.path)' --demo --config \(path) 2> errors; echo status $?"
        let tmux = try await Tmux("cd \"$HOME\"; read -r _; \(command); exec sleep 60")
        try await tmux.record()
        try await tmux.keys("Enter")
        try await tmux.waitFor("status 2")
        let errors = tmux.home.text("errors")
        #expect(errors.hasPrefix("kstop: \(path):\(place): "))
        #expect(errors.contains(words))
        #expect(errors.lines.count == 2)
        #expect(!tmux.recording.contains("\u{1B}"))
    }

    @Test("each mistake is a line, and nothing is begun", arguments: [[], ["--once"]])
    func everyMistake(arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("{\n  mouse: 1,\n  keys: { logs: 'r' },\n}\n", to: "c.json5")
        let path = folder.path + "/c.json5"
        let run = try await Run.program(Binary.path, ["--demo", "--config", path] + arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(
            run.errorLines.map { $0.prefix("kstop: \(path):0:00:".count) } == [
                "kstop: \(path):2:10:", "kstop: \(path):3:17:",
            ])
    }

    @Test("--help and --version need no configuration", arguments: ["--help", "--version"])
    func help(option: String) async throws {
        let run = try await Binary.run(option, environment: ["KSTOP_CONFIG": "/nonexistent/c.json5"])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }
}
