import Testing

@testable import TUI

struct ClicksTests {
    @Test(
        "two presses in a cell within 400 ms are a double click, and the third begins anew",
        arguments: [
            ([0, 400, 500], [MouseEvent.Kind.press, .doubleClick, .press]),
            ([0, 401, 700], [.press, .press, .doubleClick]),
            ([0, 100, 200, 300], [.press, .doubleClick, .press, .doubleClick]),
        ])
    func sameCell(times: [Int], expected: [MouseEvent.Kind]) {
        var clicks = Clicks()
        #expect(times.map { clicks.event(button: 0, x: 3, y: 5, at: .milliseconds($0))?.kind } == expected)
    }

    @Test("presses in two cells are two presses")
    func otherCell() {
        var clicks = Clicks()
        #expect(clicks.event(button: 0, x: 3, y: 5, at: .zero)?.kind == .press)
        #expect(clicks.event(button: 0, x: 3, y: 6, at: .milliseconds(10))?.kind == .press)
        #expect(clicks.event(button: 0, x: 3, y: 5, at: .milliseconds(20))?.kind == .press)
    }

    @Test(
        "buttons are told by xterm's numbers; Shift, Alt and Ctrl change nothing",
        arguments: [
            (0, .press), (4, .press), (24, .press), (64, .wheelUp), (65, .wheelDown), (81, .wheelDown), (1, nil),
            (2, nil),
            (3, nil), (32, nil), (35, nil), (66, nil), (128, nil), (-32, nil),
        ] as [(Int, MouseEvent.Kind?)])
    func buttons(button: Int, expected: MouseEvent.Kind?) {
        var clicks = Clicks()
        #expect(clicks.event(button: button, x: 1, y: 2, at: .zero) == expected.map { MouseEvent($0, x: 1, y: 2) })
    }

    @Test("a wheel between two presses makes no difference to them")
    func wheel() {
        var clicks = Clicks()
        let events = [0, 65, 0].map { clicks.event(button: $0, x: 0, y: 0, at: .zero)?.kind }
        #expect(events == [.press, .wheelDown, .doubleClick])
    }
}
