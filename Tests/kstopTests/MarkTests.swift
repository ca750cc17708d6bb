import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct MarkTests {
    @Test("Space marks and goes on, Esc takes the marks away")
    func marks() {
        var play = Play()
        play.type("  ")
        #expect(play.model.table.marked.count == 2)
        #expect(play.text.contains("2 marked"))
        play.press(.up)
        play.type(" ")
        #expect(play.model.table.marked.count == 1)
        play.press(.escape)
        #expect(play.model.table.marked.isEmpty)
    }

    @Test("a restart acts on the marks, once on each deployment, bound to the objects")
    func restart() throws {
        var play = Play()
        play.select("plex")
        play.type(" ")
        play.select("sonarr")
        play.type(" r")
        #expect(play.text.contains("Restart 2 workloads?"))
        play.press(.right, .enter)
        let names = play.effects.compactMap { effect -> String? in
            if case .restart(let workload) = effect { workload.object.name } else { nil }
        }
        #expect(names == ["plex", "sonarr"])
        #expect(play.model.table.marked.isEmpty)
    }

    @Test("marks that a filter hides are not acted on")
    func hidden() {
        var play = Play()
        play.select("plex")
        play.type(" ")
        play.type("/radarr")
        play.press(.enter)
        play.type("r")
        #expect(play.text.contains("Restart radarr?"))
    }

    @Test("Ctrl-Z leaves what is not healthy")
    func onlyTrouble() {
        var play = Play()
        play.press(.control("z"))
        #expect(play.model.content.rows.allSatisfy { $0.facts.health != .healthy && $0.facts.health != .stopped })
        #expect(play.model.content.rows.count == 8)
        play.press(.control("z"))
        #expect(play.model.content.rows.count == 21)
    }
}
