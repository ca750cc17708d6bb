import Foundation
import Testing
import Words

@testable import ClusterModel

/// Health, STATUS and the sentence that says why, of the application "web".
struct VerdictTests {
    @Test("a container that cannot go on", arguments: VerdictExample.crashes)
    func crashes(example: VerdictExample) throws { try check(example) }

    @Test("a pod that cannot start", arguments: VerdictExample.blocked)
    func blocked(example: VerdictExample) throws { try check(example) }

    @Test("a deployment that moves on, or does not", arguments: VerdictExample.rollouts)
    func rollouts(example: VerdictExample) throws { try check(example) }

    @Test("an image whose registry says why in many words", arguments: VerdictExample.images)
    func images(example: VerdictExample) throws { try check(example) }

    @Test("what a container's or a pod's own words explain", arguments: VerdictExample.causes)
    func causes(example: VerdictExample) throws { try check(example) }

    @Test("what surrounds a pod: node, gates, controllers, finalizers", arguments: VerdictExample.surroundings)
    func surroundings(example: VerdictExample) throws { try check(example) }

    @Test("stateful sets, daemon sets and quotas", arguments: VerdictExample.workloads)
    func workloads(example: VerdictExample) throws { try check(example) }

    @Test("jobs, which come and go", arguments: VerdictExample.jobs)
    func jobs(example: VerdictExample) throws { try check(example) }

    @Test("links that are broken, and those that are only doubtful", arguments: VerdictExample.links)
    func links(example: VerdictExample) throws { try check(example) }

    @Test("several parts of one application", arguments: VerdictExample.parts)
    func parts(example: VerdictExample) throws { try check(example) }

    private func check(_ example: VerdictExample, at location: SourceLocation = #_sourceLocation) throws {
        let verdict = try #require(example.sample.application, sourceLocation: location).verdict
        let text = "\(verdict.health) | \(verdict.status.english) | \(verdict.why?.english ?? "")"
        #expect(text == example.expected, sourceLocation: location)
    }
}

struct VerdictExample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var expected: String
    var sample: Sample

    init(_ name: String, _ expected: String, change: (inout Sample) -> Void = { _ in }) {
        (testDescription, self.expected) = (name, expected)
        sample = Sample(change)
    }
}

