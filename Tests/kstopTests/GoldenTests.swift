import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// Whole screens, reviewed like code.
struct GoldenTests {
    static let sizes = [Size(40, 10), Size(80, 24), Size(160, 50)]

    @Test("every page", arguments: Page.allCases, sizes)
    func pages(page: Page, size: Size) throws {
        var play = Play(size: size)
        play.type("\(page.rawValue + 1)")
        if page == .apps { play.select("overseerr") }
        try checkGolden("\(page)-\(size.name)", play.screen)
    }

    @Test("every page with its wide columns", arguments: Page.allCases)
    func widePages(page: Page) throws {
        var play = Play(size: Size(200, 40))
        play.type("\(page.rawValue + 1)w")
        try checkGolden("\(page)-wide-200x40", play.screen)
    }

    @Test("every page in French", arguments: Page.allCases)
    func frenchPages(page: Page) throws {
        var play = Play(size: Size(80, 24), language: .french)
        play.type("\(page.rawValue + 1)")
        try checkGolden("\(page)-fr-80x24", play.screen)
    }

    @Test("all namespaces", arguments: sizes)
    func allNamespaces(size: Size) throws {
        var play = Play(size: size)
        play.type("0")
        play.load()
        try checkGolden("all-namespaces-\(size.name)", play.screen)
    }

    @Test("marks, and what has just changed", arguments: sizes)
    func marks(size: Size) throws {
        var play = Play(size: size)
        play.type("2")
        play.type("jj  ")
        let crashing = play.demo.objects(.pods).filter { $0.metadata.name.hasPrefix("kavita") }
        for case .pod(var pod) in crashing {
            pod.status.reason = "Evicted"
            pod.status.phase = "Failed"
            pod.status.containerStatuses = []
            play.receive(.updated(.pods, [.pod(pod)]))
        }
        try checkGolden("marks-\(size.name)", play.screen)
    }

    @Test("a page that is loading, forbidden, empty, or hides what is well", arguments: PageState.allCases, sizes)
    func states(state: PageState, size: Size) throws {
        try checkGolden("\(state)-\(size.name)", state.play(size).screen)
    }

    @Test("the same in French", arguments: PageState.allCases)
    func frenchStates(state: PageState) throws {
        var play = state.play(Size(80, 24))
        play.setLanguage(.french)
        try checkGolden("\(state)-fr-80x24", play.screen)
    }

    @Test("the prompts", arguments: [":so", ":ns k", "/torr", "/[", "/-f rt"], sizes)
    func prompts(text: String, size: Size) throws {
        var play = Play(size: size)
        play.type(text)
        play.receive(.namespaces(["default", "kube-system", "kubernetes-dashboard", "kubeseed"]))
        let names = [
            ":so": "command", ":ns k": "namespace", "/torr": "filter", "/[": "filter-wrong", "/-f rt": "fuzzy",
        ]
        try checkGolden("prompt-\(names[text] ?? "")-\(size.name)", play.screen)
    }

    @Test("the restart dialog", arguments: sizes)
    func restartDialog(size: Size) throws {
        var play = Play(size: size)
        play.select("sonarr")
        play.type("r")
        try checkGolden("restart-\(size.name)", play.screen)
    }

    @Test("the restart dialog for marks, and in French", arguments: [Language.english, .french])
    func restartMarks(language: Language) throws {
        var play = Play(size: Size(80, 24), language: language)
        play.select("plex")
        play.type("  r")
        try checkGolden("restart-marks-\(language.rawValue)-80x24", play.screen)
    }

    @Test("a log", arguments: sizes)
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
        try checkGolden("log-\(size.name)", play.screen)
    }

    @Test("the token dialog", arguments: [Language.english, .french])
    func token(language: Language) throws {
        var play = Play(size: Size(80, 24), language: language)
        play.type("t")
        let account = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user")
        play.receive(.tokenCopied(account: account, expiration: Play.start + 3600, .terminal))
        try checkGolden("token-\(language.rawValue)-80x24", play.screen)
    }

    @Test("the help", arguments: Language.allCases, sizes)
    func help(language: Language, size: Size) throws {
        var play = Play(size: size, language: language)
        play.type("?")
        try checkGolden("help-\(language.rawValue)-\(size.name)", play.screen)
    }
}

/// What a page may have to say instead of rows.
enum PageState: CaseIterable {
    case loading, forbidden, missing, empty, well, unmatched, unreachable, stale, noMetrics

    func play(_ size: Size) -> Play {
        switch self {
        case .loading: return Play(emptyWith: size)
        case .forbidden:
            var play = Play(emptyWith: size)
            let words = "services is forbidden: User \"pod-viewer\" cannot list resource \"services\" in API group \"\""
            play.load(.pods)
            play.receive(.source(.services, .forbidden(words)))
            play.type("4")
            return play
        case .missing, .empty:
            var play = Play(emptyWith: size)
            for kind in ResourceKind.allCases {
                play.receive(.listed(kind, keeping: [], unreadable: []))
                play.receive(.source(kind, .live))
            }
            play.receive(.namespaceChecked(exists: self == .empty, epoch: 0))
            return play
        case .well:
            var play = Play(size: size)
            play.type("/plex")
            play.press(.enter, .control("z"))
            return play
        case .unmatched:
            var play = Play(size: size)
            play.type("/nothing like it")
            play.press(.enter)
            return play
        case .unreachable, .stale:
            let words =
                "The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?"
            var play = self == .stale ? Play(size: size) : Play(emptyWith: size)
            let error = APIError.unreachable(Phrase(verbatim: words))
            for kind in ResourceKind.allCases {
                play.receive(.source(kind, .failing(error, since: Play.start - 42, retryAt: Play.start + 4)))
            }
            return play
        case .noMetrics:
            var play = Play(size: size)
            play.receive(.metrics(.absent(.notServed), epoch: play.model.epoch))
            return play
        }
    }
}

extension Size {
    /// For the name of a golden file.
    var name: String { "\(width)x\(height)" }
}
