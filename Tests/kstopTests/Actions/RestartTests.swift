import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct RestartTests {
    @Test("Enter in the fresh dialog cancels")
    func defaultIsCancel() {
        var play = Play()
        play.select("sonarr")
        play.type("r")
        #expect(play.text.contains("Restart sonarr?"))
        play.press(.enter)
        #expect(play.effects.isEmpty)
        #expect(play.model.overlay == nil)
    }

    @Test("a confirmed restart is asked for once, bound to the object")
    func confirmed() throws {
        var play = Play()
        play.select("sonarr")
        let deployment = try #require(play.model.selection?.deployment)
        play.type("r")
        play.press(.right, .enter)
        let asked = RestartedDeployment(
            name: "sonarr", uid: deployment.uid, generation: deployment.metadata.generation)
        #expect(play.effects == [.restart(asked, namespace: "kubeseed")])
    }

    @Test("a deployment that was replaced while the dialog was open is left alone")
    func replaced() throws {
        var play = Play()
        play.select("sonarr")
        let deployment = try #require(play.model.selection?.deployment)
        play.type("r")
        var successor = deployment
        successor.metadata.uid = "another"
        play.receive(.deleted(.deployments, deployment.uid))
        play.receive(.updated(.deployments, [.deployment(successor)]))
        play.press(.right, .enter)
        #expect(play.effects.isEmpty)
        #expect(play.text.contains("nothing done: deployment sonarr is gone or was replaced"))
    }

    @Test("a restart is followed to its end in rollout status' words")
    func followed() throws {
        var play = Play()
        play.select("sonarr")
        let deployment = try #require(play.model.selection?.deployment)
        let asked = RestartedDeployment(name: "sonarr", uid: deployment.uid, generation: deployment.metadata.generation)
        let reference = ObjectReference(kind: "Deployment", name: "sonarr", namespace: "kubeseed", uid: deployment.uid)
        try play.demo.restart(reference, stamp: "2026-11-23T14:00:00Z")
        play.receive(.restarted(asked))
        var sentences: [String] = []
        for _ in 0..<200 where play.model.rollouts.first?.outcome == nil {
            let sentence = play.model.rollouts.first?.sentence.english ?? ""
            if sentences.last != sentence { sentences.append(sentence) }
            play.wait(seconds: 0.1)
        }
        let rollout = #"Waiting for deployment "sonarr" rollout to finish: "#
        #expect(
            sentences == [
                "deployment.apps/sonarr restarted",
                "Waiting for deployment spec update to be observed...",
                rollout + "0 out of 1 new replicas have been updated...",
                rollout + "1 old replicas are pending termination...",
            ])
        #expect(play.text.contains(#"deployment "sonarr" successfully rolled out"#))
        play.wait(seconds: 10)
        #expect(!play.text.contains("successfully rolled out"))
    }

    @Test("the API's refusal is shown")
    func refused() {
        var play = Play()
        let error = APIError.refused(
            code: 403, reason: "Forbidden", message: "deployments.apps \"sonarr\" is forbidden")
        play.receive(.restartFailed(name: "sonarr", error))
        #expect(play.text.contains("sonarr: deployments.apps \"sonarr\" is forbidden"))
    }

    @Test("what has no deployment cannot be restarted")
    func noDeployment() {
        var play = Play()
        play.select("externalservice")
        play.type("r")
        #expect(play.model.overlay == nil)
        #expect(play.text.contains("externalservice has no deployment to restart"))
    }

    @Test("the dialog says what will happen")
    func consequences() {
        var deployment = Deployment(metadata: Metadata(name: "x"))
        #expect(deployment.restartConsequences.map(\.english) == ["The new pod starts before the old one ends."])
        deployment.spec.strategy = "Recreate"
        #expect(deployment.restartConsequences.map(\.english) == ["The old pod ends before the new one starts."])
        deployment.spec.replicas = 0
        #expect(deployment.restartConsequences.map(\.english) == ["It is stopped (0 replicas): nothing will start."])
        deployment.spec.isPaused = true
        #expect(
            deployment.restartConsequences.map(\.english) == [
                "It is paused: kubectl rollout resume must come first."
            ])
    }

    @Test("with --readonly there is no such key")
    func readOnly() {
        var play = Play(isReadOnly: true)
        play.select("sonarr")
        play.type("r")
        #expect(play.model.overlay == nil)
        #expect(!play.text.contains("r restart"))
    }
}
