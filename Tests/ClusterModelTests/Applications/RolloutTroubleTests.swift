import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct RolloutTroubleTests {
    private static let revision = "deployment.kubernetes.io/revision"

    @Test("an image that cannot be pulled keeps a rollout from its end")
    func image() {
        let status = Sample.waiting("ImagePullBackOff")
        #expect(trouble(status)?.hasPrefix("Image web:1 of container web cannot be pulled") == true)
    }

    @Test("so does a container that ends again, but not its first end")
    func crash() {
        let end = Sample.end(code: 1)
        #expect(
            trouble(Sample.waiting("CrashLoopBackOff", restarts: 1, last: end))?.contains("exits with code 1") == true)
        var first = Sample.waiting("", restarts: 0)
        first.state = .terminated(end)
        #expect(trouble(first) == nil)
    }

    @Test("the pods of an older revision are no trouble, nor those on their way")
    func old() {
        #expect(trouble(Sample.waiting("ImagePullBackOff"), revision: "1") == nil)
        #expect(trouble(Sample.waiting("ContainerCreating")) == nil)
        #expect(trouble(Sample.running) == nil)
    }

    /// What is said of a deployment at revision 2 whose one pod, of some revision, has such a container.
    private func trouble(_ status: ContainerStatus, revision: String = "2") -> String? {
        var sample = Sample()
        sample.pod.status.phase = "Pending"
        sample.pod.status.containerStatuses = [status]
        sample.deployment.metadata.annotations[Self.revision] = "2"
        var metadata = Metadata(name: "web-577f7d9db5", namespace: "kubeseed", uid: "rs")
        metadata.annotations[Self.revision] = revision
        metadata.ownerReferences = [OwnerReference(kind: "Deployment", name: "web", uid: sample.deployment.uid)]
        sample.others = [.replicaSet(ReplicaSet(metadata: metadata))]
        return sample.cluster.rolloutTrouble(sample.deployment.uid, at: noon)?.english
    }
}
