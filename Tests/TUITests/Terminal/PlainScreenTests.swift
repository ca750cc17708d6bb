import Testing

@testable import TUI

struct PlainScreenTests {
    @Test("rows without the blanks at their ends, one empty line for many, none at the end")
    func lines() {
        let text = plain(10, 8) { screen in
            screen.write("title", x: 2, y: 1, width: 8)
            screen.write("keys", x: 0, y: 5, width: 8)
        }
        #expect(text == "  title\n\nkeys\n")
    }

    @Test("the selected row begins with an arrow")
    func selection() {
        let table = Table(columns: [Column("APP")], rows: [["plex"], ["sonarr"]], selected: 1, firstRow: 0)
        #expect(plain(12, 4) { table.draw(in: $0.bounds, on: &$0) } == " APP\n plex\n>sonarr\n")
    }

    @Test("the selected button is in brackets")
    func button() {
        let dialog = Dialog(title: "Restart?", body: [], buttons: ["Cancel", "Restart"], selectedButton: 1)
        let text = plain(30, 2) { dialog.draw(in: $0.bounds, on: &$0) }
        #expect(text == " Restart?\n     Cancel      [Restart]\n")
    }

    @Test("the cursor of a prompt is an underscore behind the text, and the badge has no brackets")
    func cursor() {
        let prompt = Prompt(label: "filter", editor: LineEditor("son"), remark: "2")
        #expect(plain(20, 1) { prompt.draw(in: $0.bounds, on: &$0) } == "filter son_  2\n")
        #expect(plain(20, 1) { $0.write(StyledText(" kstop ").on(.button), x: 0, y: 0, width: 9) } == " kstop\n")
    }

    @Test("in ASCII nothing moves")
    func ascii() {
        let text = plain(12, 1, .ascii) { $0.write("● 日本 é ✗", x: 0, y: 0, width: 12) }
        #expect(text == "* ? ?  e x\n")
    }

    private func plain(
        _ width: Int, _ height: Int, _ repertoire: Repertoire = .unicode, _ draw: (inout Screen) -> Void
    ) -> String {
        var screen = Screen(size: Size(width, height))
        draw(&screen)
        return plainText(of: screen, repertoire)
    }
}
