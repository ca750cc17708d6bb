import Foundation

@testable import ClusterModel

private let name = "web-577f7d9db5-sbsbs"

extension VerdictExample {
    /// What a container's or a pod's own words explain.
    static let causes: [VerdictExample] = [
        VerdictExample(
            "killed by its probe for so long that no event says so any more",
            "broken | CrashLoopBackOff | Container web is killed again and again, liveness probe failed: HTTP 500 "
                + "(restarted 9 times)."
        ) {
            $0.fail(afterRunningFor: 29, code: 0, restarts: 9, probe: Probe(period: 10, failures: 3))
            $0.others = [
                old(Sample.event("Unhealthy", "Liveness probe failed: HTTP 500", about: $0.pod, container: "web"))
            ]
        },
        VerdictExample(
            "killed in silence, with a probe configured",
            "broken | CrashLoopBackOff | Container web exits with code 143 (SIGTERM) after running for 29s: the kubelet "
                + "restarts it, and a liveness probe is configured (restarted 9 times)."
        ) { $0.fail(afterRunningFor: 29, code: 143, restarts: 9, probe: Probe(period: 10, failures: 3)) },
        VerdictExample(
            "ended long before its probe could have failed",
            "broken | CrashLoopBackOff | Container web exits with code 137 (SIGKILL) after running for 2s "
                + "(restarted 9 times)."
        ) {
            $0.fail(afterRunningFor: 2, code: 137, restarts: 9, probe: Probe(delay: 10, period: 10, failures: 3))
            $0.others = [
                old(Sample.event("Unhealthy", "Liveness probe failed: HTTP 500", about: $0.pod, container: "web"))
            ]
        },
        VerdictExample(
            "a signal for which the runtime has no exit code",
            "broken | CrashLoopBackOff | Container web is ended by signal 11 (SIGSEGV) (restarted 4 times)."
        ) {
            var end = Sample.end(code: 0)
            end.signal = 11
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 4, last: end))
        },
        VerdictExample(
            "a command that is not there",
            "broken | CrashLoopBackOff | Container web cannot be started: exec: \"/no/such\": no such file or directory."
        ) {
            $0.failStart(
                "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create "
                    + "failed: unable to start container process: error during container init: exec: \"/no/such\": stat "
                    + "/no/such: no such file or directory: unknown")
        },
        VerdictExample(
            "a folder that is not there",
            "broken | CrashLoopBackOff | Container web cannot be started: chdir to cwd (\"/nope\") set in config.json failed: "
                + "no such file or directory."
        ) {
            $0.failStart(
                "failed to create task for container: failed to create shim task: OCI runtime create failed: runc create "
                    + "failed: unable to start container process: chdir to cwd (\"/nope\") set in config.json failed: no such "
                    + "file or directory: unknown")
        },
        VerdictExample(
            "a start that needs more memory than it may have",
            "broken | CrashLoopBackOff | Container web cannot be started: container init was OOM-killed (memory limit too "
                + "low?)."
        ) {
            $0.failStart(
                "failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create "
                    + "failed: unable to start container process: container init was OOM-killed (memory limit too low?): "
                    + "unknown")
        },
        VerdictExample(
            "a hook that fails",
            "broken | CrashLoopBackOff | Container web is killed because its postStart hook failed: command 'sh -c exit 1' "
                + "exited with 1 (restarted once)."
        ) {
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 1, last: Sample.end(code: 137)))
            let message =
                "Exec lifecycle hook ([sh -c exit 1]) for Container \"web\" in Pod \"web_kubeseed(1)\" failed - error: "
                + "command 'sh -c exit 1' exited with 1: , message: \"\""
            $0.others = [Sample.event("FailedPostStartHook", message, about: $0.pod, container: "web")]
        },
        VerdictExample(
            "the memory limit of the pod",
            "broken | CrashLoopBackOff | Container web is killed at the memory limit of its pod, 64Mi (restarted 4 times)."
        ) {
            $0.pod.spec.limits.memory = "64Mi"
            let end = Sample.end(code: 137, reason: "OOMKilled")
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 4, last: end))
        },
        VerdictExample(
            "an image of a volume",
            "broken | ImagePullBackOff | Image x.invalid/artifact:v2 of volume data cannot be pulled."
        ) {
            $0.pod.spec.volumes = [Volume(name: "data", source: .image("x.invalid/artifact:v2"))]
            let message =
                "Back-off pulling image \"x.invalid/artifact:v2\": ErrImagePull: failed to pull and unpack image"
            $0.fail(with: Sample.waiting("ImagePullBackOff", message))
        },
        VerdictExample(
            "an init container that takes long",
            "broken | Init:0/1 | Init container restore has been running for 16m."
        ) { $0.initialize(for: 16 * 60) },
        VerdictExample("an init container that takes its time", "progressing | Init:0/1 | \(waitingForOne)") {
            $0.initialize(for: 9 * 60)
        },
        VerdictExample("a startup probe that gives it half an hour", "progressing | Running | \(waitingForOne)") {
            $0.startUp(for: 1700, probe: Probe(period: 10, failures: 180))
        },
        VerdictExample(
            "a startup probe whose time is over",
            "broken | NotReady | Container web runs but is not ready."
        ) { $0.startUp(for: 1801, probe: Probe(period: 10, failures: 180)) },
        VerdictExample("a helper that is done beside a container that runs", "healthy | Running | ") {
            $0.absent = everything
            $0.addPod(policy: "Never") { pod in
                pod.spec.containers.append(Container(name: "helper"))
                pod.status.containerStatuses.append(Sample.done("helper"))
                pod.status.conditions = [Condition(type: "Ready", status: "False", reason: "ContainersNotReady")]
            }
        },
        VerdictExample("a container that is done by its own restart policy", "healthy | Running | ") {
            $0.absent = everything
            $0.addPod { pod in
                pod.spec.containers.append(Container(name: "helper", restartPolicy: "Never"))
                pod.status.containerStatuses.append(Sample.done("helper"))
            }
        },
        VerdictExample(
            "a readiness probe that says nothing",
            "broken | NotReady | Container web runs but is not ready: readiness probe failed."
        ) {
            var status = Sample.running
            status.isReady = false
            $0.fail(with: status)
            $0.pod.status.phase = "Running"
            let lost = noon.addingTimeInterval(-60)
            $0.pod.status.conditions = [Condition(type: "ContainersReady", status: "False", lastTransitionTime: lost)]
            $0.others = [Sample.event("Unhealthy", "Readiness probe failed: ", about: $0.pod, container: "web")]
        },
        VerdictExample(
            "a mount whose reason stands in its last line",
            "broken | ContainerCreating | Pod \(name) cannot be prepared: MountVolume.SetUp failed for volume \"nfs\": "
                + "mount.nfs: Connection refused."
        ) {
            $0.fail(with: Sample.waiting("ContainerCreating"))
            let message =
                "MountVolume.SetUp failed for volume \"nfs\" : mount failed: exit status 32\nMounting command: mount\n"
                + "Mounting arguments: -t nfs 10.0.0.9:/media /var/lib/kubelet/pods/1\nOutput: mount.nfs: Connection "
                + "refused\n"
            $0.others = [Sample.event("FailedMount", message, about: $0.pod)]
        },
        VerdictExample(
            "a reason to wait that nobody has heard of",
            "broken | NetworkNotReady | Container web cannot be started: network is not ready."
        ) { $0.fail(with: Sample.waiting("NetworkNotReady", "network is not ready")) },
    ]

    /// What surrounds a pod.
    static let surroundings: [VerdictExample] = [
        VerdictExample("a node that does not report", "broken | NotReady | Node seedbox has not reported for 12m.") {
            $0.loseNode(status: "Unknown")
        },
        VerdictExample(
            "a node that is not ready",
            "broken | NotReady | Node seedbox is not ready: container runtime is down."
        ) { $0.loseNode(status: "False", message: "container runtime is down") },
        VerdictExample(
            "a pod that finds no place since the only node does not report",
            "broken | Pending | Node seedbox has not reported for 12m."
        ) {
            $0.loseNode(status: "Unknown")
            $0.fail(with: nil)
            $0.pod.spec.nodeName = ""
            let message = "0/1 nodes are available: 1 node(s) had untolerated taint {node.kubernetes.io/unreachable: }."
            $0.pod.status.conditions = [
                Condition(type: "PodScheduled", status: "False", reason: "Unschedulable", message: message)
            ]
        },
        VerdictExample("a lost node, as old servers tell it", "broken | NodeLost | Pod \(name) is not ready: NodeLost.")
        {
            $0.pod.status.reason = "NodeLost"
        },
        VerdictExample(
            "a readiness gate",
            "broken | NotReady | Pod \(name) is not ready: the status of pod readiness gate \"b\" is not \"True\", but False."
        ) {
            $0.fail(with: Sample.running)
            $0.pod.status.phase = "Running"
            let message = "the status of pod readiness gate \"b\" is not \"True\", but False"
            $0.pod.status.conditions = [
                Condition(type: "Ready", status: "False", reason: "ReadinessGatesNotReady", message: message)
            ]
        },
        VerdictExample(
            "a scheduling gate",
            "broken | SchedulingGated | Pod \(name) cannot be scheduled: Scheduling is blocked due to non-empty scheduling "
                + "gates."
        ) { $0.block(reason: "SchedulingGated", "Scheduling is blocked due to non-empty scheduling gates") },
        VerdictExample(
            "a scheduler that fails",
            "broken | Pending | Pod \(name) cannot be scheduled: binding rejected."
        ) { $0.block(reason: "SchedulerError", "binding rejected") },
        VerdictExample(
            "pods that their node does not take",
            "broken | OutOfpods | Pod \(name) has failed: Pod was rejected: Node didn't have enough resource: pods."
        ) {
            $0.fail(with: nil)
            let message = "Pod was rejected: Node didn't have enough resource: pods"
            $0.pod.status = Pod.Status(phase: "Failed", reason: "OutOfpods", message: message)
        },
        VerdictExample(
            "a job that may make no pods",
            "broken | no pods | Job backup cannot make pods: exceeded quota."
        ) {
            $0.absent = everything
            $0.add(job: "backup")
            $0.addEvent("FailedCreate", "exceeded quota", about: "job backup")
        },
        VerdictExample(
            "an init container that fails for good",
            "broken | Init:Error | Container restore exits with code 3 right after it starts."
        ) {
            $0.absent = everything
            $0.addPod(policy: "Never") { pod in
                var status = Sample.done("restore")
                status.state = .terminated(Sample.end(code: 3))
                pod.spec.initContainers = [Container(name: "restore")]
                pod.status = Pod.Status(phase: "Failed")
                pod.status.initContainerStatuses = [status]
            }
        },
        VerdictExample(
            "a pod that a finalizer holds",
            "broken | Terminating | Pod \(name) should have ended 20m ago; finalizer example.com/hold holds it."
        ) {
            $0.absent = everything.subtracting([.pods])
            $0.pod.metadata.deletionTimestamp = noon.addingTimeInterval(-1200)
            $0.pod.metadata.finalizers = ["example.com/hold"]
        },
        VerdictExample(
            "a stateful set whose pod a finalizer holds",
            "broken | Terminating | Pod \(name) should have ended 20m ago; finalizer example.com/hold holds it."
        ) {
            $0.becomeStatefulSet { $0.status.readyReplicas = 0 }
            $0.pod.metadata.deletionTimestamp = noon.addingTimeInterval(-1200)
            $0.pod.metadata.finalizers = ["example.com/hold"]
        },
        VerdictExample(
            "endpoints with a port of another name",
            "broken | no endpoints | Service web leads nowhere: its endpoints have no port named http."
        ) {
            $0.absent = [.deployments, .pods]
            $0.service.selector = [:]
            $0.service.ports = [ServicePort(name: "http", port: 80)]
            $0.slice.ports = [EndpointPort(name: "web", port: 8080)]
            $0.slice.endpoints = [Endpoint(addresses: ["192.0.2.1"])]
        },
        VerdictExample("endpoints that are all ending", "progressing | Pending | \(waitingForOne)") {
            $0.absent = [.pods]
            $0.slice.endpoints[0].isTerminating = true
            ($0.deployment.status.readyReplicas, $0.deployment.status.availableReplicas) = (0, 0)
        },
    ]

    private static let waitingForOne =
        "Waiting for deployment \"web\" rollout to finish: 0 of 1 updated replicas are available..."

    /// As an event of long ago.
    private static func old(_ object: ClusterObject) -> ClusterObject {
        guard case .event(var event) = object else { return object }
        event.lastSeen = noon.addingTimeInterval(-2400)
        return .event(event)
    }
}

