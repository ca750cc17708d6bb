import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// Whole screens, reviewed like code.
struct GoldenTests {
    @Test("the applications", arguments: [Size(80, 24), Size(40, 10), Size(160, 50)])
    func apps(size: Size) throws {
        var play = Play(size: size)
        play.select("overseerr")
        try checkGolden("apps-\(size.width)x\(size.height)", play.screen)
    }

    @Test("the other pages at 80×24", arguments: [Page.pods, .deployments, .services, .ingresses])
    func pages(page: Page) throws {
        var play = Play(size: Size(80, 24))
        play.type("\(page.rawValue + 1)")
        try checkGolden("\(page)-80x24", play.screen)
    }

    @Test("wide pods at 160×50")
    func widePods() throws {
        var play = Play(size: Size(160, 50))
        play.type("2w")
        try checkGolden("pods-wide-160x50", play.screen)
    }

    @Test("the restart dialog", arguments: [Size(80, 24), Size(40, 10)])
    func restartDialog(size: Size) throws {
        var play = Play(size: size)
        play.select("sonarr")
        play.type("r")
        try checkGolden("restart-\(size.width)x\(size.height)", play.screen)
    }

    @Test("a log", arguments: [Size(80, 24), Size(40, 10)])
    func log(size: Size) throws {
        var play = Play(size: size)
        play.select("wordpress")
        play.type("l")
        let lines = [
            "GET /wp-login.php 200 12ms", "PHP Warning:  Undefined array key \"page\" in /var/www/html/index.php",
            "Error establishing a database connection", "\u{1B}[32mcolored by the program\u{1B}[0m",
        ]
        let stamped = lines.map { LogLine(timestamp: "2026-11-23T14:02:06.123456789Z", text: $0) }
        play.receive(.log(id: 1, .lines(stamped)))
        play.type("t")
        try checkGolden("log-\(size.width)x\(size.height)", play.screen)
    }

    @Test("the token dialog")
    func token() throws {
        var play = Play(size: Size(80, 24))
        play.type("t")
        let account = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user")
        play.receive(.tokenCopied(account: account, expiration: Play.start + 3600, .terminal))
        try checkGolden("token-80x24", play.screen)
    }

    @Test("the help", arguments: [Size(80, 24), Size(160, 50)])
    func help(size: Size) throws {
        var play = Play(size: size)
        play.type("?")
        try checkGolden("help-\(size.width)x\(size.height)", play.screen)
    }

    @Test("an API server that cannot be reached")
    func unreachable() throws {
        var play = Play(emptyWith: Size(80, 24))
        let words = "The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?"
        for kind in ResourceKind.allCases {
            let failing = SourceState.failing(.unreachable(words), since: Play.start - 42, retryAt: Play.start + 4)
            play.receive(.cluster(.source(kind, failing)))
        }
        try checkGolden("unreachable-80x24", play.screen)
    }
}
