import ClusterModel
import Testing

@testable import TUI
@testable import kstop

struct DialogPauseTests {
    @Test("keys that came before a question was on the screen do not answer it")
    func typedAhead() {
        var play = Play()
        play.select("radarr")
        for key in [Key.character("r"), .tab, .enter, .enter] { play.hear(.key(key)) }
        guard case .confirmation(let confirmation) = play.model.overlay else {
            Issue.record("no question")
            return
        }
        #expect(confirmation.choice == .cancel)
        #expect(play.effects.isEmpty)
    }

    @Test("neither do they choose from a menu, or close what opened", arguments: ["c", "?", "t"])
    func otherDialogs(key: Character) {
        var play = Play()
        play.select("radarr")
        play.hear(.key(.character(key)))
        let (opened, effects) = (play.model.overlay, play.effects)
        for key in [Key.enter, .escape, .character("q"), .mouse(MouseEvent(.press, x: 1, y: 1))] {
            play.hear(.key(key))
        }
        #expect(opened != nil)
        #expect(play.model.overlay == opened)
        #expect(play.effects == effects)
    }

    @Test("Ctrl-C ends kstop all the same")
    func controlC() {
        var play = Play()
        play.hear(.key(.character("?")))
        play.hear(.key(.control("c")))
        #expect(play.effects == [.quit(status: ExitStatus.interrupted)])
    }

    @Test("the buttons of a question are quiet until they can be pressed")
    func quietButtons() throws {
        var play = Play(size: Size(80, 24))
        play.hear(.key(.character("r")))
        func chosen() throws -> String {
            let y = try #require(play.screen.rows.firstIndex { $0.contains("Cancel") })
            return String(play.screen.row(y).filter { $0.style.surface == .button }.map(\.character))
        }
        #expect(try chosen() == "")
        play.hear(.dialogReady)
        #expect(try chosen() == " Cancel ")
    }

    private static let start = ContinuousClock.now
    private static let question = Overlay.confirmation(Confirmation(deed: .restart([])))

    @Test("a question takes keys when the input has been quiet for 150 ms after it was painted")
    func question() {
        var pause = DialogPause()
        let start = Self.start
        #expect(pause.delay(of: Self.question, at: start) == nil)
        pause.hearInput(at: start)
        pause.paint(Self.question, at: start + .milliseconds(20))
        #expect(pause.delay(of: Self.question, at: start + .milliseconds(20)) == .milliseconds(150))
        pause.hearInput(at: start + .milliseconds(169))
        // Painted once more, since the cluster has changed.
        pause.paint(Self.question, at: start + .milliseconds(200))
        #expect(pause.delay(of: Self.question, at: start + .milliseconds(300)) == .milliseconds(19))
        #expect(pause.delay(of: Self.question, at: start + .milliseconds(319)) == .zero)
    }

    @Test("what does not act takes keys as soon as it has been painted")
    func help() {
        var pause = DialogPause()
        let help = Overlay.help(HelpPage())
        #expect(pause.delay(of: help, at: Self.start) == nil)
        pause.paint(help, at: Self.start)
        #expect(pause.delay(of: help, at: Self.start) == .zero)
    }

    @Test("another dialog in the place of one waits anew")
    func another() {
        var pause = DialogPause()
        pause.paint(.help(HelpPage()), at: Self.start)
        #expect(pause.delay(of: Self.question, at: Self.start) == nil)
        pause.paint(nil, at: Self.start)
        pause.paint(Self.question, at: Self.start + .seconds(1))
        #expect(pause.delay(of: Self.question, at: Self.start + .seconds(1)) == .milliseconds(150))
    }
}
