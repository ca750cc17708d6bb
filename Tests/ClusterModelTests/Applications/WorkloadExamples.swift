import Foundation

@testable import ClusterModel

extension VerdictExample {
    static let workloads: [VerdictExample] = [
        VerdictExample("a stateful set", "healthy | Running | ") { $0.becomeStatefulSet() },
        VerdictExample("a stopped stateful set", "stopped | stopped | ") {
            $0.becomeStatefulSet { $0.replicas = 0 }
            $0.absent.insert(.pods)
        },
        VerdictExample(
            "a stateful set with a pod to come",
            "progressing | rolling 1 of 2 | Waiting for 1 pods to be ready..."
        ) { $0.becomeStatefulSet { $0.replicas = 2 } },
        VerdictExample(
            "a stateful set that may make no pods",
            "broken | no pods | Stateful set web cannot make pods: exceeded quota."
        ) {
            $0.becomeStatefulSet()
            $0.absent.insert(.pods)
            $0.addEvent("FailedCreate", "exceeded quota", about: "set web")
        },
        VerdictExample(
            "a stateful set whose pod crashes",
            "broken | CrashLoopBackOff | Container web exits with code 1 right after it starts (restarted 4 times)."
        ) {
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 4, last: Sample.end(code: 1)))
            $0.becomeStatefulSet { $0.status.readyReplicas = 0 }
        },
        VerdictExample("a daemon set", "healthy | Running | ") { $0.becomeDaemonSet(desired: 1) },
        VerdictExample("a daemon set for no node", "stopped | no node | ") {
            $0.becomeDaemonSet(desired: 0)
            $0.absent.insert(.pods)
        },
        VerdictExample(
            "a daemon set that is being updated",
            "progressing | rolling 1 of 2 | Waiting for daemon set \"web\" rollout to finish: 1 out of 2 new pods have been "
                + "updated..."
        ) { $0.becomeDaemonSet(desired: 2) },
        VerdictExample(
            "a quota that stops a rollout",
            "degraded | no pods | Deployment web cannot make pods: exceeded quota."
        ) {
            $0.deployment.status.replicas = 2
            $0.deployment.status.updatedReplicas = 0
            $0.deployment.status.conditions = [
                Condition(type: "ReplicaFailure", status: "True", reason: "FailedCreate", message: "exceeded quota."),
                Condition(type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded"),
            ]
        },
        VerdictExample("an old quota failure", "healthy | Running | ") {
            $0.deployment.status.conditions = [Condition(type: "ReplicaFailure", status: "False")]
        },
    ]

    static let jobs: [VerdictExample] = [
        VerdictExample("a running job beside it", "healthy | Running | ") { $0.add(job: "backup") },
        VerdictExample("a completed job beside it", "healthy | Running | ") { $0.add(job: "backup", "Complete") },
        VerdictExample("a suspended job beside it", "healthy | Running | ") { $0.add(job: "backup", "Suspended") },
        VerdictExample(
            "a failed job beside it",
            "degraded | Failed | Job backup has failed: Job has reached the specified backoff limit."
        ) { $0.add(job: "backup", "Failed") },
        VerdictExample(
            "a failed job whose pod is still there",
            "degraded | Failed | Job backup has failed: container web exits with code 3 right after it starts."
        ) {
            $0.add(job: "backup", "Failed")
            $0.addJob(exitCode: 3, name: "backup-x2x9q", owner: "job backup")
        },
        VerdictExample("a failed job that has succeeded since", "healthy | Running | ") {
            $0.add(job: "backup", "Failed", age: 600)
            $0.add(job: "backup-2", "Complete", age: 60)
        },
        VerdictExample(
            "a failed job that succeeded before",
            "degraded | Failed | Job backup has failed: Job has reached the specified backoff limit."
        ) {
            $0.add(job: "backup", "Failed", age: 60)
            $0.add(job: "backup-2", "Complete", age: 600)
        },
        VerdictExample(
            "a failed job, and another cron job's success",
            "degraded | Failed | Job backup has failed: Job has reached the specified backoff limit."
        ) {
            $0.add(job: "backup", "Failed", age: 600)
            $0.add(job: "other", "Complete", age: 60, owner: "cron")
        },
        VerdictExample(
            "a job whose image cannot be pulled",
            "degraded | ImagePullBackOff | Image web:1 of container web cannot be pulled: denied."
        ) {
            $0.add(job: "backup")
            $0.addJob(exitCode: 0, name: "backup-x2x9q", owner: "job backup")
            guard case .pod(var pod)? = $0.others.popLast() else { return }
            pod.status = Pod.Status(phase: "Pending")
            pod.status.containerStatuses = [Sample.waiting("ImagePullBackOff", "denied")]
            $0.others.append(.pod(pod))
        },
        VerdictExample("the failed tries of a job that goes on", "healthy | Running | ") {
            $0.add(job: "backup")
            $0.addJob(exitCode: 1, name: "backup-x2x9q", owner: "job backup")
        },
        VerdictExample("nothing but a running job", "progressing | Running | ") {
            $0.absent = everything
            $0.add(job: "backup")
        },
        VerdictExample("nothing but a completed job", "completed | Completed | ") {
            $0.absent = everything
            $0.add(job: "backup", "Complete")
        },
        VerdictExample("nothing but a suspended job", "stopped | Suspended | ") {
            $0.absent = everything
            $0.add(job: "backup", "Suspended")
        },
        VerdictExample(
            "nothing but a failed job",
            "broken | Failed | Job backup has failed: Job has reached the specified backoff limit."
        ) {
            $0.absent = everything
            $0.add(job: "backup", "Failed")
        },
    ]

    static let links: [VerdictExample] = [
        VerdictExample(
            "an expired certificate",
            "broken | expired | Certificate web-cert expired 3 days ago: browsers refuse web.example.org."
        ) { $0.addCertificate(days: -3) },
        VerdictExample("a certificate that expires soon", "healthy | Running | ") { $0.addCertificate(days: 3) },
        VerdictExample("a certificate that is not ready", "healthy | Running | ") {
            $0.addCertificate(days: nil, isReady: false)
        },
        VerdictExample(
            "a middleware that does not exist",
            "broken | no middleware | Ingress ing-web leads nowhere: middleware my-basic-auth does not exist."
        ) { $0.middlewares = [] },
        VerdictExample("a policy in the way", "healthy | Running | ") { $0.addPolicy([]) },
        VerdictExample(
            "a crash comes before an expired certificate",
            "broken | CrashLoopBackOff | Container web exits with code 1 right after it starts (restarted 4 times)."
        ) {
            $0.addCertificate(days: -3)
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 4, last: Sample.end(code: 1)))
        },
        VerdictExample(
            "a broken link comes before a failed job",
            "broken | no middleware | Ingress ing-web leads nowhere: middleware my-basic-auth does not exist."
        ) {
            $0.middlewares = []
            $0.add(job: "backup", "Failed")
        },
        VerdictExample("a certificate of nobody", "healthy | certificate | ") {
            $0.absent = everything
            $0.addCertificate(days: 3)
        },
        VerdictExample(
            "an expired certificate of nobody", "broken | expired | Certificate web-cert expired 3 days ago."
        ) {
            $0.absent = everything
            $0.addCertificate(days: -3)
        },
        VerdictExample("a policy for nobody", "healthy | policy | ") {
            $0.absent = everything
            $0.addPolicy([])
        },
    ]

    static let images: [VerdictExample] = [
        (
            "no such registry",
            "failed to pull and unpack image \"docker.io/library/web:1\": failed to resolve image: failed to do request: "
                + "Head \"https://registry.invalid/v2/web/manifests/1\": dial tcp: lookup registry.invalid: no such host",
            "lookup registry.invalid: no such host"
        ),
        (
            "no answer from the name server",
            "rpc error: code = Unknown desc = failed to pull and unpack image \"web:1\": failed to resolve reference "
                + "\"docker.io/library/web:1\": failed to do request: Head \"https://x/\": dial tcp: lookup x on 10.0.0.2:53: "
                + "read udp 10.0.0.9:4->10.0.0.2:53: i/o timeout",
            "lookup x: i/o timeout"
        ),
        (
            "a registry that is down",
            "failed to do request: Head \"https://x/\": dial tcp 10.0.0.7:443: connect: refused",
            "dial tcp 10.0.0.7:443: connect: refused"
        ),
        (
            "a login",
            "failed to resolve reference \"web:1\": pull access denied, repository does not exist or may require "
                + "authorization: server message: insufficient_scope",
            "pull access denied, repository does not exist or may require authorization: server message: "
                + "insufficient_scope"
        ),
        (
            "never pulled", "Container image \"web:1\" is not present with pull policy of Never",
            "Container image \"web:1\" is not present with pull policy of Never"
        ),
    ].map { name, message, expected in
        VerdictExample(name, "broken | ErrImagePull | Image web:1 of container web cannot be pulled: \(expected).") {
            $0.fail(with: Sample.waiting("ErrImagePull", message))
        }
    }

    static let everything: Set<ResourceKind> = [
        .deployments, .pods, .services, .endpointSlices, .ingresses,
    ]
}

