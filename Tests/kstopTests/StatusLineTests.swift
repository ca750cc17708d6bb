import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// What the line above the key bar says when there are several things to say.
struct StatusLineTests {
    private static let copied = Message.textCopied(Phrase(verbatim: "something"), .terminal)

    @Test("a filter, a mark or a search stands before what was said earlier", arguments: ["\u{1A}", " ", "/son\n"])
    func keyOverToast(typed: String) {
        var play = Play()
        play.receive(Self.copied)
        #expect(play.line.contains("copied"))
        play.wait(seconds: 1)
        for character in typed {
            switch character {
            case "\u{1A}": play.press(.control("z"))
            case "\n": play.press(.enter)
            default: play.type(String(character))
            }
        }
        #expect(!play.line.contains("copied"))
        #expect(play.line.contains("Esc clears it"))
    }

    @Test("in a log, what is searched stands before what was said earlier")
    func searchOverToast() {
        var play = Play()
        play.select("sonarr")
        play.type("l")
        play.receive(.log(id: 1, .lines([LogLine(timestamp: "", text: "an error")])))
        play.receive(.textSaved(path: "/root/x.log"))
        play.type("/error")
        play.press(.enter)
        #expect(play.line.contains("/error"))
        play.receive(.textSaved(path: "/root/y.log"))
        #expect(play.line.contains("saved: /root/y.log"))
    }

    @Test("a key that says something is not silenced by what it changes")
    func keyThatSays() {
        var play = Play()
        play.type(" ")
        #expect(play.line.contains("1 marked"))
        play.type("m")
        #expect(play.line.contains("mouse on"))
        play.type(" ")
        #expect(play.line.contains("2 marked"))
    }

    @Test("what a key changes stands before an older rollout for a while")
    func keyOverRollout() throws {
        var play = Play()
        try play.failRestart(of: "sonarr")
        #expect(play.line.contains("✗"))
        play.type(" ")
        #expect(play.line.contains("1 marked"))
        play.wait(seconds: 5)
        #expect(play.line.contains("✗"))
    }

    @Test("what arrives while something is typed can be read afterwards")
    func behindAPrompt() throws {
        var play = Play()
        play.type("/so")
        play.receive(.savingFailed(Phrase(verbatim: "disk full")))
        play.type("n")
        for _ in 0..<20 { play.wait(seconds: 1) }
        #expect(nextChange(play.model).map { $0 > play.model.now } ?? true)
        play.press(.enter)
        #expect(play.line.contains("disk full"))
        play.wait(seconds: 5)
        #expect(play.line.contains("filter son"))
    }

    @Test("what was said before something is typed is not said again afterwards")
    func beforeAPrompt() {
        var play = Play()
        play.receive(Self.copied)
        play.type(":")
        play.press(.escape)
        #expect(!play.line.contains("copied"))
    }

    @Test("the end of a rollout behind a prompt can be read afterwards")
    func rolloutBehindAPrompt() throws {
        var play = Play()
        try play.restart("sonarr")
        play.type(":")
        for _ in 0..<60 { play.wait(seconds: 1) }
        #expect(play.model.rollouts.first?.outcome == .succeeded)
        play.press(.escape)
        #expect(play.line.contains("successfully rolled out"))
        for _ in 0..<9 { play.wait(seconds: 1) }
        #expect(!play.line.contains("successfully rolled out"))
    }

    @Test("what happens by itself waits for what a key has said, and none of it is lost")
    func reports() {
        var play = Play()
        play.type("4")
        for name in ["sonarr", "radarr"] {
            play.select(name)
            play.type("f")
        }
        play.receive(.forward(id: 1, .listening(port: 1)))
        play.receive(.forward(id: 2, .listening(port: 2)))
        play.receive(Self.copied)
        play.receive(.forward(id: 1, .ended(Phrase(verbatim: "lost"))))
        play.receive(.forward(id: 2, .ended(Phrase(verbatim: "lost"))))
        #expect(play.line.contains("copied"))
        play.wait(seconds: 5)
        #expect(play.line.contains("sonarr:8989 is no longer forwarded"))
        play.wait(seconds: 5)
        #expect(play.line.contains("radarr:7878 is no longer forwarded"))
        play.wait(seconds: 5)
        #expect(!play.line.contains("forwarded:"))
    }

    @Test("the answer to a key is said at once")
    func answers() {
        var play = Play()
        play.type("4")
        play.select("sonarr")
        play.type("f")
        #expect(play.line.contains("forwarding sonarr:8989"))
        play.receive(.forward(id: 1, .ended(Phrase(verbatim: "address already in use"))))
        #expect(play.line.contains("address already in use"))
    }

    @Test("of two rollouts the one that has just ended is told, not the one that began later")
    func endOfTheEarlier() throws {
        var play = Play()
        try play.restart("sonarr")
        play.wait(seconds: 0.1)
        play.receive(.restarted(try play.endless("radarr")))
        #expect(play.line.contains("radarr restarted"))
        for _ in 0..<200 where play.model.rollouts.allSatisfy({ $0.outcome == nil }) { play.wait(seconds: 0.1) }
        #expect(play.line.contains(#"deployment "sonarr" successfully rolled out"#))
        play.wait(seconds: 8)
        #expect(play.line.contains("radarr restarted"))
    }

    @Test("that one was not restarted is not hidden by another that was")
    func refusalAmongSeveral() throws {
        var play = Play()
        play.receive(.restartFailed(name: "radarr", .refused(code: 403, reason: "Forbidden", message: "no")))
        try play.restart("sonarr")
        #expect(play.line.contains("radarr: no"))
        play.wait(seconds: 5)
        #expect(play.line.contains("sonarr"))
    }

    @Test("what stands for long gives way to what is newer once it has had its time")
    func longToast() throws {
        var play = Play()
        try play.restart("sonarr")
        let missing = ForegroundEnd(exitCode: 127, words: "command terminated with exit code 127")
        let pod = try #require(play.model.cluster.pods.values.first)
        play.receive(.programEnded(.shell("main", in: pod), missing))
        play.wait(seconds: 4)
        #expect(play.line.contains("sh: kubectl debug"))
        for _ in 0..<200 where play.model.rollouts.first?.outcome == nil { play.wait(seconds: 0.1) }
        play.wait(seconds: 1)
        #expect(play.line.contains("successfully rolled out"))
    }

    @Test("a message that the clock's leap moves stands as long as ever")
    func clock() {
        var play = Play()
        play.receive(Self.copied)
        play.type(" ")
        play.receive(.clockSet(by: 3600))
        #expect(play.line.contains("1 marked"))
        #expect(play.model.standingUntil == play.model.now + 5)
    }
}

extension Play {
    fileprivate var line: String { screen.rows[screen.size.height - 2] }

    fileprivate mutating func restart(_ name: String) throws {
        let deployment = try #require(model.cluster.deployments.values.first { $0.name == name })
        let asked = RestartedWorkload(.deployment(deployment))
        try demo.restart(asked.object, stamp: "2026-11-23T14:00:00Z")
        receive(.restarted(asked))
    }

    /// A restart that is never seen.
    fileprivate func endless(_ name: String) throws -> RestartedWorkload {
        let deployment = try #require(model.cluster.deployments.values.first { $0.name == name })
        var asked = RestartedWorkload(.deployment(deployment))
        asked.generation = 99
        return asked
    }

    /// It is gone while it is followed.
    fileprivate mutating func failRestart(of name: String) throws {
        let asked = try endless(name)
        receive(.restarted(asked))
        receive(.deleted(.deployments, asked.object.uid))
    }
}
