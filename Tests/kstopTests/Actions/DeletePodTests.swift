import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct DeletePodTests {
    @Test("the dialog says that a controller makes another pod; its default is Cancel")
    func dialog() {
        var play = onPods()
        play.type("x")
        #expect(play.text.contains("Delete pod "))
        #expect(play.text.contains("makes another one in its place."))
        play.press(.enter)
        #expect(play.effects.isEmpty)
    }

    @Test("a pod that nobody made is gone for good")
    func orphan() {
        #expect(Pod(metadata: Metadata(name: "x")).deleteConsequence.english.contains("gone for good"))
    }

    @Test("a confirmed deletion is asked for by UID")
    func confirmed() throws {
        var play = onPods()
        let pod = try #require(play.model.selection?.pod)
        play.type("x")
        play.press(.right, .enter)
        let reference = ObjectReference(kind: "Pod", name: pod.name, namespace: "kubeseed", uid: pod.uid)
        #expect(play.effects == [.deletePod(reference)])
        play.receive(.podDeleted(reference))
        #expect(play.text.contains("pod \(pod.name) ends"))
    }

    @Test("a pod that went while the dialog was open is left alone")
    func gone() throws {
        var play = onPods()
        let pod = try #require(play.model.selection?.pod)
        play.type("x")
        play.receive(.deleted(.pods, pod.uid))
        play.press(.right, .enter)
        #expect(play.effects.isEmpty)
        #expect(play.text.contains("nothing done: pod \(pod.name) is gone or was replaced"))
    }

    private func onPods() -> Play {
        var play = Play()
        play.type("2")
        return play
    }
}
