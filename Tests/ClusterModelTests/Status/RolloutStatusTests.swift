import Testing
import Words

@testable import ClusterModel

/// The words of kubectl 1.36, `pkg/polymorphichelpers/rollout_status.go`.
struct RolloutStatusTests {
    @Test("a stateful set comes along pod by pod, down to its partition")
    func statefulSet() {
        var set = StatefulSet(metadata: Metadata(name: "db", generation: 2), replicas: 3, partition: 0)
        check(set, .waiting, "Waiting for statefulset spec update to be observed...")
        set.status.observedGeneration = 2
        set.status.readyReplicas = 1
        check(set, .waiting, "Waiting for 2 pods to be ready...")
        set.status.readyReplicas = 3
        set.status.updatedReplicas = 1
        set.partition = 1
        let progress = "Waiting for partitioned roll out to finish: 1 out of 2 new pods have been updated..."
        check(set, .waiting, progress)
        set.status.updatedReplicas = 2
        check(set, .done, "partitioned roll out complete: 2 new pods have been updated...")
        set.partition = nil
        (set.status.updateRevision, set.status.currentRevision) = ("db-2", "db-1")
        check(set, .waiting, "waiting for statefulset rolling update to complete 2 pods at revision db-2...")
        (set.status.currentRevision, set.status.currentReplicas) = ("db-2", 3)
        check(set, .done, "statefulset rolling update complete 3 pods at revision db-2...")
        set.strategy = "OnDelete"
        check(set, .failed, "rollout status is only available for RollingUpdate strategy type")
    }

    @Test("a daemon set comes along node by node")
    func daemonSet() {
        var set = DaemonSet(metadata: Metadata(name: "agent", generation: 2))
        check(set, .waiting, "Waiting for daemon set spec update to be observed...")
        set.status.observedGeneration = 2
        set.status.desiredNumberScheduled = 2
        let waiting = "Waiting for daemon set \"agent\" rollout to finish:"
        check(set, .waiting, "\(waiting) 0 out of 2 new pods have been updated...")
        set.status.updatedNumberScheduled = 2
        set.status.numberAvailable = 1
        check(set, .waiting, "\(waiting) 1 of 2 updated pods are available...")
        set.status.numberAvailable = 2
        check(set, .done, "daemon set \"agent\" successfully rolled out")
        set.strategy = "OnDelete"
        check(set, .failed, "rollout status is only available for RollingUpdate strategy type")
    }

    @Test("a paused deployment is done when it is scaled, whatever its template")
    func paused() {
        var deployment = Deployment(metadata: Metadata(name: "web", generation: 2))
        deployment.spec.isPaused = true
        deployment.spec.replicas = 2
        #expect(deployment.rolloutStatus.stage == .waiting)
        deployment.status.observedGeneration = 2
        deployment.status.replicas = 2
        deployment.status.availableReplicas = 1
        let waiting = "Waiting for deployment \"web\" rollout to finish: 1 of 2 updated replicas are available..."
        #expect(deployment.rolloutStatus == RolloutStatus(.waiting, waiting))
        deployment.status.availableReplicas = 2
        #expect(deployment.rolloutStatus.stage == .done)
        #expect(deployment.rolloutStatus.sentence.english == "deployment web is scaled; its rollout is paused")
        deployment.spec.replicas = 0
        #expect(deployment.rolloutStatus.stage == .waiting)
    }

    @Test("what is only replaced when it is deleted, or down to a partition, is not rolling without an end")
    func restingSets() {
        var set = StatefulSet(metadata: Metadata(name: "db"), replicas: 3, strategy: "OnDelete")
        set.status.readyReplicas = 3
        (set.status.updateRevision, set.status.currentRevision) = ("db-2", "db-1")
        #expect(ReplicaController(set, events: []).stage == .done)
        (set.strategy, set.partition, set.status.updatedReplicas) = ("RollingUpdate", 2, 1)
        #expect(ReplicaController(set, events: []).stage == .done)
        set.partition = 0
        #expect(ReplicaController(set, events: []).stage == .replacing)
        var daemons = DaemonSet(metadata: Metadata(name: "agent"), strategy: "OnDelete")
        daemons.status.desiredNumberScheduled = 2
        daemons.status.numberAvailable = 2
        #expect(ReplicaController(daemons, events: []).stage == .done)
        daemons.strategy = "RollingUpdate"
        #expect(ReplicaController(daemons, events: []).stage == .replacing)
    }

    private func check(
        _ set: StatefulSet, _ stage: RolloutStatus.Stage, _ words: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(set.rolloutStatus == RolloutStatus(stage, words), sourceLocation: location)
    }

    private func check(
        _ set: DaemonSet, _ stage: RolloutStatus.Stage, _ words: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(set.rolloutStatus == RolloutStatus(stage, words), sourceLocation: location)
    }
}
