import Testing

/// The mouse, as terminals report it.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct MouseTests {
    @Test("the mouse is the terminal's until m, and again after m")
    func off() async throws {
        let tmux = try await Tmux.demo()
        #expect(try await tmux.format("#{mouse_any_flag}") == "0")
        try await tmux.keys("m")
        try await waitUntil("the mouse") { try await tmux.format("#{mouse_any_flag} #{mouse_sgr_flag}") == "1 1" }
        try await tmux.waitFor("mouse on")
        try await tmux.keys("m")
        try await waitUntil("no mouse") { try await tmux.format("#{mouse_any_flag}") == "0" }
    }

    @Test("a press selects a row, two of them open it")
    func rows() async throws {
        let tmux = try await Tmux.demo("--mouse")
        let line = try #require(try await tmux.screen().lineNumber("radarr", "1/1"))
        try await tmux.press(10, line)
        try await tmux.waitFor("radarr selected") { $0.selection == "radarr" && $0.row("APP", "READY") != nil }
        // Elsewhere first, so that the press from before is none of the two.
        try await tmux.press(10, line + 1)
        try await tmux.press(10, line, times: 2)
        try await tmux.waitFor("radarr opened") { $0.contains("Usage") && $0.row("radarr", "1/1") != nil }
    }

    @Test("the wheel moves")
    func wheel() async throws {
        let tmux = try await Tmux.demo("--mouse")
        let names = try await tmux.screen().rows.dropFirst(4).prefix(7).compactMap { $0.dropFirst().first }
        try await tmux.turnWheel(65)
        try await tmux.waitFor("three rows down") { $0.selection == names[3].description }
        try await tmux.turnWheel(65)
        try await tmux.waitFor("six rows down") { $0.selection == names[6].description }
        try await tmux.turnWheel(64)
        try await tmux.waitFor("three rows up") { $0.selection == names[3].description }
    }

    @Test("a click on a tab shows its page, one on a title sorts by it, another one the other way round")
    func titles() async throws {
        let tmux = try await Tmux.demo("--mouse")
        try await tmux.press(on: "3 Deployments")
        try await tmux.waitFor("the deployments") { $0.row("NAME", "READY", "UP-TO-DATE") != nil }
        try await tmux.press(on: "UP-TO-DATE")
        try await tmux.waitFor("▲") { $0.contains(/UP-TO-DATE[▲▼]/) }
        let mark = try await tmux.screen().contains("UP-TO-DATE▲") ? "UP-TO-DATE▼" : "UP-TO-DATE▲"
        try await tmux.press(on: "UP-TO-DATE")
        try await tmux.waitFor(mark)
    }

    @Test("a dialog, the log and a prompt take no click for the table beneath")
    func elsewhere() async throws {
        let tmux = try await Tmux.demo("--mouse")
        let line = try #require(try await tmux.screen().lineNumber("radarr", "1/1"))
        for (open, text) in [("r", "Cancel"), (":", "Esc back"), ("l", "following")] {
            try await tmux.keys(open)
            try await tmux.waitFor(text)
            if text == "Cancel" { try await tmux.waitForButtons() }
            try await tmux.press(10, line)
            try await tmux.keys("Escape")
            try await tmux.waitFor("the first row") { $0.selection == "bazarr" && $0.row("APP", "READY") != nil }
        }
    }
}

extension Tmux {
    /// Presses and releases the left button, column and line counted from 1.
    fileprivate func press(_ x: Int, _ y: Int, times: Int = 1) async throws {
        try await type(String(repeating: "\u{1B}[<0;\(x);\(y)M\u{1B}[<0;\(x);\(y)m", count: times))
    }

    /// Presses where a text is.
    fileprivate func press(on text: String) async throws {
        let lines = try await screen().lines
        let y = try #require(lines.firstIndex { $0.contains(text) })
        let place = try #require(lines[y].firstRange(of: text))
        try await press(lines[y].distance(from: lines[y].startIndex, to: place.lowerBound) + 2, y + 1)
    }

    /// 64 is up, 65 down.
    fileprivate func turnWheel(_ button: Int) async throws {
        try await type("\u{1B}[<\(button);10;10M")
    }
}
