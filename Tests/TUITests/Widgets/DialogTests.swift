import Testing

@testable import TUI

struct DialogTests {
    private let dialog = Dialog(
        title: "Restart sonarr?", body: ["It is pulled again.", "For some seconds two pods share /config."],
        buttons: ["Cancel", "Restart"], selectedButton: 0)

    @Test("a box over a dimmed page, the selected button marked")
    func whole() {
        #expect(
            drawn(40, 9).goldenText() == """
                " Restart sonarr?                        "
                "                                        "
                " It is pulled again.                    "
                " For some seconds two pods share        "
                " /config.                               "
                "                                        "
                "          Cancel       Restart          "
                "                                        "
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

                " TTTTTTT TTTTTTT                        " dialog 0-39
                "                                        " dialog 0-39
                " tt tt tttttt tttttt                    " dialog 0-39
                " ttt tttt ttttttt ttt tttt ttttt        " dialog 0-39
                " tttttttt                               " dialog 0-39
                "                                        " dialog 0-39
                "          TTTTTT       ttttttt          " dialog 0-8 dialog 17-39 button 9-16
                "                                        " dialog 0-39
                "tttttttttttttttttttttttttttttttttttttttt" dimmed 0-39

                """)
    }

    @Test("it is in the middle, as wide as its text")
    func middle() {
        let rows = drawn(60, 12).rows
        #expect(rows[2] == "xxxxxxxxx Restart sonarr?                          xxxxxxxxx")
        #expect(rows[8] == "xxxxxxxxx" + String(repeating: " ", count: 42) + "xxxxxxxxx")
        #expect(rows[0] == String(repeating: "x", count: 60))
        #expect(rows[10] == rows[0])
    }

    @Test("on a small area the blank lines go, then the body, and the buttons stay")
    func small() {
        #expect(
            drawn(30, 5).rows.map(\.trimmed) == [
                " Restart sonarr?", " It is pulled again.", " For some seconds two pods", " share /config.",
                "     Cancel       Restart",
            ])
        #expect(
            drawn(30, 4).rows.map(\.trimmed) == [
                " Restart sonarr?", " It is pulled again.", " …", "     Cancel       Restart",
            ])
        #expect(drawn(30, 1).rows.map(\.trimmed) == ["     Cancel       Restart"])
        #expect(drawn(20, 1).rows.map(\.trimmed) == ["  Cancel   Restart"])
        #expect(drawn(12, 1).rows.map(\.trimmed) == ["   Cancel"])
        #expect(drawn(4, 1).rows == [" Ca…"])
    }

    @Test("a message needs no buttons")
    func noButtons() {
        var dialog = dialog
        dialog.buttons = []
        var screen = Screen(size: Size(44, 4))
        dialog.draw(in: screen.bounds, on: &screen)
        #expect(screen.rows.map { $0.contains("/config.") } == [false, false, false, true])
    }

    private func drawn(_ width: Int, _ height: Int) -> Screen {
        var screen = Screen(size: Size(width, height))
        for y in 0..<height {
            screen.write(StyledText(String(repeating: "x", count: width)), x: 0, y: y, width: width)
        }
        dialog.draw(in: screen.bounds, on: &screen)
        return screen
    }
}
