import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct LogSourceTests {
    private static func page(_ scope: LogScope, _ pods: [LogPod]) -> LogPage {
        var page = LogPage(pods[0], scope: scope)
        _ = page.read(pods, after: 0)
        return page
    }

    private static let both = LogSupport.pod(containers: ["plex", "exporter"])

    private static func texts(_ page: LogPage) -> [String] { page.store.entries.compactMap { $0.line?.text } }

    @Test("what kubectl debug has put into a pod has a log, too, and is listed")
    func ephemeral() {
        var pod = Pod(metadata: Metadata(name: "plex-1", namespace: "kubeseed", uid: "p"))
        pod.spec.containers = [Container(name: "plex")]
        pod.spec.initContainers = [Container(name: "setup")]
        pod.spec.ephemeralContainers = [Container(name: "debugger-x2x9q")]
        pod.status.ephemeralContainerStatuses = [ContainerStatus(name: "debugger-x2x9q", state: .running(since: nil))]
        #expect(LogPod(pod).containers == ["plex", "setup", "debugger-x2x9q"])
        #expect(pod.containers.last?.status?.state.isRunning == true)
    }

    @Test("lines of several containers are in the order of their times, whenever they come")
    func order() {
        var page = Self.page(.pod, [Self.both])
        page.add("a10", at: 10, from: 1)
        page.add("a30", at: 30, from: 1)
        page.add("b20", at: 20, from: 2)
        page.add("b30", at: 30, from: 2)
        page.add("a40", at: 40, from: 1)
        #expect(Self.texts(page) == ["a10", "b20", "a30", "b30", "a40"])
    }

    @Test("the lines of one container are never reordered, whatever its clock says")
    func oneClock() {
        var page = Self.page(.pod, [Self.both])
        page.add("first", at: 30, from: 1)
        page.add("second", at: 10, from: 1)
        page.add(["third"], from: 1)
        page.add("other", at: 20, from: 2)
        #expect(Self.texts(page) == ["other", "first", "second", "third"])
    }

    @Test("a late line does not pass a mark, nor move what is looked at")
    func late() {
        var page = Self.page(.pod, [Self.both])
        page.add("a20", at: 20, from: 1)
        page.note(.mark(Play.start))
        for second in 21..<40 { page.add("a\(second)", at: second, from: 1) }
        page.scroll(by: -9)
        let before = LogSupport.shown(page)
        page.add("b10", at: 10, from: 2)
        page.add("b22", at: 22, from: 2)
        #expect(LogSupport.shown(page) == before)
        #expect(Self.texts(page).prefix(5) == ["a20", "b10", "a21", "a22", "b22"])
    }

    @Test("each line says by name and color which container wrote it")
    func labels() {
        var page = Self.page(.pod, [Self.both])
        page.add("one", at: 10, from: 1)
        page.add("two", at: 11, from: 2)
        let layout = LogSupport.layout(page, width: 40)
        #expect(layout.text(of: 0) == "plex      one")
        #expect(layout.text(of: 1) == "exporter  two")
        let roles = (0...1).compactMap { layout.rows(of: $0, from: 0, limit: 1).first?.spans.first?.style.role }
        #expect(roles == [.firstSource, .secondSource])
    }

    @Test("pods with the same containers are told apart by the ends of their names")
    func podLabels() {
        var page = Self.page(.application, [LogSupport.pod(), LogSupport.pod("plex-6c9f-vwxyz")])
        page.add("one", at: 10, from: 1)
        page.add("two", at: 11, from: 2)
        #expect(LogSupport.layout(page, width: 60).text(of: 1) == "vwxyz plex  two")
    }

    @Test("c chooses a container, a all of them, A all pods of the application")
    func scopes() {
        var play = Play()
        play.select("wordpress")
        play.type("l")
        #expect(play.model.containersRead == ["wordpress"])
        play.type("c")
        #expect(play.text.contains("has one container only"))
        play.type("A")
        #expect(play.model.containersRead == ["db-wordpress", "wordpress"])
        #expect(play.text.contains("2 pods"))
        play.type("A")
        #expect(play.model.containersRead == ["wordpress"])
        play.type("a")
        #expect(play.model.log?.scope == .pod)
    }

    @Test("L opens all pods of the application, p the previous container")
    func opening() {
        var play = Play()
        play.select("wordpress")
        play.type("L")
        #expect(play.model.log?.scope == .application)
        play.press(.escape)
        play.type("p")
        #expect(play.model.log?.sources.map(\.query.isPrevious) == [true])
        play.type("p")
        #expect(play.model.log?.sources.map(\.query.isPrevious) == [false])
    }

    @Test(
        "0 to 6 choose since when",
        arguments: [
            ("0", LogStart.tail(1000)), ("1", .head(bytes: 1 << 20)), ("2", .since(seconds: 60, lines: 20_000)),
            ("3", .since(seconds: 300, lines: 20_000)), ("4", .since(seconds: 900, lines: 20_000)),
            ("5", .since(seconds: 1800, lines: 20_000)), ("6", .since(seconds: 3600, lines: 20_000)),
        ])
    func since(key: String, start: LogStart) {
        var play = LogPageTests.playWithLog(["old"])
        let id = play.model.lastLogID
        play.type(key)
        #expect(play.model.log?.sources.map(\.query.start) == [start])
        #expect(play.model.lastLogID == id + 1)
        #expect(!play.text.contains("old"))
    }

    @Test("the pod that replaces one is followed, with a line that names both")
    func rollout() throws {
        var play = Play()
        play.select("sonarr")
        play.type("l")
        let old = try #require(play.model.log?.pod.name)
        play.receive(.log(id: 1, .lines([LogLine(timestamp: "", text: "shutting down")])))
        let restart = ObjectReference(
            kind: "Deployment", name: "sonarr", namespace: "kubeseed",
            uid: try #require(play.model.cluster.deployments.values.first { $0.name == "sonarr" }?.uid))
        try play.demo.restart(restart, stamp: "now")
        for _ in 0..<60 { play.wait(seconds: 1) }
        let new = try #require(play.model.log?.pod.name)
        #expect(new != old)
        #expect(play.model.log?.sources.filter(\.isOpen).map(\.query.pod) == [new])
        #expect(play.text.contains("shutting down"))
        #expect(play.text.contains("── \(new) replaces \(old) ──"))
        #expect(play.model.log?.sources.last?.query.start == .tail(20_000))
    }

    @Test("of an application, pods that come and go are told")
    func joining() throws {
        var page = Self.page(.application, [LogSupport.pod()])
        let new = LogSupport.pod("plex-77aa-vwxyz", owner: "plex-77aa", revision: "77aa")
        let other = LogSupport.pod("db-1-abcde", owner: "db-1", revision: "1")
        _ = page.read([LogSupport.pod(), new, other], after: 1)
        _ = page.read([new, other], after: 3)
        let notes = page.store.entries.map(\.content)
        #expect(
            notes == [
                .note(.replaced(pod: "plex-6c9f-abcde", by: "plex-77aa-vwxyz")), .note(.joined(pod: "db-1-abcde")),
                .note(.left(pod: "plex-6c9f-abcde")),
            ])
        #expect(page.sources.filter(\.isOpen).map(\.pod.name) == [new.name, other.name])
    }

    @Test("pods of one workload replace each other, whatever the revision; others do not")
    func replacement() {
        let old = LogSupport.pod()
        #expect(LogSupport.pod("plex-77aa-x", owner: "plex-77aa", revision: "77aa").replaces(old))
        #expect(!LogSupport.pod("radarr-77aa-x", owner: "radarr-77aa", revision: "77aa").replaces(old))
        #expect(!old.replaces(old))
    }
}

extension Model {
    fileprivate var containersRead: [String] {
        let sources = log?.sources.filter(\.isOpen) ?? []
        return sources.map(\.query.container).sorted()
    }
}
