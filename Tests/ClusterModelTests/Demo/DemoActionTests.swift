import Expectations
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct DemoActionTests {
    @Test("a deployment that is scaled to 0 loses its pod, and gets one again")
    func stopAndStart() throws {
        var demo = DemoCluster(start: demoStart)
        let deployment = try #require(demo.deployment("sonarr"))
        try demo.scale(scaling(deployment, to: 0, remembered: 1))
        _ = demo.advance(to: demo.now + 20)
        #expect(demo.pods(of: "sonarr").isEmpty)
        let stopped = try #require(demo.deployment("sonarr"))
        #expect(stopped.status.replicas == 0)
        #expect(stopped.metadata.rememberedReplicas == 1)
        try demo.scale(scaling(deployment, to: 1))
        _ = demo.advance(to: demo.now + 60)
        #expect(demo.pods(of: "sonarr").map(\.isServing) == [true])
        let started = try #require(demo.deployment("sonarr"))
        #expect(started.rollout == .done)
        #expect(started.metadata.rememberedReplicas == nil)
    }

    @Test("a deleted pod is replaced by its controller")
    func delete() throws {
        var demo = DemoCluster(start: demoStart)
        let old = try #require(demo.pods(of: "radarr").first)
        try demo.deletePod(reference(old))
        _ = demo.advance(to: demo.now + 60)
        let new = demo.pods(of: "radarr")
        #expect(new.map(\.isServing) == [true])
        #expect(new.first?.uid != old.uid)
    }

    @Test("another pod of the same name is not deleted")
    func conflict() throws {
        var demo = DemoCluster(start: demoStart)
        var reference = reference(try #require(demo.pods(of: "radarr").first))
        reference.uid = "another"
        let error = thrown(APIError.self) { try demo.deletePod(reference) }
        #expect(error?.text.english.contains("UID in precondition: another") == true)
    }

    private func scaling(_ deployment: Deployment, to replicas: Int, remembered: Int? = nil) -> Scaling {
        Scaling(
            .deployment, name: deployment.name, namespace: deployment.metadata.namespace, uid: deployment.uid,
            replicas: replicas, remembered: remembered)
    }

    private func reference(_ pod: Pod) -> ObjectReference {
        ObjectReference(kind: "Pod", name: pod.name, namespace: pod.metadata.namespace, uid: pod.uid)
    }
}
