import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct LogPageTests {
    @Test("it follows the newest lines")
    func follows() {
        var page = LogSupport.page(lines: 10)
        #expect(LogSupport.shown(page) == ["line 6", "line 7", "line 8", "line 9"])
        page.add(["line 10"])
        #expect(LogSupport.shown(page).last == "line 10")
    }

    @Test("scrolling up pauses, and new lines are counted")
    func pauses() {
        var page = LogSupport.page(lines: 10)
        page.scroll(by: -2)
        #expect(LogSupport.shown(page).first == "line 4")
        page.add(["line 10"])
        #expect(LogSupport.shown(page).first == "line 4")
        #expect(page.unseen == 1)
        page.follow()
        #expect(page.unseen == 0)
        #expect(LogSupport.shown(page).last == "line 10")
    }

    @Test("scrolling down to the end follows again")
    func resumes() {
        var page = LogSupport.page(lines: 10)
        page.scroll(by: -1)
        #expect(!page.isFollowing)
        page.scroll(by: 1)
        #expect(page.isFollowing)
    }

    @Test("the top is the top, and less than a screenful does not scroll away")
    func ends() {
        var page = LogSupport.page(lines: 3)
        page.scroll(by: -5)
        #expect(LogSupport.shown(page) == ["line 0", "line 1", "line 2", ""])
        page.scroll(by: 99)
        #expect(page.isFollowing)
    }

    @Test("old lines are dropped at the bound, and what is looked at stays")
    func bounded() {
        var page = LogSupport.page(lines: 1000, LogLimits(lines: 1000, bytes: 1 << 20, tail: 10))
        page.scrollToTop()
        page.scroll(by: 500)
        page.add(["one more"])
        #expect(page.store.entries.count <= 1000)
        #expect(page.store.dropped == 100)
        #expect(LogSupport.shown(page).first == "line 500")
    }

    @Test("when what is looked at is dropped, the oldest line that is left is at the top")
    func droppedUnderTheEyes() {
        var page = LogSupport.page(lines: 1000, LogLimits(lines: 1000, bytes: 1 << 20, tail: 10))
        page.scrollToTop()
        page.add(["one more"])
        #expect(LogSupport.shown(page).first == "line 100")
    }

    @Test("many bytes are dropped, too, but never the newest line")
    func boundedBytes() {
        var page = LogSupport.page(["first"], LogLimits(lines: 1000, bytes: 4000, tail: 10))
        let long = String(repeating: "x", count: 5000)
        for _ in 0..<4 { page.add([long]) }
        #expect(page.store.entries.map(\.bytes) == [5000])
        #expect(page.store.dropped == 4)
    }

    @Test("a log that is read from its beginning keeps that, and says what it left out")
    func keepsTheBeginning() {
        var page = LogSupport.empty(LogLimits(lines: 10, bytes: 1000, tail: 5))
        page.choose(.head)
        _ = page.read([page.pod], after: 1)
        page.add((0..<15).map { "line \($0)" }, from: 2)
        #expect(LogSupport.shown(page).first == "line 0")
        #expect(page.store.end == 10)
        #expect(page.store.dropped == 5)
    }

    @Test("a long line is wrapped only if asked, and all of it can be reached")
    func wraps() {
        var page = LogSupport.page([(0..<15).map { "[row \($0 + 10) of the line]" }.joined()])
        #expect(LogSupport.shown(page)[1] == "")
        page.wraps = true
        #expect(LogSupport.shown(page).last == "[row 24 of the line]")
        page.scroll(by: -99)
        #expect(LogSupport.shown(page).first == "[row 10 of the line]")
        page.scroll(by: 3)
        #expect(LogSupport.shown(page).first == "[row 13 of the line]")
    }

    @Test("a row of a long line is the same whether the line is laid out whole or in part")
    func partialLayout() {
        let text = (0..<400).map { "word\($0)" }.joined(separator: " ")
        var page = LogSupport.page([text])
        page.wraps = true
        page.look(for: "word39")
        let layout = LogSupport.layout(page)
        let count = layout.rowCount(of: page.store[0])
        let whole = StyledText(text).wrapped(to: 20).map(\.text)
        #expect(count == whole.count)
        for row in 0..<count {
            #expect(layout.rows(of: 0, from: row, limit: 1).map(\.text) == [whole[row]])
        }
    }

    @Test("a cut line says how much is missing")
    func cut() {
        var page = LogSupport.empty()
        page.hear(.lines([LogLine(timestamp: "", text: "{\"a\":", cutBytes: 983_040)]), from: 1)
        #expect(LogSupport.shown(page, Size(40, 2)).first == "{\"a\": … 983 040 bytes more")
    }

    @Test("lines that came too fast are told in the log")
    func skipped() {
        var page = LogSupport.page(["before"])
        page.hear(.skipped(12_340), from: 1)
        page.add(["after"])
        let rows = LogSupport.shown(page, Size(60, 3))
        #expect(rows[1].hasPrefix("── 12 340 lines came too fast and are left out ──"))
        #expect(rows[2] == "after")
    }

    @Test("a mark stands where it was put, and clearing takes all")
    func marks() {
        var play = Self.playWithLog(["one"])
        play.press(.character(" "))
        play.receive(.log(id: 1, .lines([LogLine(timestamp: "", text: "two")])))
        #expect(play.text.contains("── mark 14:00:00 ──"))
        play.press(.control("l"))
        #expect(!play.text.contains("two"))
        #expect(play.text.contains("nothing logged yet"))
    }

    @Test("no line, one line, a view of no height: nothing traps")
    func degenerate() {
        for size in [Size(0, 0), Size(1, 1), Size(20, 0), Size(40, 10)] {
            for lines in 0...2 {
                for text in ["x", "日本", "{\"level\":\"info\",\"msg\":\"m\"}"] {
                    var play = Self.playWithLog(Array(repeating: text, count: lines))
                    play.resize(size.width, size.height)
                    for action in Action.allCases {
                        _ = play.perform(action)
                        #expect(play.screen.size == size)
                        if play.model.log == nil { play.type("l") }
                    }
                }
            }
        }
    }

    @Test(
        "escape sequences of programs are taken out",
        arguments: [
            ("\u{1B}[32minfo\u{1B}[0m: up", "info: up"), ("\u{1B}]0;title\u{7}text", "text"),
            ("\u{1B}]8;;http://x\u{1B}\\link", "link"), ("\u{1B}[", ""), ("\u{1B}", ""), ("a\u{1B}cb", "ab"),
        ])
    func escapes(text: String, expected: String) {
        #expect(withoutEscapeSequences(text) == expected)
    }

    @Test(
        "levels are told by words, not by parts of words; what a program states outweighs what it speaks of",
        arguments: [
            ("Error: no", Role.failed), ("[Warn] hm", .warning), ("terror in the title", .text), ("[DEBUG] x", .quiet),
            ("time=x level=info msg=\"error count 0\"", .text), ("level=warning msg=x", .warning),
            ("{\"level\":\"error\",\"msg\":\"x\"}", .failed), ("E1123 19:07:15.96 proxy.go:144] x", .failed),
            ("2026-11-23 [ info ] no error", .text), ("<warn> x", .warning), ("lvl=dbug", .text),
        ])
    func levels(text: String, role: Role) {
        #expect(logRole(text) == role)
    }

    @Test("news of a log that was left is dropped")
    func leftLog() {
        var play = Play()
        play.select("plex")
        play.type("l")
        #expect(play.model.readsLog)
        play.press(.escape)
        play.receive(.log(id: 1, .lines([LogLine(timestamp: "", text: "late")])))
        #expect(play.model.log == nil)
        #expect(!play.model.readsLog)
    }

    /// The log of wordpress with these lines.
    static func playWithLog(_ texts: [String], size: Size = Size(80, 24)) -> Play {
        var play = Play(size: size)
        play.select("wordpress")
        play.type("l")
        guard !texts.isEmpty else { return play }
        let lines = texts.map { LogLine(timestamp: "2026-11-23T14:02:06.5Z", text: $0) }
        play.receive(.log(id: play.model.lastLogID, .lines(lines)))
        return play
    }
}

extension Model {
    var readsLog: Bool { subscriptions(self).contains { if case .log = $0 { true } else { false } } }
}
