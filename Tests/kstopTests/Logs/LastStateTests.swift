import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct LastStateTests {
    @Test(
        "a line that is written over itself is shown as a terminal would leave it",
        arguments: [
            ("10%\r50%\r100%", "100%"),
            ("abcdef\rXY", "XYcdef"),
            ("abc\r", "abc"),
            ("abc\r\r\r", "abc"),
            ("\rabc", "abc"),
            ("abcdef\rvwxy\r12", "12xyef"),
            // A wide character of which half is overwritten leaves a blank.
            ("日本語\rabc", "abc 語"),
            ("abc\r日", "日c"),
            ("e\u{301}e\u{301}e\u{301}\rx", "xe\u{301}e\u{301}"),
            ("x\u{301}\re\u{301}", "e\u{301}"),
            ("▏ 10%\r█ 50%", "█ 50%"),
            // Erasing, as curl, npm, pip and docker do it.
            ("abcdef\rXY\u{1B}[K", "XY"),
            ("abcdef\r\u{1B}[KXY", "XY"),
            ("abcdef\rXY\u{1B}[0Kz", "XYz"),
            ("abcdef\u{1B}[2K\rXY", "XY"),
            ("abcdef\rXY\u{1B}[2Kz", "  z"),
            ("abc\u{1B}[2Kd\u{1B}[2Ke", "    e"),
            ("abcdef\u{1B}[GXY", "XYcdef"),
            ("abcdef\u{1B}[1GXY", "XYcdef"),
            ("50%\r\u{1B}[K", ""),
            // Colors are left out as ever.
            ("\u{1B}[31mabcdef\u{1B}[0m\r\u{1B}[32mXY\u{1B}[0m", "XYcdef"),
            ("\u{1B}]0;title\u{07}abc\rX", "Xbc"),
            ("plain", "plain"),
            ("cut\u{1B}[", "cut"),
            ("cut\u{1B}", "cut"),
        ])
    func states(text: String, expected: String) {
        #expect(lastState(of: text) == expected)
    }

    @Test(
        "the time for a line is in proportion to its length",
        arguments: ["\r", "x\r", "\u{1B}[2K", "x\u{1B}[2K", "日\r\u{1B}[K", "\t\u{1B}[2K"])
    func bounded(piece: String) {
        let count = (1 << 16) / piece.utf8.count
        let long = String(repeating: "x", count: 1 << 15) + String(repeating: piece, count: count / 2)
        let clock = ContinuousClock()
        let time = clock.measure { _ = lastState(of: long) }
        // A tenth of it in a quiet debug build; what is quadratic takes minutes.
        #expect(time < .seconds(5))
    }

    @Test("passes that become shorter and shorter take no longer")
    func shrinking() {
        let text = (0..<360).reversed().map { String(repeating: "x", count: $0) }.joined(separator: "\r")
        #expect(lastState(of: text).count == 359)
    }

    @Test("the page shows the last state, and searches and copies that; R shows the line as it was written")
    func page() {
        var page = LogSupport.page(["10%\r50%\r100%", "\u{1B}[31mred\u{1B}[0m"])
        #expect(LogSupport.shown(page).prefix(2) == ["100%", "red"])
        page.look(for: "50%")
        #expect(page.found == 0)
        page.toggle(.raw)
        page.examine()
        #expect(LogSupport.shown(page).prefix(2) == ["10%^M50%^M100%", "^[[31mred^[[0m"])
        #expect(page.found == 1)
        page.toggle(.readable(utcOffset: 0))
        #expect(page.form == .readable(utcOffset: 0))
        page.toggle(.readable(utcOffset: 0))
        #expect(page.form == .shown)
    }

    @Test("a file keeps all that the line said")
    func saved() {
        let page = LogSupport.page(["10%\r100%"])
        #expect(LogSupport.layout(page).rawText(of: 0) == "10%\r100%")
    }

    @Test("lines whose control characters take more columns than bytes are wrapped into as many rows as they need")
    func rowsOfRawLines() {
        var page = LogSupport.page(["a\tb\tc\td\te\tf", "1\r2\r3\r4\r5\r6\r7\r8"])
        page.wraps = true
        page.toggle(.raw)
        let layout = LogSupport.layout(page)
        for number in 0..<2 {
            let rows = layout.rows(of: number, from: 0, limit: 9)
            #expect(layout.rowCount(of: page.store[number]) == rows.count)
            #expect(rows.count == 2)
        }
    }
}
