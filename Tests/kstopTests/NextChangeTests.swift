import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct NextChangeTests {
    @Test("an empty screen sleeps until something happens")
    func empty() {
        #expect(nextChange(Play(emptyWith: Size(80, 24)).model) == nil)
    }

    @Test("the screen wakes when an age changes its text, not before")
    func ages() throws {
        var play = Play(emptyWith: Size(80, 24))
        play.type("2")
        let pod = Pod(
            metadata: Metadata(name: "x", namespace: "kubeseed", uid: "1", creationTimestamp: Play.start - 3_605))
        play.receive(.updated(.pods, [.pod(pod)]))
        // "60m" for 55 more seconds.
        #expect(try #require(nextChange(play.model)).timeIntervalSince(Play.start) == 55)
    }

    @Test("while the data is stale, its age counts every second")
    func stale() throws {
        var play = Play(emptyWith: Size(80, 24))
        let failing = SourceState.failing(.timedOut(seconds: 10), since: Play.start, retryAt: Play.start + 4)
        play.receive(.source(.pods, failing))
        #expect(try #require(nextChange(play.model)).timeIntervalSince(Play.start) == 1)
    }

    @Test("what is said after a long sleep stands as long as ever")
    func toastAfterSleep() {
        var model = Play(emptyWith: Size(80, 24)).model
        // The loop does not look at the model while it sleeps.
        let later = model.now + 60
        _ = update(&model, .key(.control("r")), at: later)
        model.settle(at: later + 4)
        #expect(model.toast != nil)
        model.settle(at: later + 5)
        #expect(model.toast == nil)
    }

    @Test("a toast goes when it is due")
    func toast() throws {
        var play = Play(emptyWith: Size(80, 24))
        play.press(.control("r"))
        #expect(play.text.contains("connecting anew"))
        play.wait(seconds: 5)
        #expect(!play.text.contains("connecting anew"))
    }
}
