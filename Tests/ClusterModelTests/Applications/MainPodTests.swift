import FoundationEssentials
import Testing

@testable import ClusterModel

struct MainPodTests {
    private let evicted = pod("evicted", phase: "Failed", reason: "Evicted")
    private let done = pod("done", phase: "Succeeded")
    private let failed = pod("failed", phase: "Failed")
    private let running = pod("running")
    private let old = pod("old")
    private let pending = pod("pending", phase: "Pending")
    private let ending = pod("ending", isDeleted: true)

    @Test("the liveliest of several pods, the newest first")
    func liveliest() {
        #expect([evicted, done, ending, running, old].liveliest?.name == "running")
        #expect([evicted, pending, running].liveliest?.name == "pending")
        #expect([evicted, done, ending].liveliest?.name == "ending")
        #expect([evicted, failed, done].liveliest?.name == "failed")
        #expect([evicted].liveliest?.name == "evicted")
        #expect([Pod]().liveliest == nil)
    }

    @Test("the main pod is one of the main workload, be it no newer than a helper's")
    func main() {
        var application = Application(name: "radarr", namespace: "kubeseed")
        application.pods = [evicted, running, old]
        #expect(application.mainPod?.name == "running")
        application.statefulSets = [StatefulSet(metadata: Metadata(name: "radarr", uid: "set"))]
        #expect(application.mainPod == nil && application.shownPod?.name == "running")
        application.pods[2].metadata.ownerReferences = [
            OwnerReference(kind: "StatefulSet", name: "radarr", uid: "set")
        ]
        #expect(application.mainPod?.name == "old" && application.shownPod?.name == "old")
    }

    private static func pod(
        _ name: String, phase: String = "Running", reason: String = "", isDeleted: Bool = false
    ) -> Pod {
        var pod = Pod(metadata: Metadata(name: name))
        pod.status.phase = phase
        pod.status.reason = reason
        if isDeleted { pod.metadata.deletionTimestamp = noon }
        return pod
    }
}
