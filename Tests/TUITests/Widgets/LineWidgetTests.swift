import Testing

@testable import TUI

struct LineWidgetTests {
    @Test("keys stand out from what they do")
    func keyBar() {
        let bar = KeyBar([.init(key: "l", label: "logs"), .init(key: "Ctrl-S", label: "save")])
        #expect(
            golden(20) { bar.draw(in: $0, on: &$1) } == """
                "l logs   Ctrl-S save"

                "A qqqq   AAAAAA qqqq"

                """)
        #expect(row(19) { bar.draw(in: $0, on: &$1) } == "l logs             ")
    }

    @Test("a prompt has a cursor and a remark behind the text")
    func prompt() {
        let prompt = Prompt(label: "filter", editor: LineEditor("son"), remark: StyledText("2 of 21", .quiet))
        #expect(
            golden(24) { prompt.draw(in: $0, on: &$1) } == """
                "filter son   2 of 21    "

                "aaaaaa ttt   q qq qq    " button 10-10

                """)
    }

    @Test("a hint goes on where the text ends, under the cursor first")
    func hint() {
        let prompt = Prompt(label: ":", editor: LineEditor("po"), remark: StyledText("Tab", .accent), hint: "ds")
        #expect(
            golden(14) { prompt.draw(in: $0, on: &$1) } == """
                ": pods  Tab   "

                "a ttqq  aaa   " button 4-4

                """)
        #expect(row(5) { prompt.draw(in: $0, on: &$1) } == ": pod")
    }

    @Test("a long text shows the part around the cursor")
    func longPrompt() {
        var editor = LineEditor("abcdefghij")
        #expect(row(8) { Prompt(label: "/", editor: editor, remark: "1 of 2").draw(in: $0, on: &$1) } == "/ fghij ")
        _ = editor.handle(.home)
        #expect(row(8) { Prompt(label: "/", editor: editor, remark: "1 of 2").draw(in: $0, on: &$1) } == "/ abcdef")
    }

    @Test("a rule has its title at the left and a remark at the right")
    func rule() {
        let rule = Rule(title: StyledText("plex", .strong), trailing: StyledText("https://tv", .quiet))
        #expect(
            golden(24) { rule.draw(in: $0, on: &$1) } == """
                "─ plex ────── https://tv"

                "q ssss qqqqqq qqqqqqqqqq"

                """)
        #expect(row(16) { rule.draw(in: $0, on: &$1) } == "─ plex ─────────")
        #expect(row(4) { rule.draw(in: $0, on: &$1) } == "─ p…")
        #expect(row(6) { Rule(title: "").draw(in: $0, on: &$1) } == "──────")
    }

    @Test(
        "every widget draws nothing outside of a tiny area, and nothing traps",
        arguments: [(0, 0), (1, 1), (0, 3), (2, 1), (40, 10)])
    func tiny(width: Int, height: Int) {
        let area = Rect(x: 3, y: 1, width: width, height: height)
        for draw in widgets {
            var screen = Screen(size: Size(48, 15))
            draw(area, &screen)
            screen.fill(area, on: .page)
            #expect(screen.rows.allSatisfy { $0.trimmed.isEmpty })
            var none = Screen(size: Size(width, height))
            draw(none.bounds, &none)
        }
    }

    private var widgets: [(Rect, inout Screen) -> Void] {
        let table = Table(columns: [Column("日本")], rows: [["日"], ["x"]], selected: 0, firstRow: 0)
        let dialog = Dialog(title: "日本", body: ["text"], buttons: ["日", "No"], selectedButton: 7)
        let prompt = Prompt(label: "日", editor: LineEditor("日本"), remark: "remark", hint: "語")
        return [
            { table.draw(in: $0, on: &$1) }, { dialog.draw(in: $0, on: &$1) }, { prompt.draw(in: $0, on: &$1) },
            { KeyBar([.init(key: "日", label: "")]).draw(in: $0, on: &$1) },
            { Rule(title: "日本", trailing: "日").draw(in: $0, on: &$1) },
        ]
    }

    private func screen(_ width: Int, _ draw: (Rect, inout Screen) -> Void) -> Screen {
        var screen = Screen(size: Size(width, 1))
        draw(screen.bounds, &screen)
        return screen
    }

    private func golden(_ width: Int, _ draw: (Rect, inout Screen) -> Void) -> String {
        screen(width, draw).goldenText()
    }

    private func row(_ width: Int, _ draw: (Rect, inout Screen) -> Void) -> String {
        screen(width, draw).rows[0]
    }
}
