import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct UpdateTests {
    @Test("the selection stays on its object when rows come before it")
    func stableSelection() {
        var play = Play()
        play.type("2")
        play.select("n8nio-job")
        let added = Pod(metadata: Metadata(name: "aaa-new", namespace: "kubeseed", uid: "new"))
        play.receive(.updated(.pods, [.pod(added)]))
        #expect(play.selectedName == "n8nio-job")
    }

    @Test("when the selected object goes, the row that takes its place is selected")
    func selectionAfterDeletion() throws {
        var play = Play()
        play.type("2")
        play.select("n8nio-job")
        guard case .object(let uid) = try #require(play.model.table.cursor.selected) else { return }
        let rows = play.model.content.rows
        let place = try #require(rows.firstIndex { $0.facts.name == "n8nio-job" })
        play.receive(.deleted(.pods, uid))
        #expect(play.selectedName == rows[place + 1].facts.name)
    }

    @Test("each page remembers its own selection")
    func selectionByPage() {
        var play = Play()
        play.select("plex")
        play.type("2")
        play.press(.down)
        play.type("1")
        #expect(play.selectedName == "plex")
    }

    @Test("Tab goes around all pages")
    func tabGoesAround() {
        var play = Play()
        for page in Page.allCases.dropFirst() + [.apps] {
            play.press(.tab)
            #expect(play.model.page == page)
        }
        play.press(.backTab)
        #expect(play.model.page == .events)
    }

    @Test("a filter works while it is typed, Esc takes it back")
    func filter() {
        var play = Play()
        play.type("/^rut")
        #expect(play.model.content.rows.map(\.facts.name) == ["rutorrent", "rutorrent-2"])
        #expect(play.text.contains("2 match"))
        play.press(.enter)
        #expect(play.model.prompt == nil)
        #expect(play.model.content.rows.count == 2)
        play.press(.escape)
        #expect(play.model.content.rows.count > 2)
    }

    @Test("keys are text while a filter is typed")
    func filterTakesKeys() {
        var play = Play()
        play.type("/q")
        #expect(play.effects.isEmpty)
        #expect(play.model.table.filter == "q")
    }

    @Test("the same sort key again reverses the order")
    func sortTwice() {
        var play = Play()
        play.type("N")
        #expect(play.model.content.rows.first?.facts.name == "wordpress")
        play.type("N")
        #expect(play.model.content.rows.first?.facts.name == "bazarr")
    }

    @Test("sorting by status brings trouble to the top")
    func sortByStatus() throws {
        var play = Play()
        play.type("S")
        let healths = play.model.content.rows.map(\.facts.health)
        #expect(healths.first == .broken)
        #expect(healths.last == .healthy)
    }

    @Test("q quits, Ctrl-C quits as if interrupted, also in a dialog")
    func quit() {
        var play = Play()
        play.type("q")
        #expect(play.effects == [.quit(status: 0)])
        var other = Play()
        other.type("r")
        other.press(.control("c"))
        #expect(other.effects == [.quit(status: 130)])
    }

    @Test("Ctrl-R asks for every kind and the metrics anew")
    func reconnect() {
        var play = Play()
        let before = subscriptions(play.model)
        play.press(.control("r"))
        let after = subscriptions(play.model)
        #expect(before.count == ResourceKind.allCases.count + 1)
        #expect(after.isDisjoint(with: before))
        #expect(after.count == before.count)
    }

    @Test("what the first screen shows is asked for first; the rest waits for its first rows, but for no more of it")
    func firstScreenFirst() {
        var play = Play(emptyWith: Size(110, 36))
        let first: [ResourceKind] = [.pods, .deployments, .replicaSets, .services, .ingresses, .endpointSlices]
        let wanted = first.map { Subscription.cluster($0, namespace: "kubeseed", epoch: play.model.epoch) }
        #expect(subscriptions(play.model) == Set(wanted))
        let pod = Pod(metadata: Metadata(name: "a", namespace: "kubeseed", uid: "a"))
        play.receive(.updated(.pods, [.pod(pod)]))
        #expect(subscriptions(play.model) == Set(wanted))
        play.receive(.source(.deployments, .forbidden("no")))
        #expect(subscriptions(play.model).count == ResourceKind.allCases.count + 1)
    }

    @Test("Ctrl-R connects anew, so that a log goes on where it was")
    func reconnectInLog() {
        var play = Play()
        play.press(.character("l"))
        let sources = play.model.log?.sources
        play.press(.control("r"))
        #expect(play.effects.last == .renewConnection)
        #expect(play.model.log?.sources == sources)
    }

    @Test("whichever way the clock is set, what goes after a while goes after that while", arguments: [-7200.0, 7200])
    func clock(step: Double) {
        var play = Play()
        let failing = SourceState.failing(.timedOut(seconds: 10), since: Play.start, retryAt: Play.start + 4)
        play.receive(.source(.pods, failing))
        play.press(.control("r"))
        #expect(play.model.toast?.expires == Play.start + 5)
        play.receive(.clockSet(by: step))
        #expect(play.model.toast?.expires == Play.start + 5 + step)
        #expect(play.model.freshness == .stale(since: Play.start + step, retryAt: Play.start + 4 + step))
    }

    @Test("a clock that is set is noticed, one that goes wrong a little is not")
    func clockWatch() {
        var watch = ClockWatch()
        let start = ContinuousClock.now
        #expect(watch.step(at: Play.start, uptime: start) == nil)
        #expect(watch.step(at: Play.start + 60.4, uptime: start + .seconds(60)) == nil)
        let step = watch.step(at: Play.start - 3600, uptime: start + .seconds(61)) ?? 0
        #expect(abs(step + 3661.4) < 0.01)
        #expect(watch.step(at: Play.start - 3599, uptime: start + .seconds(62)) == nil)
    }

    @Test("an empty list of pods makes kstop ask whether the namespace exists")
    func missingNamespace() {
        var play = Play(emptyWith: Size(80, 24))
        for kind in ResourceKind.allCases {
            play.receive(.listed(kind, keeping: [], unreadable: []))
            play.receive(.source(kind, .live))
        }
        #expect(play.effects == [.checkNamespace("kubeseed", epoch: 0)])
        #expect(play.text.contains("No resources found in kubeseed namespace."))
        play.receive(.namespaceChecked(exists: false, epoch: 0))
        #expect(play.text.contains("namespace \"kubeseed\" does not exist"))
    }

    @Test("where nobody has named the namespace and there is no kubeseed, default is looked into")
    func guessedNamespace() {
        var play = Play(emptyWith: Size(80, 24), isNamespaceGuessed: true)
        play.receive(.listed(.pods, keeping: [], unreadable: []))
        #expect(play.effects == [.checkNamespace("kubeseed", epoch: 0)])
        play.receive(.namespaceChecked(exists: false, epoch: 0))
        #expect(play.model.session.namespace == "default")
        // There is nothing else to guess.
        play.receive(.listed(.pods, keeping: [], unreadable: []))
        play.receive(.namespaceChecked(exists: false, epoch: 1))
        #expect(play.model.session.namespace == "default")
        #expect(play.model.namespaceExists == false)
    }

    @Test("a forbidden kind is said on its page, and the others work")
    func forbidden() {
        var play = Play(emptyWith: Size(110, 36))
        play.load(.pods)
        play.receive(.source(.services, .forbidden("services is forbidden: User \"u\" cannot list")))
        play.type("4")
        #expect(play.text.contains("forbidden: services is forbidden"))
        play.type("2")
        #expect(play.text.contains("plex-"))
    }

    @Test(
        "a page that cannot be shown says how large the terminal must be",
        arguments: [Size(39, 24), Size(80, 9), Size(1, 1)])
    func tooSmall(size: Size) {
        let play = Play(size: size)
        #expect(play.text.hasPrefix(String("terminal too small".prefix(max(0, size.width - 1)))))
    }
}
