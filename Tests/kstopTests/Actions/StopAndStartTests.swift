import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct StopAndStartTests {
    @Test("Enter in the fresh dialog cancels a stop")
    func defaultIsCancel() {
        var play = Play()
        play.select("sonarr")
        play.type("X")
        #expect(play.text.contains("Stop sonarr?"))
        #expect(play.text.contains("Its pod ends."))
        play.press(.enter)
        #expect(play.effects.isEmpty)
    }

    @Test("all workloads of an application are stopped, and what they were is remembered")
    func stop() throws {
        var play = Play()
        play.select("wordpress")
        let application = try #require(play.model.selection?.application)
        play.type("X")
        #expect(play.text.contains("Stop 2 workloads?"))
        play.press(.right, .enter)
        let expected = application.deployments.map { deployment in
            Effect.scale(
                Scaling(
                    .deployment, name: deployment.name, namespace: "kubeseed", uid: deployment.uid, replicas: 0,
                    remembered: 1))
        }
        #expect(play.effects == expected)
        #expect(play.text.contains("stopping wordpress, db-wordpress"))
    }

    @Test("what is stopped is started with as many pods as it had, else one", arguments: ["3", nil])
    func start(note: String?) throws {
        var play = Play()
        play.select("sonarr4k")
        var deployment = try #require(play.deployment)
        deployment.metadata.annotations["kstop/replicas"] = note
        play.receive(.updated(.deployments, [.deployment(deployment)]))
        play.type("X")
        #expect(play.text.contains(note == nil ? "One pod starts." : "3 pods start, as before the stop."))
        play.press(.right, .enter)
        let scaling = Scaling(
            .deployment, name: "sonarr4k", namespace: "kubeseed", uid: deployment.uid, replicas: note == nil ? 1 : 3)
        #expect(play.effects == [.scale(scaling)])
    }

    @Test("marked applications are stopped together")
    func marks() {
        var play = Play()
        for name in ["sonarr", "radarr"] {
            play.select(name)
            play.type(" ")
        }
        play.type("X")
        #expect(play.text.contains("Stop 2 workloads?"))
        play.press(.right, .enter)
        #expect(play.effects.count == 2)
        #expect(play.model.table.marked.isEmpty)
    }

    @Test("a workload that was replaced while the dialog was open is left alone")
    func replaced() throws {
        var play = Play()
        play.select("sonarr")
        var deployment = try #require(play.deployment)
        play.type("X")
        play.receive(.deleted(.deployments, deployment.uid))
        deployment.metadata.uid = "another"
        play.receive(.updated(.deployments, [.deployment(deployment)]))
        play.press(.right, .enter)
        #expect(play.effects.isEmpty)
        #expect(play.text.contains("nothing done: deployment sonarr is gone or was replaced"))
    }

    @Test("a stop is followed until its pods are gone, a start until they are ready")
    func followed() throws {
        var play = Play()
        play.select("sonarr")
        let uid = try #require(play.deployment).uid
        let stop = Scaling(
            .deployment, name: "sonarr", namespace: "kubeseed", uid: uid, replicas: 0, remembered: 1)
        try play.demo.scale(stop)
        play.receive(.scaled(stop))
        #expect(
            sentences(&play) == [
                "deployments/sonarr scaled", "deployment sonarr stops: 1 pod still ends",
                "deployment sonarr has stopped",
            ])
        let start = Scaling(.deployment, name: "sonarr", namespace: "kubeseed", uid: uid, replicas: 1)
        try play.demo.scale(start)
        play.receive(.scaled(start))
        #expect(sentences(&play).last == "deployment sonarr has started: 1 of 1 ready")
    }

    @Test("the API's refusal is shown")
    func refused() {
        var play = Play()
        play.receive(.refused(Phrase(verbatim: "sonarr"), .refused(code: 403, reason: "Forbidden", message: "no!")))
        #expect(play.text.contains("sonarr: no!"))
    }

    @Test("what has no workload cannot be stopped")
    func nothing() {
        var play = Play()
        play.select("externalservice")
        play.type("X")
        #expect(play.model.overlay == nil)
        #expect(play.text.contains("externalservice has nothing to stop or start"))
    }

    /// What the status line says of the newest rollout until it has come to its end.
    private func sentences(_ play: inout Play) -> [String] {
        var sentences: [String] = []
        for _ in 0..<600 {
            let sentence = play.model.rollouts.last?.sentence.english ?? ""
            if sentences.last != sentence { sentences.append(sentence) }
            if play.model.rollouts.last?.outcome != nil { break }
            play.wait(seconds: 0.1)
        }
        return sentences
    }
}

extension Play {
    /// That of the selected application.
    fileprivate var deployment: Deployment? { model.selection?.application?.deployments.first }
}
