import Foundation
import Testing

/// kstop in a terminal, with the made-up seedbox.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct DemoTests {
    @Test("the first screen says what it shows, where, and how many are up")
    func firstScreen() async throws {
        let tmux = try await Tmux.kstop("--demo")
        // Whose certificate is not there is known after a question.
        let screen = try await tmux.waitFor("1 degraded")
        #expect(screen.lines.first?.contains("kstop") == true)
        #expect(screen.contains("● 12"))
        #expect(screen.contains("7 broken"))
        #expect(screen.contains("○ 1"))
        #expect(screen.contains("live"))
        #expect(screen.row("1", "Apps", "21", "2", "Pods", "21", "3", "Deployments", "21") != nil)
        #expect(screen.row("4", "Services", "26", "5", "Ingresses", "20", "6", "Events") != nil)
    }

    @Test("the demo's time passes as a file says")
    func toldTime() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try folder.write("0", to: "clock")
        let tmux = try await Tmux.demo(environment: ["KSTOP_DEMO_CLOCK": folder.path + "/clock"])
        try await tmux.waitFor("its age") { $0.row("jellyfin", "29h") != nil }
        try folder.write("7200", to: "clock")
        try await tmux.keys("F12")
        try await tmux.waitFor("its age two hours later") { $0.row("jellyfin", "31h") != nil }
    }

    @Test("the tour goes on by itself until a key is pressed")
    func tour() async throws {
        let tmux = try await Tmux.kstop("--demo --tour")
        try await tmux.waitFor("the first key") { $0.row("Down", "beneath", "the", "table") != nil }
        try await tmux.waitFor("the row that it goes to") { $0.selection == "kavita" }
        try await tmux.keys("r")
        try await tmux.waitFor("the end") { $0.contains("the demo is yours") && !$0.contains("Restart kavita?") }
    }

    @Test("each screen reaches the terminal in one piece")
    func onePiece() async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try folder.write("0", to: "clock")
        let tmux = try await Tmux.demo(environment: [
            "KSTOP_DEMO_CLOCK": folder.path + "/clock", "TERMINAL_WRITES": folder.path + "/writes",
            "LD_PRELOAD": try await folder.library(from: "write.c"),
        ])
        try await tmux.keys("?")
        try await tmux.waitFor("this help")
        let before = folder.text("writes").count
        try await tmux.keys("Escape")
        try await tmux.waitFor("the first screen again") { !$0.contains("this help") && $0.contains("? help") }
        let first = try await tmux.selection()
        try await tmux.keys("j")
        try await waitUntil("the second row") { try await tmux.selection() != first }
        #expect(before > 0)
        #expect(folder.text("writes").count == before + 2)
    }

    @Test("Tab goes round the pages")
    func tab() async throws {
        let tmux = try await Tmux.kstop("--demo")
        try await tmux.waitFor("7 broken")
        try await tmux.keys("Tab", "Tab")
        try await tmux.waitFor("the deployments") { $0.row("NAME", "READY", "UP-TO-DATE") != nil }
        try await tmux.keys("BTab", "BTab")
        try await tmux.waitFor("the applications") { $0.row("APP", "READY") != nil }
    }

    @Test("the selection moves, and stays on its object when the order changes")
    func selection() async throws {
        let tmux = try await Tmux.kstop("--demo")
        try await tmux.waitFor("7 broken")
        try await tmux.keys("2")
        try await tmux.waitFor("the pods") { $0.row("NAME", "READY", "STATUS") != nil }
        let first = try await tmux.selection()
        try await tmux.keys("j", "j", "Down")
        try await waitUntil("another row") { try await tmux.selection() != first }
        let third = try await tmux.selection()
        try await tmux.keys("A")
        try await tmux.keys("k")
        try await tmux.keys("j")
        try await waitUntil("the same row") { try await tmux.selection() == third }
        try await tmux.keys("N", "g")
        try await waitUntil("the first row") { try await tmux.selection() == first }
    }

    @Test("a filter shows what matches, and Esc everything again")
    func filter() async throws {
        let tmux = try await Tmux.kstop("--demo")
        try await tmux.waitFor("7 broken")
        try await tmux.keys("/")
        try await tmux.type("torrent")
        try await tmux.keys("Enter")
        try await tmux.waitFor("only rutorrent") { $0.contains("rutorrent-2") && !$0.contains("bazarr") }
        try await tmux.keys("Escape")
        try await tmux.waitFor("bazarr")
    }

    @Test("sorting by name again reverses it")
    func sort() async throws {
        let tmux = try await Tmux.kstop("--demo")
        try await tmux.waitFor("7 broken")
        func isSorted(_ screen: String) -> Bool? {
            let names = screen.rows.compactMap { row in row.prefix(2).first { $0 == "komga" || $0 == "organizr" } }
            return names.count < 2 ? nil : names.first == "komga"
        }
        let before = isSorted(try await tmux.screen())
        try await tmux.keys("N")
        try await tmux.waitFor("another order") { isSorted($0) != before }
        try await tmux.keys("N")
        try await tmux.waitFor("the first order") { isSorted($0) == before }
    }

    @Test("a restart asks first, and is followed to its end")
    func restart() async throws {
        let tmux = try await Tmux.kstop("--demo")
        try await tmux.waitFor("7 broken")
        try await tmux.select("sonarr")
        try await tmux.keys("r")
        try await tmux.waitFor("a dialog") { $0.contains("Restart") && $0.contains("Cancel") }
        try await tmux.waitForButtons()
        try await tmux.keys("Enter")
        try await tmux.waitFor("no dialog") { !$0.contains("Cancel") }
        try await tmux.keys("r")
        try await tmux.waitFor("Cancel")
        try await tmux.confirm()
        try await tmux.waitFor("successfully rolled out", timeout: 30)
    }

    @Test("logs follow, stop when one scrolls, and go on")
    func logs() async throws {
        let tmux = try await Tmux.kstop("--demo")
        try await tmux.waitFor("7 broken")
        try await tmux.select("wordpress")
        try await tmux.keys("l")
        let first = try await tmux.waitFor("GET ")
        try await tmux.waitFor("more lines") { $0 != first }
        try await tmux.keys("PageUp")
        try await tmux.waitFor("paused")
        try await tmux.keys("End")
        try await tmux.waitFor("following")
        try await tmux.keys("t")
        try await tmux.waitFor("timestamps") { $0.contains(/\d\d:\d\d:\d\d/) }
        try await tmux.keys("Escape")
        try await tmux.waitFor("the applications") { $0.row("APP", "READY") != nil }
    }

    @Test("the token is copied, and never shown", arguments: ["", "env -u TMUX -u TMUX_PANE "])
    func token(prefix: String) async throws {
        let tmux = try await Tmux("exec \(prefix)'\(Binary.path)' --demo")
        try await tmux.waitFor("7 broken")
        try await tmux.keys("t")
        try await waitUntil("the token in tmux") { try await tmux.buffer().hasPrefix("eyJ") }
        let token = try await tmux.buffer()
        #expect(token.split(separator: ".").count == 3)
        #expect(!token.hasSuffix("\n"))
        let screen = try await tmux.waitFor("Dashboard token copied")
        #expect(screen.contains("admin-user"))
        #expect(!screen.contains(token.prefix(12)))
    }

    @Test("help lists the keys")
    func help() async throws {
        let tmux = try await Tmux.kstop("--demo")
        try await tmux.waitFor("7 broken")
        try await tmux.keys("?")
        try await tmux.waitFor("the keys") { screen in
            ["restart", "logs", "token", "filter", "quit"].allSatisfy { screen.lowercased().contains($0) }
        }
        try await tmux.keys("Escape")
        try await tmux.waitFor("the applications") { $0.row("APP", "READY") != nil }
    }

    @Test("the screen fits into every size, or says that it does not")
    func sizes() async throws {
        let tmux = try await Tmux.kstop("--demo", columns: 80, rows: 24)
        try await tmux.waitFor("bazarr")
        for (columns, rows) in [(40, 10), (160, 50), (61, 17), (200, 12)] {
            try await tmux.resize(columns: columns, rows: rows)
            try await tmux.waitFor("rows at \(columns)×\(rows)") { $0.contains("bazarr") && !$0.contains("too small") }
        }
        try await tmux.resize(columns: 30, rows: 5)
        try await tmux.waitFor("too small")
        try await tmux.resize(columns: 110, rows: 36)
        try await tmux.waitFor("7 broken")
    }
}
