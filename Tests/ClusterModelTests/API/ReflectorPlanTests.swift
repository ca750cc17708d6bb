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

    @Test("watches that end at once are asked for less and less often, without alarm")
    func closesAtOnce() {
        var plan = watching()
        var waits: [ReflectorPlan.Step] = []
        for _ in 0..<4 {
            #expect(take(&plan, .ended) == [])
            waits.append(plan.step)
            if case .wait = plan.step { _ = take(&plan, .waited) }
            #expect(plan.step == Self.watch)
            #expect(take(&plan, .opened) == [])
        }
        #expect(waits == [Self.watch, .wait(0.75), .wait(1.5), .wait(3)])
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

    @Test("a failure is told with the time of the first one, and the wait doubles up to 30 s")
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
        #expect(waits == [0.5, 0.75, 1.5, 3, 6, 12, 22.5, 22.5, 22.5])
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
        for _ in 0..<2 {
            #expect(plan.step == .wait(5))
            _ = take(&plan, .waited)
            #expect(plan.step == Self.list)
            let changes = take(&plan, .page(ListPage(resourceVersion: "8")))
            #expect(changes == [.listed(.pods, keeping: [], unreadable: [])])
        }
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
        plan.take(answer, now: Self.now.addingTimeInterval(seconds), chance: 0)
    }
}
