import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct UsageTests {
    @Test("the header tells of the node and its load")
    func header() {
        let play = Play(size: Size(120, 30))
        #expect(play.screen.rows[0].contains("seedbox Ready  cpu "))
    }

    @Test("the selected application's load is drawn over the session")
    func sparkline() {
        var play = Play(size: Size(110, 40))
        play.select("plex")
        for _ in 0..<8 {
            play.wait(seconds: 60)
            play.readMetrics()
        }
        let line = play.screen.rows.first { $0.hasPrefix("   use") } ?? ""
        #expect(line.contains(/cpu [▁▂▃▄▅▆▇█]{9} \d+m +mem [▁▂▃▄▅▆▇█]{9} \d+Mi/), "\(line)")
    }

    @Test("at most an hour is kept")
    func bounded() {
        var play = Play(emptyWith: Size(110, 36))
        play.load(.pods)
        play.load(.deployments)
        play.wait(seconds: 1)
        for _ in 0..<300 { play.readMetrics() }
        #expect(play.model.usage.applications.values.map(\.count).max() == 240)
    }

    @Test(
        "without metrics it says why",
        arguments: [
            (MetricsAbsence.notServed, "no metrics server"),
            (.forbidden("pods.metrics.k8s.io is forbidden"), "forbidden"),
            (.notReady, "no metrics yet"), (.failing(.timedOut(seconds: 10)), "no metrics"),
        ])
    func absence(absence: MetricsAbsence, words: String) {
        var play = Play(size: Size(110, 40))
        play.select("radarr")
        play.receive(.metrics(.absent(absence), epoch: play.model.epoch))
        #expect(play.screen.rows.contains { $0.hasPrefix("   use") && $0.contains(words) })
        #expect(
            play.model.content.rows.allSatisfy { row in row.cells.contains { $0.text(at: play.model.now).text == "-" } }
        )
    }
}
