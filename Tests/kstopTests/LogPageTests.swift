import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct LogPageTests {
    private static let view = Size(20, 4)

    private static func page(_ lines: Int) -> LogPage {
        var page = LogPage(id: 1, query: LogQuery(namespace: "n", pod: "p", container: "c"))
        page.append((0..<lines).map { LogLine(timestamp: "", text: "line \($0)") })
        return page
    }

    private static func shown(_ page: LogPage) -> [String] {
        var screen = Screen(size: view)
        page.draw(Play(emptyWith: view).model, in: screen.bounds, on: &screen)
        return screen.rows.map { $0.split(separator: " ").joined(separator: " ") }
    }

    @Test("it follows the newest lines")
    func follows() {
        var page = Self.page(10)
        #expect(Self.shown(page) == ["line 6", "line 7", "line 8", "line 9"])
        page.append([LogLine(timestamp: "", text: "line 10")])
        #expect(Self.shown(page).last == "line 10")
    }

    @Test("scrolling up pauses, and new lines are counted")
    func pauses() {
        var page = Self.page(10)
        page.scroll(by: -2, in: Self.view)
        #expect(Self.shown(page).first == "line 4")
        page.append([LogLine(timestamp: "", text: "line 10")])
        #expect(Self.shown(page).first == "line 4")
        #expect(page.unseen == 1)
        page.follow()
        #expect(page.unseen == 0)
        #expect(Self.shown(page).last == "line 10")
    }

    @Test("scrolling down to the end follows again")
    func resumes() {
        var page = Self.page(10)
        page.scroll(by: -1, in: Self.view)
        #expect(!page.isFollowing)
        page.scroll(by: 1, in: Self.view)
        #expect(page.isFollowing)
    }

    @Test("the top is the top, and less than a screenful does not scroll away")
    func ends() {
        var page = Self.page(3)
        page.scroll(by: -5, in: Self.view)
        #expect(Self.shown(page) == ["line 0", "line 1", "line 2", ""])
        page.scroll(by: 99, in: Self.view)
        #expect(page.isFollowing)
    }

    @Test("old lines are dropped at the bound, and what is looked at stays")
    func bounded() {
        var page = Self.page(LogPage.maximumLines)
        page.scrollToTop()
        page.scroll(by: 5000, in: Self.view)
        page.append([LogLine(timestamp: "", text: "one more")])
        #expect(page.lines.count <= LogPage.maximumLines)
        #expect(page.dropped == 2000)
        #expect(Self.shown(page).first == "line 5000")
    }

    @Test("many bytes are dropped, too, but never the newest line")
    func boundedBytes() {
        var page = Self.page(1)
        let long = String(repeating: "x", count: LogPage.maximumBytes / 2)
        for _ in 0..<4 { page.append([LogLine(timestamp: "", text: long)]) }
        #expect(page.lines.count <= 2)
        #expect(page.lines.last?.text == long)
    }

    @Test("a long line is wrapped only if asked")
    func wraps() {
        var page = Self.page(0)
        page.append([LogLine(timestamp: "", text: String(repeating: "ab", count: 15))])
        #expect(Self.shown(page)[1] == "")
        page.wraps = true
        #expect(Self.shown(page)[1] == "ababababab")
    }

    @Test("no line, one line, a view of no height: nothing traps")
    func degenerate() {
        for size in [Size(0, 0), Size(1, 1), Size(20, 0)] {
            for lines in 0...2 {
                var page = Self.page(lines)
                page.wraps = true
                for action in Action.allCases { _ = page.handle(action, view: size) }
                var screen = Screen(size: size)
                page.draw(Play(emptyWith: size).model, in: screen.bounds, on: &screen)
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
        "levels are told by words, not by parts of words",
        arguments: [
            ("Error: no", Role.failed), ("[Warn] hm", .warning), ("terror in the title", .text), ("[DEBUG] x", .quiet),
        ])
    func levels(text: String, role: Role) {
        #expect(logRole(text) == role)
    }

    @Test("news of a log that was left is dropped")
    func leftLog() {
        var play = Play()
        play.select("plex")
        play.type("l")
        #expect(subscriptions(play.model).contains { if case .log = $0 { true } else { false } })
        play.press(.escape)
        play.receive(.log(id: 1, .lines([LogLine(timestamp: "", text: "late")])))
        #expect(play.model.log == nil)
        #expect(!subscriptions(play.model).contains { if case .log = $0 { true } else { false } })
    }
}
