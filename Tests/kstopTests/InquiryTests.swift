import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// When the screen asks about what is not watched, and what the answers change.
struct InquiryTests {
    @Test("four are asked at once, in the order in which they matter; the next when one is answered")
    func order() throws {
        var play = Play(emptyWith: Size(110, 36))
        for kind in ResourceKind.allCases { play.load(kind) }
        let first = try #require(play.asked.first)
        #expect(play.asked.count == 4)
        play.answer(first, .ingressClasses(["traefik"]))
        #expect(play.asked.count == 4)
        #expect(!play.asked.contains(first))
    }

    @Test("nothing is asked before there are rows")
    func rowsFirst() {
        var play = Play(emptyWith: Size(110, 36))
        play.load(.ingresses)
        #expect(play.asked.isEmpty)
        play.load(.pods)
        play.load(.deployments)
        #expect(!play.asked.isEmpty)
    }

    @Test(
        "what is amiss or has not been answered is asked again after half a minute, what is there after five",
        arguments: [
            (Answer?.some(.absent), 30.0), (.some(.unknown(Phrase(verbatim: "no"))), 30), (nil, 30), (.exists, 300),
        ])
    func again(answer: Answer?, seconds: Double) {
        var play = Play()
        let secret = Self.secret("radarr-tls")
        play.answer(secret, answer)
        play.wait(seconds: seconds - 1)
        #expect(!play.asked.contains(secret))
        play.wait(seconds: 1)
        #expect(play.isDue(secret))
    }

    @Test("when cert-manager has done something, its secret is asked for anew, though it was answered just before")
    func certificate() throws {
        var play = Play()
        let certificate = try #require(play.demo.objects(.certificates).first { $0.metadata.name == "organizr-tls" })
        #expect(play.asked.isEmpty)
        play.answer(Self.secret("organizr-tls"), .absent)
        play.receive(.updated(.certificates, [certificate]))
        // As long as it is wanted, a question that has ended is not begun again.
        #expect(play.asked.isEmpty)
        play.wait(seconds: 1)
        #expect(play.asked == [Self.secret("organizr-tls"), .issuance(namespace: "kubeseed")])
    }

    @Test("it wakes up to ask again")
    func wakes() throws {
        let play = Play()
        let next = try #require(play.model.inquiries.next(after: play.model.now))
        #expect(try #require(nextChange(play.model)) <= next)
        #expect(next <= play.model.now + 30)
    }

    @Test("what is known from the beginning is no news, what has changed is")
    func news() {
        var play = Play()
        #expect(play.model.table.news.changed.isEmpty)
        #expect(play.text.contains("no certificate"))
        play.answer(Self.secret("organizr-tls"), .exists)
        #expect(!play.text.contains("no certificate"))
        #expect(play.model.table.news.changed.count == 1)
    }

    @Test("without ingresses there is nothing to ask, and changes are news at once")
    func nothingToAsk() {
        var play = Play()
        play.hear(.listed(.ingresses, keeping: [], unreadable: []))
        play.hear(.listed(.certificates, keeping: [], unreadable: []))
        play.wait(seconds: 1)
        #expect(play.model.inquiries.next(after: play.model.now) == nil)
        #expect(play.asked.isEmpty)
    }

    @Test("an answer from another connection is dropped")
    func epoch() {
        var play = Play()
        let before = play.model.cluster
        play.receive(.found(Self.secret("radarr-tls"), .absent, epoch: play.model.epoch - 1))
        #expect(play.model.cluster == before)
    }

    @Test("after the clock was set back it asks again")
    func clock() {
        var play = Play()
        play.receive(.clockSet(by: -86_400))
        #expect(!play.asked.isEmpty)
    }

    private static func secret(_ name: String) -> Inquiry { .secret(ObjectName(namespace: "kubeseed", name: name)) }
}

extension Play {
    fileprivate var asked: Set<Inquiry> {
        Set(
            subscriptions(model).compactMap { subscription in
                if case .inquiry(let inquiry, _) = subscription { inquiry } else { nil }
            })
    }

    fileprivate mutating func answer(_ inquiry: Inquiry, _ answer: Answer?) {
        receive(.found(inquiry, answer, epoch: model.epoch))
    }

    /// Whether it is asked once those before it have been answered.
    fileprivate func isDue(_ inquiry: Inquiry) -> Bool {
        var play = self
        for _ in 0..<100 {
            if play.asked.contains(inquiry) { return true }
            guard let next = play.asked.first else { return false }
            play.answer(next, play.demo.answer(to: next))
        }
        return false
    }
}
