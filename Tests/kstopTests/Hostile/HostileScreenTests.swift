import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// Whatever the cluster says, a terminal is only ever shown it.
struct HostileScreenTests {
    private static let sizes = [Size(80, 24), Size(44, 11)]

    @Test("every page, every opened row, every dialog", arguments: HostileText.all, HostileCluster.Reach.allCases)
    func pages(_ hostile: HostileText, _ reach: HostileCluster.Reach) throws {
        for (index, size) in Self.sizes.enumerated() where index == 0 || reach == .words {
            var play = Play(try HostileCluster(hostile, reach), size: size)
            #expect(!play.model.content.rows.isEmpty)
            if index > 0 { play.press(.character("w")) }
            for page in "123456" {
                play.press(.character(page))
                checkHarmless(play.screen, "page \(page)")
                // Also what is further down.
                for key in [Key.enter, .end] {
                    play.press(key)
                    checkHarmless(play.screen, "page \(page), \(key)")
                }
                play.press(.escape)
                for dialog in "crXxsfFT?" where index == 0 && page == "1" {
                    play.press(.character(dialog))
                    checkHarmless(play.screen, "page \(page), dialog \(dialog)")
                    play.press(.escape)
                }
            }
        }
    }

    @Test("descriptions, YAML and events", arguments: HostileText.all + HostileText.malformed)
    func pager(_ hostile: HostileText) throws {
        var play = Play()
        play.select("radarr")
        // kubectl writes some of what it describes as it is.
        let description = BoundedText("Name:  radarr\nNote:  \(hostile.text)\n\(hostile.text):  x\n")
        let manifest = try? HostileCluster.manifest(hostile)
        let answers: [(Key, PagerAnswer)] = [
            (.character("d"), .description(description)),
            (
                .character("y"),
                manifest.map(PagerAnswer.manifest)
                    ?? .failed(.refused(code: 500, reason: hostile.text, message: hostile.text))
            ),
        ]
        for (key, answer) in answers {
            play.press(key)
            play.receive(.pager(try #require(play.model.pager).ticket, answer))
            for key in [
                Key.home, .character("/"), .paste(hostile.text), .enter, .character("n"), .character("w"), .end,
            ] {
                play.press(key)
                checkHarmless(play.screen, "pager, \(key)")
            }
            play.press(.escape, .escape)
        }
    }

    @Test("logs in every way to look at them", arguments: HostileText.all + HostileText.malformed)
    func logs(_ hostile: HostileText) {
        let json = #"{"level":"\#(hostile.text)","msg":"m","x":1}"#
        var page = LogSupport.page(["", hostile.text, "x\(hostile.text)y \(hostile.text)", json])
        page.hear(.lines([LogLine(timestamp: "2026-11-23T14:00:00Z", text: hostile.text)]), from: 1)
        page.examine()
        for step in 0..<6 {
            switch step {
            case 1: page.wraps = true
            case 2: page.showsTimestamps = true
            case 3: page.toggle(.readable(utcOffset: 3600))
            case 4: page.toggle(.raw)
            case 5: page.look(for: String(hostile.text.prefix(3)))
            default: break
            }
            page.examine()
            for size in Self.sizes {
                var screen = Screen(size: size)
                page.draw(Play(emptyWith: size).model, in: screen.bounds, on: &screen)
                checkHarmless(screen, "log, step \(step)")
            }
        }
    }

    @Test("what is said of errors, names and places", arguments: HostileText.all + HostileText.malformed)
    func words(_ hostile: HostileText) {
        let text = hostile.text
        let error = APIError.refused(code: 403, reason: text, message: text)
        let account = TokenRequest(namespace: text, account: text)
        let messages: [Message] = [
            .refused(Phrase(verbatim: text), error), .restartFailed(name: text, error),
            .textSaved(path: text), .savingFailed(Phrase(verbatim: text)),
            .dashboardFound(url: "https://\(text)"), .textCopied(Phrase(verbatim: text), .terminal),
            .tokenFailed(account: account, error), .tokenCopied(account: account, expiration: Play.start, .tmux),
            .tokenShown(account: account, expiration: Play.start),
            .connectingFailed(context: text, StartError(text: Phrase(verbatim: text))),
            .programEnded(
                .shell(text, in: Pod(metadata: Metadata(name: text))), ForegroundEnd(exitCode: 1, words: text)),
            .connected(Session(context: text, namespace: text)), .namespaceChecked(exists: false, epoch: 1),
            .kubectlSaid([text, text]), .loginNeeded,
        ]
        for (index, message) in messages.enumerated() {
            var play = Play(emptyWith: Size(110, 36))
            play.receive(message)
            checkHarmless(play.screen, "message \(index)")
        }
        var play = Play(emptyWith: Size(110, 36))
        play.receive(.source(.pods, .failing(error, since: Play.start, retryAt: Play.start + 9)))
        play.receive(.source(.services, .forbidden(text)))
        for page in "124" {
            play.press(.character(page))
            checkHarmless(play.screen, "a failing source, page \(page)")
        }
    }

    @Test("what is typed", arguments: HostileText.all)
    func typed(_ hostile: HostileText) {
        for prompt in "/:" {
            var play = Play(emptyWith: Size(110, 36))
            play.press(.character(prompt), .paste(hostile.text))
            checkHarmless(play.screen, "prompt \(prompt)")
            play.press(.enter)
            checkHarmless(play.screen, "after prompt \(prompt)")
        }
    }

    @Test("what is no text costs its list, and says so without it", arguments: HostileText.malformed)
    func malformed(_ hostile: HostileText) throws {
        let cluster = try HostileCluster(hostile, .words)
        for problem in cluster.problems { #expect(problem == "not JSON" || problem.hasSuffix("is not valid")) }
        checkHarmless(Play(cluster, size: Size(110, 36)).screen, "what could be read")
    }
}
