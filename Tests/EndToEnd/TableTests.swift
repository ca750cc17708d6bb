import Testing

/// Order, marks and columns of the tables.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct TableTests {
    @Test("Ctrl-Z leaves only what is not healthy")
    func onlyTrouble() async throws {
        let tmux = try await Tmux.demo()
        try await tmux.keys("C-z")
        let screen = try await tmux.waitFor("only what is not healthy")
        let expected: [Substring] = [
            "bazarr", "jellyfin", "kavita", "komga", "nextcloud", "organizr", "overseerr", "tautulli",
        ]
        #expect(screen.applications == expected)
        // Esc as well as the key itself shows all again.
        try await tmux.keys("Escape")
        try await tmux.waitFor("all applications") { $0.applications.contains("radarr") }
        try await tmux.keys("C-z", "C-z")
        try await tmux.waitFor("all applications again") { $0.applications.contains("radarr") }
    }

    @Test("marked applications are restarted together, and followed to the end")
    func marks() async throws {
        let tmux = try await Tmux.demo()
        try await tmux.command("pods")
        func pods(_ screen: String) -> [Substring] {
            screen.rows.compactMap(\.nameOfRow).filter { $0.hasPrefix("jackett-") || $0.hasPrefix("flaresolverr-") }
        }
        let old = pods(try await tmux.waitFor("two pods") { pods($0).count == 2 })
        try await tmux.keys("1")
        try await tmux.waitFor("the applications") { $0.row("APP", "READY") != nil }
        // The third and, since a mark goes on to the next row, the fourth.
        try await tmux.keys("j", "j", "Space", "Space")
        try await tmux.waitFor("2 marked")
        try await tmux.keys("r")
        try await tmux.waitFor("Restart 2 workloads?")
        try await tmux.waitFor("flaresolverr, jackett")
        try await tmux.confirm()
        try await tmux.waitFor("both, and no marks") { $0.contains("and 1 more") && !$0.contains("marked") }
        try await tmux.keys("2")
        try await tmux.waitFor("two other pods", timeout: 30) { screen in
            let new = pods(screen)
            return new.count == 2 && new.allSatisfy { !old.contains($0) } && screen.row("successfully", "rolled") != nil
        }
    }

    @Test("a mark goes with Space again, all of them with Esc")
    func unmarking() async throws {
        let tmux = try await Tmux.demo()
        try await tmux.keys("Space", "Space", "Space")
        try await tmux.waitFor("3 marked")
        try await tmux.keys("k", "Space")
        try await tmux.waitFor("2 marked")
        try await tmux.keys("Escape")
        try await tmux.waitFor("no marks") { !$0.contains("marked") }
    }

    @Test(
        "the order follows keys and commands, and its column says so",
        arguments: [
            (["R"], "RESTARTS▼", "overseerr"), (["S"], "STATUS▲", "bazarr"), (["M"], "MEM▼", "plex"),
            (["C"], "CPU▼", "plex"), (["M", "I"], "MEM▲", "oauth"), (["M", ">"], "URL▲", "flaresolverr"),
            (["M", "<"], "CPU▼", "plex"), (["N"], "APP▼", "wordpress"),
            ([":sort restarts", "Enter"], "RESTARTS▼", "overseerr"),
            ([":sort mem reverse", "Enter"], "MEM▲", "oauth"), ([":sort app -r", "Enter"], "APP▼", "wordpress"),
        ])
    func order(keys: [String], title: String, first: String) async throws {
        let tmux = try await Tmux.demo(columns: 150, rows: 60)
        for key in keys {
            if key.hasPrefix(":") { try await tmux.type(key) } else { try await tmux.keys(key) }
        }
        try await tmux.waitFor("\(first) first by \(title)") { screen in
            screen.contains(title) && screen.applications.first.map(String.init) == first
        }
        // Back to the usual order.
        try await tmux.keys("Escape")
        try await tmux.waitFor("the usual order") { !$0.contains("▼") && !$0.contains("▲") }
    }

    @Test("w shows and hides kubectl's wide columns")
    func wide() async throws {
        let tmux = try await Tmux.demo(columns: 200)
        try await tmux.keys("2")
        try await tmux.waitFor("the pods") { $0.row("NAME", "READY", "STATUS") != nil && $0.row("IP", "NODE") == nil }
        try await tmux.resize(columns: 300, rows: 40)
        try await tmux.keys("w")
        try await tmux.waitFor("wide columns") { $0.row("NAME", "IP", "NODE", "NOMINATED", "READINESS") != nil }
        try await tmux.keys("w")
        try await tmux.waitFor("the usual columns") { $0.row("IP", "NODE") == nil }
    }
}

extension String {
    /// The names in the table of applications, from the top down.
    fileprivate var applications: [Substring] {
        guard let titles = rows.firstIndex(where: { $0.first?.hasPrefix("APP") == true }) else { return [] }
        return rows[(titles + 1)...].prefix { !$0.isEmpty }.compactMap(\.nameOfRow)
    }
}

extension [Substring] {
    /// What stands behind the marks of a table's row.
    fileprivate var nameOfRow: Substring? { first { $0.first?.isLetter == true } }
}
