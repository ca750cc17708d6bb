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
        #expect(times.map { clicks.kind(x: 3, y: 5, at: .milliseconds($0)) } == expected)
    }

    @Test("presses in two cells are two presses")
    func otherCell() {
        var clicks = Clicks()
        #expect(clicks.kind(x: 3, y: 5, at: .zero) == .press)
        #expect(clicks.kind(x: 3, y: 6, at: .milliseconds(10)) == .press)
        #expect(clicks.kind(x: 3, y: 5, at: .milliseconds(20)) == .press)
    }
}
