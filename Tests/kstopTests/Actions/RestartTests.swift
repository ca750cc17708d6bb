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
        let workload = try #require(play.model.selection?.restartable)
        play.type("r")
        play.press(.right, .enter)
        #expect(play.effects == [.restart(RestartedWorkload(workload))])
        #expect(workload.reference.uid == workload.uid)
    }

    @Test("a deployment that was replaced while the dialog was open is left alone")
    func replaced() throws {
        var play = Play()
        play.select("sonarr")
        let workload = try #require(play.model.selection?.restartable)
        play.type("r")
        var successor = try #require(play.model.cluster.deployments[workload.uid])
        successor.metadata.uid = "another"
        play.receive(.deleted(.deployments, workload.uid))
        play.receive(.updated(.deployments, [.deployment(successor)]))
        play.press(.right, .enter)
        #expect(play.effects.isEmpty)
        #expect(play.text.contains("nothing done: deployment sonarr is gone or was replaced"))
    }

    @Test("a restart is followed to its end in rollout status' words")
    func followed() throws {
        var play = Play()
        play.select("sonarr")
        let workload = try #require(play.model.selection?.restartable)
        let asked = RestartedWorkload(workload)
        try play.demo.restart(asked.object, stamp: "2026-11-23T14:00:00Z")
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

    @Test("a stateful set is restarted like a deployment, and followed in its own words")
    func statefulSet() throws {
        var play = Play(emptyWith: Size(110, 36))
        for kind in ResourceKind.allCases { play.load(kind) }
        var set = StatefulSet(metadata: Metadata(name: "gitea", namespace: "kubeseed", uid: "gitea", generation: 1))
        (set.partition, set.status.observedGeneration, set.status.readyReplicas) = (0, 1, 1)
        set.status.updatedReplicas = 1
        play.receive(.updated(.statefulSets, [.statefulSet(set)]))
        play.select("gitea")
        play.type("r")
        #expect(play.text.contains("stateful set gitea"))
        play.press(.right, .enter)
        let asked = RestartedWorkload(.statefulSet(set))
        #expect(play.effects == [.restart(asked)])
        play.receive(.restarted(asked))
        #expect(play.text.contains("statefulset.apps/gitea restarted"))
        set.metadata.generation = 2
        play.receive(.updated(.statefulSets, [.statefulSet(set)]))
        #expect(play.text.contains("Waiting for statefulset spec update to be observed..."))
        (set.status.observedGeneration, set.status.readyReplicas) = (2, 0)
        play.receive(.updated(.statefulSets, [.statefulSet(set)]))
        #expect(play.text.contains("Waiting for 1 pods to be ready..."))
        set.status.readyReplicas = 1
        play.receive(.updated(.statefulSets, [.statefulSet(set)]))
        #expect(play.text.contains("partitioned roll out complete: 1 new pods have been updated..."))
        #expect(play.model.rollouts.first?.outcome == .succeeded)
    }

    @Test("what has no workload cannot be restarted")
    func noWorkload() {
        var play = Play()
        play.select("externalservice")
        play.type("r")
        #expect(play.model.overlay == nil)
        #expect(play.text.contains("externalservice has nothing to restart"))
    }

    @Test("the dialog says what will happen")
    func consequences() {
        var deployment = Deployment(metadata: Metadata(name: "x"))
        check(.deployment(deployment), "The new pod starts before the old one ends.")
        deployment.spec.strategy = "Recreate"
        check(.deployment(deployment), "The old pod ends before the new one starts.")
        deployment.spec.replicas = 0
        check(.deployment(deployment), "It is stopped (0 replicas): nothing will start.")
        deployment.spec.isPaused = true
        check(.deployment(deployment), "It is paused: kubectl rollout resume must come first.")
        var set = StatefulSet(metadata: Metadata(name: "x"))
        check(.statefulSet(set), "The old pod ends before the new one starts.")
        set.replicas = 2
        check(
            .statefulSet(set), "Its pods are replaced one after the other: each ends before its successor starts.")
        set.partition = 1
        check(.statefulSet(set), "Only its pods from number 1 on are replaced (partition).")
        set.strategy = "OnDelete"
        check(.statefulSet(set), "Its pods stay as they are until somebody deletes them (OnDelete).")
        check(.daemonSet(DaemonSet(metadata: Metadata(name: "x"))), "No node is meant for it: nothing will start.")
    }

    private func check(_ workload: Workload, _ sentence: String, at location: SourceLocation = #_sourceLocation) {
        #expect(workload.restartConsequences.map(\.english) == [sentence], sourceLocation: location)
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
