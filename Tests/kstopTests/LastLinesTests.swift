import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct LastLinesTests {
    @Test("the last words of a crashing container are asked for once, and shown under why")
    func shown() throws {
        var play = Play(size: Size(110, 36))
        play.select("overseerr")
        let crash = try #require(play.crash)
        #expect(play.asked == [.lastLines(crash)])
        play.receive(.lastLines(crash, ["", "\u{1B}[31mError: SQLITE_CANTOPEN\u{1B}[0m", "bye"]))
        #expect(play.asked.isEmpty)
        let rows = play.screen.rows
        let why = try #require(rows.firstIndex { $0.contains("why  Container overseerr exits") })
        #expect(rows[why + 1].hasPrefix("   last Error: SQLITE_CANTOPEN "))
        #expect(rows[why + 2].hasPrefix("        bye"))
        #expect(rows[why + 3].hasPrefix("   do   l logs   r restart"))
        play.select("radarr")
        play.select("overseerr")
        #expect(play.asked.isEmpty)
    }

    @Test("after the next crash they are asked for anew")
    func nextCrash() throws {
        var play = Play()
        play.select("overseerr")
        let crash = try #require(play.crash)
        play.receive(.lastLines(crash, ["one"]))
        play.wait(seconds: 700)
        let next = try #require(play.crash)
        #expect(next.restarts > crash.restarts)
        #expect(play.asked == [.lastLines(next)])
        play.receive(.lastLines(next, ["two"]))
        #expect(play.model.lastLines.count == 1)
    }

    @Test("what is well, and what has no log, asks for nothing", arguments: ["radarr", "jellyfin", "nextcloud"])
    func nothing(name: String) {
        var play = Play()
        play.select(name)
        #expect(play.asked.isEmpty)
    }

    @Test("where nothing may be changed, no key for it is named")
    func readOnly() {
        var play = Play(size: Size(110, 36), isReadOnly: true)
        play.select("overseerr")
        #expect(play.text.contains("do   l logs"))
        #expect(!play.text.contains("r restart"))
    }

    @Test("an object that cannot be read is named in the last line")
    func unreadable() {
        var play = Play()
        let object = UnreadableObject(name: "foo", problem: Phrase(verbatim: "spec is not an object"), uid: "1")
        play.receive(.unreadable(.services, object))
        #expect(play.text.contains("1 object could not be read: foo (spec is not an object)"))
        play.receive(.deleted(.services, "1"))
        #expect(!play.text.contains("could not be read"))
    }
}

extension Play {
    fileprivate var crash: CrashedContainer? { model.selection?.crash }

    fileprivate var asked: [Subscription] {
        subscriptions(model).filter { if case .lastLines = $0 { true } else { false } }
    }
}
