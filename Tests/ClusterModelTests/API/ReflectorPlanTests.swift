import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct ReflectorPlanTests {
    private static let now = Date(timeIntervalSince1970: 1_000_000)
    private static let watch = ReflectorPlan.Step.watch(apiVersion: "v1", resourceVersion: "7", timeout: 275)
    private static let list = ReflectorPlan.Step.list(apiVersion: "v1", continuation: "")
    private static let gone = APIError.refused(code: 410, reason: "Expired", message: "too old")
    private static let down = APIError.unreachable(Phrase(verbatim: "refused"))

    @Test("it discovers, lists, says live, watches")
    func straightWay() {
        var plan = ReflectorPlan(kind: .pods, refresh: 5)
        #expect(plan.step == .discover)
        #expect(take(&plan, .served("v1")) == [])
        #expect(plan.step == Self.list)
        let changes = take(&plan, .page(ListPage(resourceVersion: "7", uids: ["1"])))
        #expect(changes == [.listed(.pods, keeping: ["1"], unreadable: []), .source(.pods, .live)])
        #expect(plan.step == Self.watch)
        #expect(take(&plan, .opened) == [])
        #expect(plan.step == .read)
    }

    @Test("the last page completes the list of all pages")
    func pages() {
        var plan = ReflectorPlan(kind: .pods, refresh: 5)
        _ = take(&plan, .served("v1"))
        #expect(take(&plan, .page(ListPage(continuation: "more", uids: ["1"]))) == [])
        #expect(plan.step == .list(apiVersion: "v1", continuation: "more"))
        let changes = take(&plan, .page(ListPage(resourceVersion: "7", uids: ["2"])))
        #expect(changes.first == .listed(.pods, keeping: ["1", "2"], unreadable: []))
    }

    @Test("where a group's newest version lacks the kind, the one before is asked for, then the kind is not served")
    func olderVersion() {
        var plan = ReflectorPlan(kind: .cronJobs, refresh: 5)
        _ = take(&plan, .served("batch/v1"))
        let missing = APIError.refused(code: 404, reason: "NotFound", message: "the server could not find the resource")
        #expect(take(&plan, .failed(missing)) == [])
        #expect(plan.step == .list(apiVersion: "batch/v1beta1", continuation: ""))
        var bare = plan
        #expect(take(&bare, .failed(missing)) == [.source(.cronJobs, .notServed)])
        let changes = take(&plan, .page(ListPage(resourceVersion: "7", uids: ["1"])))
        #expect(changes.last == .source(.cronJobs, .live))
    }

    @Test("a list that expires between two pages is begun again")
    func expiredPage() {
        var plan = ReflectorPlan(kind: .pods, refresh: 5)
        _ = take(&plan, .served("v1"))
        _ = take(&plan, .page(ListPage(continuation: "more", uids: ["1"])))
        #expect(take(&plan, .failed(Self.gone)) == [])
        #expect(plan.step == Self.list)
        let changes = take(&plan, .page(ListPage(resourceVersion: "7", uids: ["2"])))
        #expect(changes.first == .listed(.pods, keeping: ["2"], unreadable: []))
    }

    @Test("a watch that has ended goes on from the last version, a bookmark's too")
    func resumes() {
        var plan = watching()
        _ = take(&plan, .events([.bookmark(resourceVersion: "9")]))
        #expect(take(&plan, .ended, after: 290) == [])
        #expect(plan.step == .watch(apiVersion: "v1", resourceVersion: "9", timeout: 275))
    }

    @Test("watches that end at once are asked for as often as lists would be, and said to be no more than that")
    func closesAtOnce() {
        var plan = watching()
        var waits: [ReflectorPlan.Step] = []
        var changes: [ClusterChange] = []
        for _ in 0..<6 {
            changes += take(&plan, .ended)
            waits.append(plan.step)
            if case .wait = plan.step { _ = take(&plan, .waited) }
            #expect(plan.step == Self.watch)
            changes += take(&plan, .opened)
        }
        #expect(waits == [Self.watch, .wait(0.75), .wait(1.5), .wait(3), .wait(5), .wait(5)])
        #expect(changes == [.source(.pods, .polled)])
        #expect(take(&plan, .events([.bookmark(resourceVersion: "7")]), after: 60) == [.source(.pods, .live)])
    }

    @Test("a watch that stays open has lasted, even if nothing comes on it")
    func staysOpen() {
        var plan = watching()
        for _ in 0..<4 {
            _ = take(&plan, .ended)
            if case .wait = plan.step { _ = take(&plan, .waited) }
            _ = take(&plan, .opened)
        }
        #expect(take(&plan, .events([]), after: 4) == [])
        #expect(take(&plan, .events([]), after: 10) == [.source(.pods, .live)])
        #expect(plan.step == .read)
    }

    @Test("news do not make watches that end at once worth more", arguments: [0.0, 1.0])
    func closesWithNews(lifetime: Double) {
        var plan = watching()
        var waits: [ReflectorPlan.Step] = []
        for number in 1...5 {
            let time = Double(number)
            _ = take(&plan, .events([.deleted("x", resourceVersion: "7")]), after: time + lifetime)
            _ = take(&plan, .ended, after: time + lifetime)
            waits.append(plan.step)
            if case .wait = plan.step { _ = take(&plan, .waited) }
            _ = take(&plan, .opened, after: time + 1)
        }
        #expect(waits == [Self.watch, .wait(0.75), .wait(1.5), .wait(3), .wait(5)])
    }

    @Test("a server to which every version is too old is not asked without a pause")
    func goneForEver() {
        var plan = watching()
        _ = take(&plan, .ended, after: 290)
        var waits = 0
        for _ in 0..<10 {
            _ = take(&plan, .failed(Self.gone), after: 290)
            if case .wait = plan.step {
                waits += 1
                _ = take(&plan, .waited, after: 290)
            }
            #expect(plan.step == Self.list)
            _ = take(&plan, .page(ListPage(resourceVersion: "7")), after: 290)
            #expect(plan.step == Self.watch)
        }
        #expect(waits == 9)
    }

    @Test("a quiet watch makes good what failed before it")
    func quietWatch() {
        var plan = watching()
        for number in 0..<9 { _ = take(&plan, .failed(Self.down), after: Double(number)) }
        _ = take(&plan, .waited)
        _ = take(&plan, .served("v1"))
        _ = take(&plan, .opened, after: 20)
        _ = take(&plan, .failed(Self.down), after: 300)
        #expect(plan.step == .wait(0.5))
    }

    @Test("a server that says when it wants to be asked again is asked then")
    func busy() {
        var plan = watching()
        _ = take(&plan, .failed(.busy(code: 429, message: "busy", retryAfter: 42)))
        #expect(plan.step == .wait(42))
        _ = take(&plan, .waited)
        _ = take(&plan, .served("v1"))
        #expect(plan.step == Self.watch)
    }

    @Test("however the clock is set, the first failure stays as long ago as it was", arguments: [-7200.0, 7200])
    func clock(step: Double) {
        var plan = watching()
        _ = take(&plan, .failed(Self.down))
        _ = take(&plan, .waited)
        let date = Self.now + 10 + step
        let changes = plan.take(.failed(Self.down), now: Moment(date: date, uptime: 110), chance: 0)
        let (since, retryAt) = (date - 10, date + 0.75)
        #expect(changes == [.source(.pods, .failing(Self.down, since: since, retryAt: retryAt))])
    }

    @Test("a version that is too old leads to a new list, at first at once", arguments: [true, false])
    func gone(isEvent: Bool) {
        var plan = watching()
        if isEvent {
            #expect(take(&plan, .events([.failed(Self.gone)])) == [])
        } else {
            _ = take(&plan, .ended, after: 290)
            #expect(take(&plan, .failed(Self.gone), after: 290) == [])
        }
        if case .wait = plan.step { _ = take(&plan, .waited) }
        #expect(plan.step == Self.list)
    }

    @Test("a failure is told with the time of the first one, and the wait doubles up to 10 s")
    func failures() {
        var plan = ReflectorPlan(kind: .pods, refresh: 5)
        var waits: [Double] = []
        for number in 0..<9 {
            let changes = take(&plan, .failed(Self.down), after: Double(number))
            guard case .wait(let seconds) = plan.step else { return #expect(Bool(false), "no wait") }
            waits.append(seconds)
            let retryAt = Self.now.addingTimeInterval(Double(number) + seconds)
            #expect(changes == [.source(.pods, .failing(Self.down, since: Self.now, retryAt: retryAt))])
            _ = take(&plan, .waited)
            #expect(plan.step == .discover)
        }
        #expect(waits == [0.5, 0.75, 1.5, 3, 6, 7.5, 7.5, 7.5, 7.5])
    }

    @Test("a list that is not found means a kind that is not served, not a fault")
    func listNotFound() {
        var plan = ReflectorPlan(kind: .certificates, refresh: 2)
        _ = take(&plan, .served("cert-manager.io/v1"))
        let error = APIError.refused(code: 404, reason: "NotFound", message: "page not found")
        #expect(take(&plan, .failed(error)) == [.source(.certificates, .notServed)])
        #expect(plan.step == .wait(60))
    }

    @Test("after a failed watch only a watch says live again, from where it was")
    func recovers() {
        var plan = watching()
        _ = take(&plan, .ended, after: 290)
        _ = take(&plan, .failed(Self.down))
        _ = take(&plan, .waited)
        _ = take(&plan, .served("v1"))
        #expect(plan.step == Self.watch)
        #expect(take(&plan, .opened) == [.source(.pods, .live)])
    }

    @Test("an error that may be about the version leads to a new list, which does not say live yet")
    func relists() {
        var plan = watching()
        _ = take(&plan, .failed(.malformed(Phrase(verbatim: "garbage"))))
        _ = take(&plan, .waited)
        _ = take(&plan, .served("v1"))
        #expect(plan.step == Self.list)
        let changes = take(&plan, .page(ListPage(resourceVersion: "8")))
        #expect(changes == [.listed(.pods, keeping: [], unreadable: [])])
        #expect(take(&plan, .opened) == [.source(.pods, .live)])
    }

    @Test("who may not list is told so, and it is tried again after 30 s")
    func forbidden() {
        var plan = ReflectorPlan(kind: .pods, refresh: 5)
        _ = take(&plan, .served("v1"))
        let error = APIError.refused(code: 403, reason: "Forbidden", message: "pods is forbidden")
        #expect(take(&plan, .failed(error)) == [.source(.pods, .forbidden("pods is forbidden"))])
        #expect(plan.step == .wait(30))
    }

    @Test("who may list but not watch polls", arguments: [403, 405])
    func polls(code: Int) {
        var plan = watching()
        _ = take(&plan, .ended, after: 290)
        let error = APIError.refused(code: code, reason: "", message: "")
        #expect(take(&plan, .failed(error)) == [.source(.pods, .polled)])
        for _ in 0..<12 {
            #expect(plan.step == .wait(5))
            _ = take(&plan, .waited)
            #expect(plan.step == Self.list)
            let changes = take(&plan, .page(ListPage(resourceVersion: "8")))
            #expect(changes == [.listed(.pods, keeping: [], unreadable: [])])
        }
        // After a minute it may be allowed.
        #expect(plan.step == .watch(apiVersion: "v1", resourceVersion: "8", timeout: 275))
        #expect(take(&plan, .opened) == [.source(.pods, .live)])
    }

    @Test(
        "an API server that has just started is not believed that it forbids, or does not know, what it gave before",
        arguments: [ReflectorPlan.Answer.served(nil), .failed(starting(403)), .failed(starting(404))])
    func startingServer(answer: ReflectorPlan.Answer) {
        var plan = watching()
        _ = take(&plan, .failed(.malformed(Phrase(verbatim: "garbage"))), after: 300)
        _ = take(&plan, .waited)
        if answer != .served(nil) { _ = take(&plan, .served("v1")) }
        for change in take(&plan, answer, after: 302) {
            guard case .source(.pods, .failing) = change else { return #expect(Bool(false), "\(change)") }
        }
        _ = take(&plan, .waited)
        _ = take(&plan, .served("v1"))
        #expect(plan.step == Self.list)
        let changes = take(&plan, .page(ListPage(resourceVersion: "9", uids: ["1"])), after: 305)
        #expect(changes.first == .listed(.pods, keeping: ["1"], unreadable: []))
    }

    @Test("what is refused for ten seconds is believed")
    func refused() {
        var plan = watching()
        _ = take(&plan, .failed(Self.down), after: 300)
        for second in [301.0, 305, 310] {
            _ = take(&plan, .waited)
            let changes = take(&plan, .served(nil), after: second)
            guard case .source(.pods, .failing)? = changes.first else { return #expect(Bool(false), "\(changes)") }
        }
        _ = take(&plan, .waited)
        #expect(take(&plan, .served(nil), after: 312) == [.source(.pods, .notServed)])
    }

    private static func starting(_ code: Int) -> APIError { .refused(code: code, reason: "", message: "starting") }

    @Test("what was forbidden and is no longer is listed and watched, even if watching was refused before")
    func allowedAgain() {
        var plan = watching()
        let error = APIError.refused(code: 403, reason: "Forbidden", message: "no")
        _ = take(&plan, .ended, after: 290)
        _ = take(&plan, .failed(error))
        _ = take(&plan, .waited)
        _ = take(&plan, .failed(error), after: 291)
        _ = take(&plan, .waited)
        _ = take(&plan, .served("v1"))
        #expect(take(&plan, .failed(error), after: 301) == [.source(.pods, .forbidden("no"))])
        #expect(plan.step == .wait(30))
        _ = take(&plan, .waited)
        _ = take(&plan, .served("v1"))
        #expect(plan.step == Self.list)
        _ = take(&plan, .page(ListPage(resourceVersion: "7")))
        #expect(plan.step == Self.watch)
    }

    @Test("a kind that the server does not have is asked for again after a minute")
    func notServed() {
        var plan = ReflectorPlan(kind: .ingresses, refresh: 5)
        #expect(take(&plan, .served(nil)) == [.source(.ingresses, .notServed)])
        #expect(plan.step == .wait(60))
        _ = take(&plan, .waited)
        #expect(plan.step == .discover)
    }

    /// A plan that reads from a watch begun at version 7.
    private func watching() -> ReflectorPlan {
        var plan = ReflectorPlan(kind: .pods, refresh: 5)
        _ = take(&plan, .served("v1"))
        _ = take(&plan, .page(ListPage(resourceVersion: "7")))
        _ = take(&plan, .opened)
        return plan
    }

    private func take(
        _ plan: inout ReflectorPlan, _ answer: ReflectorPlan.Answer, after seconds: Double = 0
    ) -> [ClusterChange] {
        plan.take(answer, now: Moment(date: Self.now + seconds, uptime: 100 + seconds), chance: 0)
    }
}