extension VerdictExample {
    static let crashes: [VerdictExample] = [
        VerdictExample("well", "healthy | Running | "),
        VerdictExample(
            "a crash at once",
            "broken | CrashLoopBackOff | Container web exits with code 1 right after it starts (restarted 4 times)."
        ) { $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 4, last: Sample.end(code: 1))) },
        VerdictExample(
            "a crash after a while, with last words",
            "broken | CrashLoopBackOff | Container web exits with code 2 after running for 75s: no such file (restarted once)."
        ) {
            let end = Sample.end(code: 2, message: "no such file\nbye", lifetime: 75)
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 1, last: end))
        },
        VerdictExample(
            "a missing command",
            "broken | Error | Container web exits with code 127 (the command was not found) right after it starts."
        ) {
            var status = Sample.running
            status.isReady = false
            status.state = .terminated(Sample.end(code: 127))
            $0.fail(with: status)
        },
        VerdictExample(
            "out of memory",
            "broken | CrashLoopBackOff | Container web is killed at its memory limit of 512Mi (restarted 2 times)."
        ) {
            $0.pod.spec.containers[0].memoryLimit = "512Mi"
            let end = Sample.end(code: 137, reason: "OOMKilled")
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 2, last: end))
        },
        VerdictExample(
            "out of memory without a limit",
            "broken | OOMKilled | Container web is killed for want of memory on the node (restarted once)."
        ) {
            var status = Sample.waiting("", restarts: 1)
            status.state = .terminated(Sample.end(code: 137, reason: "OOMKilled"))
            $0.fail(with: status)
        },
        VerdictExample(
            "killed by its liveness probe, between two kills",
            "broken | restarting | Container web is killed again and again, liveness probe failed: no route "
                + "(restarted 3 times)."
        ) {
            $0.pod.status.containerStatuses = [Sample.restarted(times: 3, runningFor: 5, lifetime: 5)]
            $0.others = [
                Sample.event(
                    "Killing", "Container web failed liveness probe, will be restarted", about: $0.pod, container: "web"
                ),
                Sample.event("Unhealthy", "Liveness probe failed: no route", about: $0.pod, container: "web"),
            ]
        },
        VerdictExample(
            "killed by its startup probe once",
            "broken | CrashLoopBackOff | Container web is killed because its startup probe failed (restarted once)."
        ) {
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 1, last: Sample.end(code: 0)))
            $0.others = [
                Sample.event(
                    "Killing", "Container web failed startup probe, will be restarted", about: $0.pod, container: "web")
            ]
        },
        VerdictExample("restarted often, but for ten minutes well", "healthy | Running | ") {
            $0.pod.status.containerStatuses = [Sample.restarted(times: 30, runningFor: 601, lifetime: 5)]
        },
        VerdictExample("restarted often, but long runs", "healthy | Running | ") {
            $0.pod.status.containerStatuses = [Sample.restarted(times: 30, runningFor: 5, lifetime: 601)]
        },
        VerdictExample("restarted twice", "healthy | Running | ") {
            $0.pod.status.containerStatuses = [Sample.restarted(times: 2, runningFor: 5, lifetime: 5)]
        },
        VerdictExample(
            "never ready",
            "broken | NotReady | Container web runs but is not ready: startup probe failed: HTTP 404."
        ) {
            var status = Sample.running
            (status.isReady, status.started) = (false, false)
            $0.fail(with: status)
            $0.pod.status.phase = "Running"
            $0.others = [Sample.event("Unhealthy", "Startup probe failed: HTTP 404", about: $0.pod, container: "web")]
        },
        VerdictExample(
            "no longer ready",
            "broken | NotReady | Container web runs but is not ready: readiness probe failed: HTTP 503."
        ) {
            var status = Sample.running
            status.isReady = false
            $0.fail(with: status)
            $0.pod.status.phase = "Running"
            let lost = noon.addingTimeInterval(-60)
            $0.pod.status.conditions = [
                Condition(type: "ContainersReady", status: "False", lastTransitionTime: lost)
            ]
            $0.others = [Sample.event("Unhealthy", "Readiness probe failed: HTTP 503", about: $0.pod, container: "web")]
        },
    ]

    static let blocked: [VerdictExample] = [
        VerdictExample(
            "an image that does not exist",
            "broken | ErrImagePull | Image web:1 of container web cannot be pulled: web:1: not found."
        ) {
            $0.fail(
                with: Sample.waiting(
                    "ErrImagePull",
                    "rpc error: code = NotFound desc = failed to pull and unpack image \"web:1\": web:1: not found"))
        },
        VerdictExample(
            "an image, as older kubelets tell it",
            "broken | ImagePullBackOff | Image web:1 of container web cannot be pulled: denied."
        ) {
            $0.fail(with: Sample.waiting("ImagePullBackOff", "Back-off pulling image \"web:1\""))
            $0.others = [
                Sample.event("Failed", "Failed to pull image \"web:1\": denied", about: $0.pod, container: "web")
            ]
        },
        VerdictExample(
            "a missing secret",
            "broken | CreateContainerConfigError | Container web cannot be started: secret \"web\" not found."
        ) { $0.fail(with: Sample.waiting("CreateContainerConfigError", "secret \"web\" not found")) },
        VerdictExample(
            "no node",
            "broken | Pending | Pod web-577f7d9db5-sbsbs cannot be scheduled: 0/1 nodes are available: 1 Insufficient memory."
        ) {
            $0.fail(with: nil)
            let message = "0/1 nodes are available: 1 Insufficient memory. preemption: 0/1 nodes are available."
            $0.pod.status.conditions = [
                Condition(type: "PodScheduled", status: "False", reason: "Unschedulable", message: message)
            ]
        },
        VerdictExample(
            "a volume that cannot be mounted",
            "broken | ContainerCreating | Pod web-577f7d9db5-sbsbs cannot be prepared: MountVolume.SetUp failed for "
                + "volume \"config\" : hostPath type check failed: /config is not a directory."
        ) {
            $0.fail(with: Sample.waiting("ContainerCreating"))
            let message =
                "MountVolume.SetUp failed for volume \"config\" : hostPath type check failed: /config is not a directory"
            $0.others = [Sample.event("FailedMount", message, about: $0.pod)]
        },
        VerdictExample("a mount tried again", "progressing | ContainerCreating | \(waitingForOne)") {
            $0.fail(with: Sample.waiting("ContainerCreating"))
            $0.pod.metadata.creationTimestamp = noon.addingTimeInterval(-5)
            $0.others = [Sample.event("FailedMount", "timed out", about: $0.pod)]
        },
        VerdictExample("just made", "progressing | ContainerCreating | \(waitingForOne)") {
            $0.fail(with: Sample.waiting("ContainerCreating"))
            $0.pod.metadata.creationTimestamp = noon.addingTimeInterval(-5)
        },
        VerdictExample(
            "starting for too long",
            "broken | ContainerCreating | Pod web-577f7d9db5-sbsbs has been ContainerCreating for more than 10m, and "
                + "nothing says why."
        ) { $0.fail(with: Sample.waiting("ContainerCreating")) },
        VerdictExample(
            "an init container that fails",
            "broken | Init:CrashLoopBackOff | Container setup exits with code 3 right after it starts (restarted 2 times)."
        ) {
            $0.fail(with: Sample.waiting("PodInitializing"))
            var status = Sample.waiting("CrashLoopBackOff", restarts: 2, last: Sample.end(code: 3))
            status.name = "setup"
            $0.pod.spec.initContainers = [Container(name: "setup")]
            $0.pod.status.initContainerStatuses = [status]
        },
        VerdictExample("an evicted pod beside its successor", "healthy | Running | ") {
            var evicted = $0.newPod
            evicted.status = Pod.Status(phase: "Failed", reason: "Evicted", message: "low on disk")
            $0.others = [.pod(evicted)]
        },
    ]

    private static let waitingForOne =
        "Waiting for deployment \"web\" rollout to finish: 0 of 1 updated replicas are available..."
}

extension Sample {
    /// The only container of the only pod is like `status`, and everyone has noticed.
    mutating func fail(with status: ContainerStatus?) {
        pod.status.containerStatuses = status.map { [$0] } ?? []
        pod.status.phase = "Pending"
        slice.endpoints[0].ready = false
        deployment.status.readyReplicas = 0
        deployment.status.availableReplicas = 0
    }

    static func restarted(times: Int, runningFor seconds: Double, lifetime: Double) -> ContainerStatus {
        var status = Sample.running
        status.restartCount = times
        status.state = .running(since: noon.addingTimeInterval(-seconds))
        let end = noon.addingTimeInterval(-seconds - 1)
        let start = end.addingTimeInterval(-lifetime)
        status.lastState = .terminated(Termination(exitCode: 0, startedAt: start, finishedAt: end))
        return status
    }
}
