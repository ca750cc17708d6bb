import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct ShowTokenTests {
    private static let account = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user")
    private static let secret = String(repeating: "eyJhbGciOi", count: 90)

    @Test("T shows a token only after a confirmation, whose default is Cancel")
    func confirmation() {
        var play = Play()
        play.type("T")
        play.press(.enter)
        #expect(play.effects.isEmpty)
        play.type("T")
        play.press(.right, .enter)
        #expect(play.effects == [.showToken(Self.account)])
    }

    @Test("the loop paints the token into its dialog; the model never has it")
    func painted() {
        let play = showing()
        #expect(!"\(play.model)".contains("eyJ"))
        let screen = painted(play)
        let shown = screen.rows.flatMap { $0.split(separator: " ") }.joined()
        #expect(shown.contains(Self.secret))
    }

    @Test("a terminal that is too small says so instead of showing half a token")
    func tooSmall() {
        let screen = painted(showing(Size(80, 16)))
        #expect(!screen.rows.joined().contains("eyJ"))
        #expect(screen.rows.joined().contains("too small"))
    }

    @Test("any key puts the token out of sight")
    func anyKey() {
        var play = showing()
        play.type("z")
        #expect(play.model.overlay == nil)
    }

    @Test("a token that comes after its dialog was closed is not shown")
    func late() {
        var play = Play()
        play.type("T")
        play.press(.right, .enter, .escape)
        play.receive(.tokenShown(account: Self.account, expiration: Play.start + 3600))
        #expect(play.model.overlay == nil)
    }

    @Test("the header counts down until the token expires")
    func countdown() {
        var play = Play()
        play.receive(.tokenCopied(account: Self.account, expiration: Play.start + 900, .terminal))
        #expect(play.text.contains("token 15m"))
        play.wait(seconds: 840)
        #expect(play.text.contains("token 60s"))
        play.wait(seconds: 61)
        #expect(play.screen.rows.first?.contains("token") == false)
    }

    @Test("u copies the dashboard's URL")
    func dashboard() {
        var play = Play()
        play.type("u")
        play.receive(.dashboardFound(url: "https://board.example.org"))
        #expect(play.effects.first == .findDashboard)
        #expect(
            play.effects.last
                == .copyText("https://board.example.org", as: Phrase(verbatim: "https://board.example.org")))
    }

    private func showing(_ size: Size = Size(110, 40)) -> Play {
        // Nothing behind the dialog, between whose lines it would be.
        var play = Play(emptyWith: size)
        play.type("T")
        play.press(.right, .enter)
        play.receive(.tokenShown(account: Self.account, expiration: Play.start + 3600))
        return play
    }

    private func painted(_ play: Play) -> Screen {
        var screen = play.screen
        if case .token(let dialog) = play.model.overlay {
            dialog.draw(showing: Self.secret, play.model, on: &screen)
        }
        return screen
    }
}