extension Sample {
    mutating func becomeStatefulSet(_ change: (inout StatefulSet) -> Void = { _ in }) {
        var set = StatefulSet(metadata: Sample.metadata("web", kind: "set"), template: deployment.spec.template)
        set.status.readyReplicas = 1
        set.status.updatedReplicas = 1
        change(&set)
        replaceDeployment(.statefulSet(set), "StatefulSet")
    }

    fileprivate mutating func becomeDaemonSet(desired: Int) {
        var set = DaemonSet(metadata: Sample.metadata("web", kind: "set"), template: deployment.spec.template)
        set.status.desiredNumberScheduled = desired
        set.status.updatedNumberScheduled = min(1, desired)
        set.status.numberReady = min(1, desired)
        set.status.numberAvailable = min(1, desired)
        replaceDeployment(.daemonSet(set), "DaemonSet")
    }

    private mutating func replaceDeployment(_ object: ClusterObject, _ kind: String) {
        absent = [.deployments]
        pod.metadata.ownerReferences = [OwnerReference(kind: kind, name: "web", uid: object.metadata.uid)]
        others.append(object)
    }

    mutating func addEvent(_ reason: String, _ message: String, about uid: UID) {
        var event = ClusterEvent(
            metadata: Metadata(name: reason, uid: "event \(uid)"),
            regarding: ObjectReference(kind: "", name: "", uid: uid))
        (event.reason, event.message, event.type) = (reason, message, .warning)
        others.append(.event(event))
    }

    mutating func add(job name: String, _ condition: String = "", age: Double = 300, owner: UID? = nil) {
        var job = Job(metadata: Sample.metadata(name, kind: "job"))
        job.metadata.creationTimestamp = noon.addingTimeInterval(-age)
        job.metadata.ownerReferences = owner.map { [OwnerReference(kind: "CronJob", name: "web", uid: $0)] } ?? []
        let message = condition == "Failed" ? "Job has reached the specified backoff limit" : ""
        if !condition.isEmpty { job.conditions = [Condition(type: condition, status: "True", message: message)] }
        others.append(.job(job))
    }
}
