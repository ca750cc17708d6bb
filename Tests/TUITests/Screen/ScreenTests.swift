import Testing

@testable import TUI

struct ScreenTests {
    @Test("text is written where it was asked for and says how far it went")
    func write() {
        var screen = Screen(size: Size(10, 2))
        #expect(screen.write("radarr", x: 2, y: 1, width: 8) == 6)
        #expect(screen.rows == ["          ", "  radarr  "])
    }

    @Test(
        "text that does not fit ends in an ellipsis",
        arguments: [
            ("radarr", 6, "radarr"), ("radarr", 5, "rada…"), ("radarr", 1, "…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
            ("日本", 4, "日本"), ("日本", 3, "日…"), ("日", 1, "…"),
        ])
    func cut(text: String, width: Int, expected: String) {
        var screen = Screen(size: Size(8, 1))
        screen.write(StyledText(text), x: 0, y: 0, width: width)
        #expect(screen.rows[0].trimmed == expected)
    }

    @Test("the ellipsis has the style of what it stands for")
    func ellipsisStyle() {
        var screen = Screen(size: Size(3, 1))
        screen.write(StyledText("ab") + StyledText("cd", .failed), x: 0, y: 0, width: 3)
        #expect(screen.cells[2].style.role == .failed)
    }

    @Test(
        "writing over half of a wide character blanks its other half",
        arguments: [(0, "x 本"), (1, " x本"), (2, "日x "), (3, "日 x")])
    func halves(x: Int, expected: String) {
        var screen = Screen(size: Size(4, 1))
        screen.write("日本", x: 0, y: 0, width: 4)
        screen.write("x", x: x, y: 0, width: 1)
        #expect(screen.rows == [expected])
    }

    @Test("a wide character over two halves blanks both others")
    func wideOverWide() {
        var screen = Screen(size: Size(4, 1))
        screen.write("日本", x: 0, y: 0, width: 4)
        screen.write("語", x: 1, y: 0, width: 2)
        #expect(screen.rows == [" 語 "])
    }

    @Test("text that starts left of the screen shows its rest, a cut wide character as a blank")
    func leftEdge() {
        var screen = Screen(size: Size(4, 1))
        #expect(screen.write("日本x", x: -1, y: 0, width: 9) == 5)
        #expect(screen.rows == [" 本x"])
    }

    @Test("nothing outside of the screen traps")
    func outside() {
        for size in [Size(0, 0), Size(1, 1), Size(0, 5), Size(3, 2)] {
            var screen = Screen(size: size)
            for place in [Int.min, -2, -1, 0, 1, 2, Int.max] {
                for extent in [Int.min, -1, 0, 1, 7, Int.max] {
                    screen.write("日本 text", x: place, y: place, width: extent)
                    screen.fill(Rect(x: place, y: place, width: extent, height: extent), on: .dialog)
                    screen.set(.selection, in: Rect(x: place, y: place, width: extent, height: extent))
                }
            }
            #expect(screen.cells.count == size.width * size.height)
        }
    }

    @Test("filling blanks the area and cuts through wide characters cleanly")
    func fill() {
        var screen = Screen(size: Size(6, 1))
        screen.write("日本語", x: 0, y: 0, width: 6)
        screen.fill(Rect(x: 1, y: 0, width: 2, height: 1), on: .dialog)
        #expect(screen.rows == ["    語"])
        #expect(screen.cells.map(\.style.surface) == [.page, .dialog, .dialog, .page, .page, .page])
    }

    @Test("the golden text has the rows, the roles and what is not plain page")
    func golden() {
        var screen = Screen(size: Size(10, 2))
        screen.write(StyledText("日", .failed, bold: true) + StyledText(" ok", .healthy), x: 0, y: 0, width: 9)
        screen.write(StyledText("Apps", underlined: true), x: 1, y: 1, width: 9)
        screen.set(.selection, in: Rect(x: 0, y: 0, width: 10, height: 1))
        screen.dim()
        #expect(
            screen.goldenText() == """
                "日 ok     "
                " Apps     "

                "FF hh     " selection 0-9 dimmed 0-9
                " tttt     " underlined 1-4 dimmed 0-9

                """)
    }
}

extension String {
    var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
