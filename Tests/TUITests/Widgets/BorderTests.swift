import Glibc
import Testing

@testable import TUI

/// Text of every script stays within its cells, so that what stands beside it stays where it is.
struct BorderTests {
    private static let texts = [
        "plain", "日本語テキスト", "שלום עולם", "مرحبا بالعالم", "abc שלום 123", "e\u{301}e\u{301}e\u{301}", "👨‍👩‍👧‍👦🇫🇷👍🏽", "क्षि",
        "\u{202E}txet", "ไทยกำ", "a\u{1B}[2Jb\tc", "①❤\u{FE0F}1\u{FE0F}\u{20E3}", "\u{1112}\u{1161}\u{11AB}글",
    ]

    /// As in a terminal that shows all of Unicode: how wide a character is, ncurses asks the locale.
    init() { setlocale(LC_CTYPE, "C.UTF-8") }

    @Test("in cells and titles of a table", arguments: texts, [2, 7, 12, 40])
    func table(text: String, width: Int) {
        var screen = framed(width)
        let columns = [Column(text, minimumWidth: 4), Column("AGE", alignment: .trailing)]
        var table = Table(
            columns: columns, rows: [[StyledText(text), "12d"], ["b", StyledText(text)]], selected: 0, firstRow: 0)
        table.rowMarks = [StyledText(text)]
        table.draw(in: inside(screen), on: &screen)
        check(screen, "\(text) in \(width)")
    }

    @Test("in prompts, rules and keys", arguments: texts, [1, 5, 14, 40])
    func lines(text: String, width: Int) {
        let prompt = Prompt(label: text, editor: LineEditor(text), remark: StyledText(text), hint: text)
        let rule = Rule(title: StyledText(text), trailing: StyledText(text))
        let bar = KeyBar([.init(key: text, label: text), .init(key: "q", label: text)])
        for draw in [prompt.draw, rule.draw, bar.draw] {
            var screen = framed(width)
            draw(inside(screen), &screen)
            check(screen, "\(text) in \(width)")
        }
    }

    @Test("in dialogs", arguments: texts, [1, 5, 40])
    func dialog(text: String, width: Int) {
        var screen = framed(width)
        let styled = StyledText(text)
        let dialog = Dialog(title: styled, body: [styled + styled + styled], buttons: [text, "No"], selectedButton: 0)
        dialog.draw(in: inside(screen), on: &screen)
        check(screen, "\(text) in \(width)")
    }

    /// A border at both sides of `width` columns.
    private func framed(_ width: Int) -> Screen {
        var screen = Screen(size: Size(width + 2, 8))
        for y in 0..<8 {
            for x in [0, width + 1] { screen.write("│", x: x, y: y, width: 1) }
        }
        return screen
    }

    private func inside(_ screen: Screen) -> Rect { screen.bounds.inset(left: 1, right: 1) }

    /// Also of what the terminal gets: as many columns as the row has, the borders first and last.
    private func check(_ screen: Screen, _ comment: Comment) {
        for y in 0..<screen.size.height {
            let row = screen.row(y)
            let sent = row.filter { $0.width > 0 }.flatMap { cell in
                let columns = columns(of: cell, .unicode)
                return columns.count == cell.width ? columns : columns + [[]]
            }
            #expect(sent.count == screen.size.width, comment)
            #expect(sent.first == ["│"] && sent.last == ["│"], comment)
            #expect(row.reduce(0) { $0 + $1.width } == screen.size.width, comment)
        }
    }
}
