import Testing

@testable import TUI
@testable import kstop

struct UnknownCommandTests {
    @Test(
        "the nearest is named, whatever its case",
        arguments: [
            ("sort statsu", "did you mean STATUS?"), ("podz", "did you mean pods?"),
            ("Theme Lihgt", "did you mean light?"),
        ])
    func nearest(command: String, answer: String) {
        var play = Play()
        play.type(":" + command)
        play.press(.enter)
        #expect(play.text.contains(answer))
    }
}
