import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct TokenTests {
    private static let account = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user")

    @Test("t asks for a token of the configured account and says so")
    func asks() {
        var play = Play()
        play.type("t")
        #expect(play.effects == [.copyToken(Self.account)])
        #expect(play.text.contains("admin-user  in kubernetes-dashboard"))
    }

    @Test("the dialog says until when it is valid, by the user's clock")
    func validity() {
        var play = Play()
        play.type("t")
        play.receive(.tokenCopied(account: Self.account, expiration: Play.start + 3600, .tmux))
        #expect(play.text.contains("until 15:00"))
        #expect(play.text.contains("60m left"))
        #expect(play.text.contains("tmux's buffer"))
        play.wait(seconds: 60)
        #expect(play.text.contains("59m left"))
    }

    @Test("a missing account says what is missing")
    func missing() {
        var play = Play()
        play.type("t")
        let words = "service account admin-user is missing in namespace kubernetes-dashboard"
        play.receive(.tokenFailed(account: Self.account, .refused(code: 404, reason: "NotFound", message: words)))
        #expect(play.text.contains("service account admin-user is missing"))
    }

    @Test("a result that comes after its dialog was closed is told in a line")
    func late() {
        var play = Play()
        play.type("t")
        play.press(.escape)
        play.receive(.tokenCopied(account: Self.account, expiration: Play.start + 3600, .terminal))
        #expect(play.model.overlay == nil)
        #expect(play.text.contains("dashboard token copied"))
    }

    @Test(
        "clock times are right on both sides of midnight",
        arguments: [(0, "14:00"), (7200, "16:00"), (-54_000, "23:00")])
    func clock(offset: Int, expected: String) {
        #expect(clockTime(Play.start, utcOffset: offset) == expected)
    }
}
