import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct MouseTests {
    private static func click(_ text: String, in play: inout Play, _ kind: MouseEvent.Kind = .press) throws {
        let rows = play.screen.rows
        let y = try #require(rows.firstIndex { $0.contains(text) })
        let place = try #require(rows[y].firstRange(of: text)).lowerBound
        play.press(.mouse(MouseEvent(kind, x: rows[y].distance(from: rows[y].startIndex, to: place), y: y)))
    }

    @Test("a click selects, a double click opens")
    func rows() throws {
        var play = Play()
        try Self.click("jackett ", in: &play)
        #expect(play.selectedName == "jackett")
        try Self.click("komga ", in: &play, .doubleClick)
        #expect(play.model.opened.last?.title == "komga")
    }

    @Test("a click on a tab goes to its page, also from an opened one")
    func tabs() throws {
        var play = Play()
        try Self.click("Services", in: &play)
        #expect(play.model.page == .services)
        play.press(.enter)
        try Self.click("Apps", in: &play)
        #expect(play.model.page == .apps)
        #expect(play.model.opened.isEmpty)
    }

    @Test("a click on a title sorts by its column, another one reverses")
    func titles() throws {
        var play = Play()
        try Self.click("RESTARTS", in: &play)
        #expect(play.model.table.order == SortOrder(key: .column("RESTARTS")))
        try Self.click("RESTARTS", in: &play)
        #expect(play.model.table.order.isReversed)
    }

    @Test("the wheel moves what is in front")
    func wheel() {
        var play = Play()
        let down = Key.mouse(MouseEvent(.wheelDown, x: 5, y: 8))
        play.press(down)
        #expect(play.model.content.rows.firstIndex { $0.id == play.model.table.cursor.selected } == 3)
        play.press(.mouse(MouseEvent(.wheelUp, x: 5, y: 8)))
        #expect(play.model.content.rows.firstIndex { $0.id == play.model.table.cursor.selected } == 0)
        play.resize(80, 16)
        play.type("?")
        let before = play.text
        play.press(down)
        #expect(play.text != before)
    }

    @Test("clicks beside everything, in dialogs and prompts do nothing")
    func nowhere() {
        var play = Play()
        for text in ["", "r", "/"] {
            play.type(text)
            let before = play.model
            for (x, y) in [(0, 0), (5000, 3), (4, 5000), (-1, -1), (109, 35)] {
                play.press(.mouse(MouseEvent(.press, x: x, y: y)))
            }
            #expect(play.model == before)
            play.press(.escape)
        }
    }

    @Test("m switches it on and off")
    func toggle() {
        var play = Play()
        play.type("m")
        #expect(play.effects == [.setMouse(true)])
        #expect(play.text.contains("mouse on"))
        play.type("m")
        #expect(play.effects.last == .setMouse(false))
    }
}
