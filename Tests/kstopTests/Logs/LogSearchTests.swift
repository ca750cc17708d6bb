import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct LogSearchTests {
    @Test(
        "a pattern is a regular expression, or a text where it is none or is said to be",
        arguments: [
            ("err.r", "an ERROR", true), ("err.r", "an err", false), ("(", "f(x)", true), ("=a.c", "a.c", true),
            ("=a.c", "abc", false), ("^a", "ba", false), ("É", "é", true), ("=É[", "é[", true), ("x", "", false),
            ("error|warn", "a WARNING", true), ("error|", "x", true),
            ("error|w.rn", "warn", true), ("=a|b", "a", false),
        ])
    func patterns(pattern: String, text: String, isThere: Bool) throws {
        #expect(try #require(LogPattern(pattern)).accepts(text) == isThere)
    }

    @Test("what is found is told in bytes of the text")
    func ranges() throws {
        #expect(try #require(LogPattern("ab")).ranges(in: "abxABab") == [0..<2, 3..<5, 5..<7])
        #expect(try #require(LogPattern("b|ab")).ranges(in: "ab b") == [0..<2, 3..<4])
        #expect(try #require(LogPattern("a+")).ranges(in: "é aa") == [3..<5])
        #expect(try #require(LogPattern("x*")).ranges(in: "aa") == [])
    }

    @Test("n and N go from one found line to the next and wrap around")
    func jumps() {
        var page = LogSupport.page((0..<30).map { $0 % 10 == 3 ? "hit \($0)" : "line \($0)" })
        page.look(for: "hit")
        #expect(page.found == 3)
        #expect(page.jump(.backward) == .near)
        #expect(page.current == 23)
        #expect(LogSupport.shown(page).contains("hit 23"))
        #expect(page.jump(.forward) == .wrapped(.forward))
        #expect(page.current == 3)
        #expect(page.jump(.forward) == .near)
        #expect(page.placeOfCurrent == 2)
        #expect(page.jump(.backward) == .near)
        #expect(page.jump(.backward) == .wrapped(.backward))
        #expect(page.current == 23)
        #expect(!page.isFollowing)
    }

    @Test("a search for what is not there stays where it is")
    func nothingFound() {
        var page = LogSupport.page(lines: 9)
        page.look(for: "nothing")
        #expect(page.jump(.forward) == .nothing)
        #expect(page.isFollowing)
    }

    @Test("a filter leaves what matches, its inverse what does not")
    func filter() {
        var page = LogSupport.page(lines: 12)
        page.choose(filter: "1")
        #expect(LogSupport.shown(page) == ["line 1", "line 10", "line 11", ""])
        page.choose(filter: "!1")
        #expect(page.shownCount == 9)
        #expect(LogSupport.shown(page).last == "line 9")
        page.add(["line 21", "line 22"])
        #expect(LogSupport.shown(page).last == "line 22")
    }

    @Test("lines around those that the filter leaves are shown once")
    func context() {
        var page = LogSupport.page(lines: 12)
        page.choose(filter: "[36]")
        page.changeContext(by: 2)
        #expect(page.shown == [1, 2, 3, 4, 5, 6, 7, 8])
        page.changeContext(by: -1)
        #expect(page.shown == [2, 3, 4, 5, 6, 7])
        page.changeContext(by: -9)
        #expect(page.shown == [3, 6])
    }

    @Test("search and filter work at the same time")
    func both() {
        var page = LogSupport.page(["a error", "b error", "a warn", "b warn"])
        page.choose(filter: "error")
        page.look(for: "b")
        #expect(page.found == 1)
        #expect(page.jump(.backward) == .near)
        #expect(page.current == 1)
        page.choose(filter: "")
        #expect(page.found == 2)
        #expect(page.current == 1)
    }

    @Test("scrolling goes over what the filter leaves")
    func scrolling() {
        var page = LogSupport.page(lines: 60)
        page.choose(filter: "5")
        #expect(LogSupport.shown(page) == ["line 56", "line 57", "line 58", "line 59"])
        page.scroll(by: -8)
        #expect(LogSupport.shown(page) == ["line 35", "line 45", "line 50", "line 51"])
    }

    @Test("in JSON that is made readable, what is seen is searched")
    func json() {
        var page = LogSupport.page([#"{"msg":"up","port":80}"#])
        page.look(for: "port=80")
        #expect(page.found == 0)
        page.toggle(.readable(utcOffset: 0))
        page.examine()
        #expect(page.found == 1)
    }

    @Test("a long log is looked through in parts, so that no key waits, the newest lines first")
    func parts() {
        var page = LogSupport.page((0..<2000).map { "line \($0) " + String(repeating: "x", count: 100) })
        page.search(for: "line [0-9]+ ")
        page.examine()
        #expect(!page.isExamined)
        #expect(page.store.entries.last?.isFound == true)
        #expect((1..<2000).contains(page.found))
        for _ in 0..<20 { page.examine() }
        #expect(page.isExamined)
        #expect(page.found == 2000)
    }

    @Test("what is found is marked by more than a color")
    func marked() {
        let marked = StyledText("an error").marked([3..<8], on: .selection)
        #expect(marked.spans.map(\.text) == ["an ", "error"])
        #expect(marked.spans[1].style == Style(on: .selection, underlined: true))
        let two = (StyledText("ab") + StyledText("cd", .failed)).marked([1..<3], on: .selection)
        #expect(two.spans.map(\.text) == ["a", "b", "c", "d"])
        #expect(two.spans.map(\.style.isUnderlined) == [false, true, true, false])
    }

    @Test("typing searches, Enter keeps it, Esc clears it and then leaves")
    func typing() {
        var play = LogPageTests.playWithLog((0..<40).map { $0 == 5 ? "needle" : "hay \($0)" })
        play.type("/need")
        #expect(play.text.contains("1 line"))
        play.press(.enter)
        #expect(play.text.contains("1 of 1"))
        #expect(play.screen.rows.contains { $0.hasPrefix(" needle") })
        play.type("n")
        #expect(play.text.contains("search goes on at the beginning"))
        play.type("&!hay")
        play.press(.enter)
        #expect(play.model.log?.shownCount == 1)
        play.press(.escape)
        #expect(play.model.log?.search == nil && play.model.log?.filter == nil)
        play.press(.escape)
        #expect(play.model.log == nil)
    }
}
