import Testing

/// What comes from a terminal and was not pressed by anybody.
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
