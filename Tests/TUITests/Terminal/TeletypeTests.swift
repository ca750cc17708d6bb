import Testing

@testable import TUI

struct TeletypeTests {
    private let line = String(repeating: "-", count: 40) + "\n"

    @Test("the first screen is printed at once, the next behind a line")
    func first() {
        var teletype = Teletype(repertoire: .unicode)
        teletype.show(screen("up"))
        #expect(teletype.output(at: .seconds(5)) == "up\n")
        teletype.ask()
        teletype.show(screen("down"))
        #expect(teletype.output(at: .seconds(5)) == line + "down\n")
    }

    @Test("what a key asks for is printed even if nothing has changed")
    func asked() {
        var teletype = started("up")
        teletype.ask()
        teletype.show(screen("up"))
        #expect(teletype.output(at: .zero) == line + "up\n")
        #expect(teletype.output(at: .seconds(60)) == nil)
    }

    @Test("ages and numbers alone are no news", arguments: ["plex  59s 9/10", "plex  3m12s 10/10", "plex 4d   1/1"])
    func counts(text: String) {
        var teletype = started("plex  1s 0/1")
        teletype.show(screen(text))
        #expect(teletype.delay(at: .seconds(60)) == nil)
        #expect(teletype.output(at: .seconds(60)) == nil)
    }

    @Test("news wait for a second after what a key asked for, for ten after other news; only the newest are printed")
    func paced() {
        var teletype = started("loading")
        teletype.show(screen("starting"))
        #expect(teletype.delay(at: .milliseconds(300)) == .milliseconds(700))
        teletype.show(screen("up"))
        #expect(teletype.output(at: .milliseconds(999)) == nil)
        #expect(teletype.output(at: .seconds(1)) == line + "up\n")
        #expect(teletype.delay(at: .seconds(2)) == nil)
        teletype.show(screen("down"))
        #expect(teletype.delay(at: .seconds(4)) == .seconds(7))
        #expect(teletype.output(at: .seconds(10)) == nil)
        #expect(teletype.output(at: .seconds(11)) == line + "down\n")
    }

    @Test("news that are none any more are not printed")
    func takenBack() {
        var teletype = started("up")
        teletype.show(screen("down"))
        teletype.show(screen("up"))
        #expect(teletype.output(at: .seconds(60)) == nil)
    }

    /// At the time 0.
    private func started(_ text: String) -> Teletype {
        var teletype = Teletype(repertoire: .unicode)
        teletype.show(screen(text))
        _ = teletype.output(at: .zero)
        return teletype
    }

    private func screen(_ text: String) -> Screen {
        var screen = Screen(size: Size(20, 2))
        screen.write(StyledText(text), x: 0, y: 0, width: 20)
        return screen
    }
}
