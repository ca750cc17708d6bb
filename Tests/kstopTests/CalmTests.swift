import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// Nothing moves that has not changed.
struct CalmTests {
    @Test("a row that has changed is marked for a moment; ages and loads are no news")
    func news() throws {
        var play = Play()
        play.type("2")
        play.wait(seconds: 2)
        play.readMetrics()
        #expect(play.model.table.news.changed.isEmpty)
        let row = try #require(play.model.content.rows.first { $0.facts.name.hasPrefix("radarr") })
        guard case .object(let uid) = row.id, var pod = play.model.cluster.pods[uid] else { return }
        pod.status.containerStatuses[0].isReady = false
        play.receive(.updated(.pods, [.pod(pod)]))
        #expect(play.model.table.news.changed.keys.contains(row.id))
        let next = try #require(nextChange(play.model))
        #expect(next <= play.model.now + 3)
        play.wait(seconds: 3.1)
        #expect(!play.model.table.news.changed.keys.contains(row.id))
    }

    @Test("while the API server is away nothing is thought of anew")
    func stale() {
        var play = Play()
        let before = play.model.content.rows.map(\.facts.health)
        for kind in ResourceKind.allCases {
            let error = APIError.timedOut(seconds: 10)
            play.receive(.source(kind, .failing(error, since: Play.start, retryAt: Play.start + 4)))
        }
        #expect(play.model.content.rows.map(\.facts.health) == before)
        #expect(play.model.table.news.changed.isEmpty)
    }

    @Test("rows that come back when a filter goes are no news")
    func filtered() {
        var play = Play()
        play.type("2")
        play.wait(seconds: 2)
        play.type("/radarr")
        play.press(.enter)
        #expect(play.model.content.rows.count == 1)
        play.press(.escape)
        #expect(play.model.content.rows.count > 1)
        #expect(play.model.table.news.changed.isEmpty)
        play.type("x")
        play.type("x")
        #expect(play.model.table.news.changed.isEmpty)
    }

    @Test("why the API server is away is said once, on every page, rows or none")
    func outage() {
        var play = Play()
        for kind in ResourceKind.allCases {
            let error = APIError.timedOut(seconds: 10)
            play.receive(.source(kind, .failing(error, since: Play.start, retryAt: Play.start + 4)))
        }
        let words = APIError.timedOut(seconds: 10).text.english
        let steps: [[Key]] =
            "123456".map { [.character($0)] } + [
                [.character("/"), .paste("nothing at all"), .enter], [.escape, .character("1"), .character("l")],
                [.escape, .character("y")],
            ]
        for keys in steps {
            for key in keys { play.press(key) }
            #expect(play.screen.rows.count { $0.contains(words) } == 1, "after \(keys)")
        }
    }

    @Test("what has not been read yet is not counted as none")
    func counts() {
        var play = Play(emptyWith: Size(110, 36))
        #expect(play.screen.rows[1].contains("1 Apps –"))
        #expect(play.screen.rows[1].contains("6 Events –"))
        play.load(.pods)
        #expect(!play.screen.rows[1].contains("2 Pods –"))
        for kind in ResourceKind.allCases { play.load(kind) }
        #expect(!play.screen.rows[1].contains("–"))
    }

    @Test("what is only just being read is no news")
    func loading() {
        var play = Play(emptyWith: Size(110, 36))
        for kind in ResourceKind.allCases {
            play.load(kind)
            play.wait(seconds: 0.1)
        }
        #expect(play.model.table.news.changed.isEmpty)
    }

    @Test("columns stay where they are while their texts get shorter")
    func columns() throws {
        var play = Play(size: Size(160, 40))
        play.type("2")
        let before = try #require(play.screen.rows.first { $0.contains("READY") })
        let pods = play.demo.objects(.pods).filter { $0.metadata.name.hasPrefix("db-wordpress") }
        for pod in pods { play.receive(.deleted(.pods, pod.metadata.uid)) }
        #expect(play.screen.rows.first { $0.contains("READY") } == before)
    }

    @Test("rows that come above what is seen move nothing")
    func insertion() {
        var play = Play(size: Size(80, 24))
        play.type("2")
        play.press(.end)
        let before = play.screen.rows[3..<12]
        let metadata = Metadata(name: "aaa", namespace: "kubeseed", uid: "a", creationTimestamp: Play.start - 90)
        let pod = Pod(metadata: metadata)
        play.receive(.updated(.pods, [.pod(pod)]))
        #expect(play.screen.rows[3..<12] == before)
    }

    @Test("the key bar shows only what does something to the selection")
    func keyBar() {
        var play = Play()
        play.select("externalservice")
        #expect(!play.screen.rows[35].contains("restart"))
        #expect(!play.screen.rows[35].contains("logs"))
        play.select("radarr")
        #expect(play.screen.rows[35].contains("r restart   l logs"))
        play.type("l")
        #expect(!play.screen.rows[35].contains("follow"))
        play.receive(.log(id: 1, .lines((0..<99).map { LogLine(timestamp: "", text: "\($0)") })))
        play.press(.pageUp)
        #expect(play.screen.rows[35].contains("End follow"))
    }
}
