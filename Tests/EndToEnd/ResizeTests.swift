import Testing

/// Windows that change their size all the time, and screens on which nothing happens.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ResizeTests {
    /// What is open meanwhile, and how it is recognised.
    struct Open: Sendable, CustomTestStringConvertible {
        var keys: [String]
        var text: String

        var testDescription: String { text }
    }

    @Test(
        "no size does any harm, whatever is open",
        arguments: [
            Open(keys: ["r"], text: "Restart radarr?"), Open(keys: [":"], text: "Tab complete"),
            Open(keys: ["?"], text: "this help"), Open(keys: ["Enter"], text: "Usage"),
            Open(keys: ["l"], text: "following"), Open(keys: ["/"], text: "Enter keep"),
        ])
    func storm(open: Open) async throws {
        let tmux = try await Tmux.demo()
        // Only a row whose texts do not change.
        try await tmux.keys("/")
        try await tmux.type("radarr")
        try await tmux.keys("Enter")
        try await tmux.waitFor("filter radarr")
        for key in open.keys { try await tmux.keys(key) }
        let before = try await tmux.waitFor(open.text).outline
        for size in sizes(seed: UInt64(open.text.count)) {
            try await tmux.resize(columns: size.columns, rows: size.rows)
        }
        try await tmux.resize(columns: 110, rows: 36)
        let isLog = open.keys == ["l"]
        try await tmux.waitFor("the screen as it was") { screen in
            // A log has new lines at its end.
            isLog ? screen.outline.prefix(3) == before.prefix(3) : screen.outline == before
        }
        try await tmux.keys("C-c")
        try await waitUntil("the end") { try await tmux.format("#{pane_dead}") == "1" }
    }

    @Test("where nothing happens, little is sent")
    func calm() async throws {
        let tmux = try await Tmux.demo()
        try await tmux.keys("6")
        // Here the latest event gets older each second, and nothing else happens.
        try await tmux.waitFor("the events") { $0.row("LAST", "SEEN") != nil }
        try await tmux.tick()
        try await tmux.record()
        try await tmux.tick()
        try await tmux.tick()
        let recording = tmux.recording
        print("bytes sent in two seconds in which only ages change: \(recording.utf8.count)")
        #expect(!recording.contains("\u{1B}[2J"))
        #expect(!recording.contains("\u{1B}[J"))
    }

    /// From 1×1 to 200×60, both among them.
    private func sizes(seed: UInt64) -> [(columns: Int, rows: Int)] {
        var generator = Generator(state: seed)
        let random = (0..<18).map { _ in
            (columns: Int.random(in: 1...200, using: &generator), rows: Int.random(in: 1...60, using: &generator))
        }
        return (random + [(1, 1), (200, 60)]).shuffled(using: &generator)
    }
}

/// Knuth's, whose upper bits are good enough here: the same numbers in each run.
private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}

extension Tmux {
    /// Waits until an age on the screen has changed.
    fileprivate func tick() async throws {
        let before = try await screen()
        try await waitFor("another second") { $0 != before }
    }
}

extension String {
    /// The screen without what changes with time: numbers and the blanks around them.
    fileprivate var outline: [String] {
        lines.map { line in line.filter { !$0.isNumber && $0 != " " } }
    }
}
