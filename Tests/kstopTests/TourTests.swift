import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct TourTests {
    @Test("the tour does the main job in a minute, and leaves the demo to the user")
    func whole() throws {
        var play = Play()
        play.begin(Tour())
        let scenes = play.tour()
        #expect((40...60).contains(play.model.now.timeIntervalSince(Play.start)))
        #expect(scenes.last { $0.contains("why one is not") }?.contains("liveness probe failed") == true)
        #expect(scenes.contains { $0.contains(" l   shows its log") && $0.contains("kavita") })
        #expect(scenes.contains { $0.contains("Restart kavita?") && $0.contains(" r   restarts it") })
        #expect(scenes.contains { $0.contains("shows all about it") && $0.contains("Services") })
        #expect(scenes.contains { $0.contains("lists all keys") && $0.contains("this help") })
        let restarted = play.effects.compactMap { effect -> String? in
            if case .restart(let workload) = effect { workload.object.name } else { nil }
        }
        #expect(restarted == ["kavita"])
        #expect(play.text.contains("the demo is yours"))
        #expect(play.model.overlay == nil && play.model.keyContext == .tables && !play.model.showsOnlyTrouble)
    }

    @Test("nothing begins before everything has been read")
    func loading() {
        var play = Play(emptyWith: Size(110, 36))
        play.begin(Tour())
        #expect(nextChange(play.model) == nil)
        play.receive(.tourMoment)
        #expect(play.model.tour?.caption == nil)
        play.load()
        #expect(nextChange(play.model) == play.model.now)
    }

    @Test("any key ends it and does nothing else", arguments: [Key.character("r"), .enter, .escape, .paste("rr")])
    func anyKey(_ key: Key) {
        var play = Play()
        play.begin(Tour())
        play.receive(.tourMoment)
        play.press(key)
        #expect(
            play.model.tour == nil && play.model.overlay == nil && play.model.opened.isEmpty && play.effects.isEmpty)
        #expect(play.text.contains("the demo is yours"))
    }

    @Test("Ctrl-C quits, as everywhere")
    func quit() {
        var play = Play()
        play.begin(Tour())
        play.press(.control("c"))
        #expect(play.effects == [.quit(status: ExitStatus.interrupted)])
    }

    @Test("where nothing may be changed, nothing is")
    func readOnly() {
        var play = Play(isReadOnly: true)
        play.begin(Tour())
        let scenes = play.tour()
        #expect(!scenes.contains { $0.contains("restarts it") || $0.contains("other button") })
        #expect(scenes.contains { $0.contains("lists all keys") })
        #expect(!play.effects.contains { if case .restart = $0 { true } else { false } })
    }

    @Test("what is not there is neither looked for nor spoken of")
    func elsewhere() {
        var play = Play()
        play.type("/radarr")
        play.press(.enter)
        play.begin(Tour())
        let scenes = play.tour()
        #expect(!scenes.contains { $0.contains("why one is not") })
        #expect(scenes.contains { $0.contains("lists all keys") })
    }

    @Test("a clock that is set does not hold it up")
    func clock() throws {
        var play = Play()
        play.begin(Tour())
        play.receive(.tourMoment)
        let left = try #require(play.model.tour?.next).timeIntervalSince(play.model.now)
        play.receive(.clockSet(by: -3600))
        #expect(play.model.tour?.next?.timeIntervalSince(play.model.now) == left)
    }

    @Test("the last line names the key, in a narrow terminal alone")
    func lastLine() {
        for (width, isExplained) in [(110, true), (50, false)] {
            var play = Play(size: Size(width, 36))
            play.begin(Tour())
            while play.model.tour?.caption?.key == nil { play.goOn() }
            let line = play.screen.rows.last ?? ""
            #expect(line.hasPrefix("   Down   beneath the table"))
            #expect(line.contains("any key ends it") == isExplained)
        }
    }
}

extension Play {
    /// Lets time pass until the tour goes on.
    fileprivate mutating func goOn() {
        if let next = model.tour?.next, next > model.now { wait(seconds: next.timeIntervalSince(model.now)) }
        receive(.tourMoment)
    }

    /// Plays the tour to its end.
    /// - Returns: each screen of it.
    fileprivate mutating func tour() -> [String] {
        var scenes: [String] = []
        while model.tour != nil, scenes.count < 100 {
            goOn()
            scenes.append(text)
        }
        return scenes
    }
}