extension Sample {
    fileprivate static func done(_ name: String) -> ContainerStatus {
        ContainerStatus(name: name, state: .terminated(Sample.end(code: 0, reason: "Completed")))
    }

    fileprivate mutating func fail(afterRunningFor seconds: Double, code: Int, restarts: Int, probe: Probe) {
        pod.spec.containers[0].livenessProbe = probe
        let end = Sample.end(code: code, lifetime: seconds)
        fail(with: Sample.waiting("CrashLoopBackOff", restarts: restarts, last: end))
    }

    fileprivate mutating func failStart(_ message: String) {
        var end = Sample.end(code: 128, reason: "StartError", message: message)
        end.startedAt = Date(timeIntervalSince1970: 0)
        fail(with: Sample.waiting("CrashLoopBackOff", restarts: 3, last: end))
    }

    fileprivate mutating func initialize(for seconds: Double) {
        fail(with: Sample.waiting("PodInitializing"))
        pod.spec.initContainers = [Container(name: "restore")]
        pod.status.initContainerStatuses = [
            ContainerStatus(name: "restore", started: true, state: .running(since: noon.addingTimeInterval(-seconds)))
        ]
        pod.metadata.creationTimestamp = noon.addingTimeInterval(-seconds - 1)
    }

    fileprivate mutating func startUp(for seconds: Double, probe: Probe) {
        var status = Sample.running
        (status.isReady, status.started) = (false, false)
        status.state = .running(since: noon.addingTimeInterval(-seconds))
        fail(with: status)
        pod.status.phase = "Running"
        pod.spec.containers[0].startupProbe = probe
    }

    /// A pod of nobody, an hour old.
    fileprivate mutating func addPod(policy: String = "Always", change: (inout Pod) -> Void) {
        var pod = pod
        pod.metadata.ownerReferences = []
        pod.spec.restartPolicy = policy
        change(&pod)
        others.append(.pod(pod))
    }

    /// The only node is not ready, and the node controller has taken note of it.
    fileprivate mutating func loseNode(status: String, message: String = "Kubelet stopped posting node status.") {
        var node = Node(metadata: Metadata(name: "seedbox", uid: "node"))
        node.conditions = [
            Condition(
                type: "Ready", status: status, message: message, lastTransitionTime: noon.addingTimeInterval(-720))
        ]
        others.append(.node(node))
        pod.spec.nodeName = "seedbox"
        pod.status.conditions = [Condition(type: "Ready", status: "False")]
        slice.endpoints[0].ready = false
        (deployment.status.readyReplicas, deployment.status.availableReplicas) = (0, 0)
    }

    fileprivate mutating func block(reason: String, _ message: String) {
        fail(with: nil)
        pod.status.conditions = [
            Condition(type: "PodScheduled", status: "False", reason: reason, message: message)
        ]
    }
}
