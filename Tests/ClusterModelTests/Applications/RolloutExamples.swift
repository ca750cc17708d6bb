import Foundation

@testable import ClusterModel

extension VerdictExample {
    static let rollouts: [VerdictExample] = [
        VerdictExample(
            "a rolling restart",
            "progressing | rolling 1 of 1 | Waiting for deployment \"web\" rollout to finish: 1 old replicas are pending "
                + "termination..."
        ) {
            $0.deployment.status.replicas = 2
            $0.others = [.pod($0.newPod)]
        },
        VerdictExample(
            "a restart that the controller has not seen yet",
            "progressing | rolling 0 of 1 | Waiting for deployment spec update to be observed..."
        ) { $0.deployment.metadata.generation = 2 },
        VerdictExample(
            "a restart whose new pod fails while the old one serves",
            "degraded | ImagePullBackOff | Image web:1 of container web cannot be pulled."
        ) {
            var pod = $0.newPod
            pod.status.containerStatuses = [Sample.waiting("ImagePullBackOff")]
            $0.deployment.status.replicas = 2
            $0.others = [.pod(pod)]
        },
        VerdictExample(
            "a crashing pod that is being replaced",
            "progressing | rolling 1 of 1 | Waiting for deployment \"web\" rollout to finish: 1 old replicas are pending "
                + "termination..."
        ) {
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 9, last: Sample.end(code: 1)))
            $0.deployment.status.replicas = 2
            $0.others = [.pod($0.newPod)]
        },
        VerdictExample(
            "the deadline is over while the old pod serves",
            "degraded | no progress | Deployment \"web\" exceeded its progress deadline."
        ) {
            $0.deployment.status.replicas = 2
            $0.deployment.status.conditions = [
                Condition(type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded")
            ]
            $0.others = [.pod($0.newPod)]
        },
        VerdictExample(
            "pods that may not be made",
            "broken | no pods | Deployment web cannot make pods: exceeded quota."
        ) {
            $0.absent = [.pods]
            $0.slice.endpoints = []
            $0.deployment.status.conditions = [
                Condition(type: "ReplicaFailure", status: "True", reason: "FailedCreate", message: "exceeded quota")
            ]
        },
        VerdictExample("an old pod that is going away", "healthy | Running | ") {
            var old = $0.newPod
            old.metadata.deletionTimestamp = noon
            $0.others = [.pod(old)]
        },
        VerdictExample("paused, but well", "healthy | Running | ") { $0.deployment.spec.isPaused = true },
        VerdictExample("stopped, whatever its links look like", "stopped | stopped | ") {
            $0.deployment.spec.replicas = 0
            $0.absent = [.pods, .services]
        },
        VerdictExample("pods may not be read, but the deployment is well", "healthy | Running | ") {
            $0.absent = [.pods]
            $0.sources = [.pods: .forbidden("no")]
        },
        VerdictExample("neither pods nor deployments may be read", "unknown | unknown | pods is forbidden") {
            $0.absent = [.pods, .deployments]
            $0.sources = [.pods: .forbidden("pods is forbidden"), .deployments: .forbidden("no")]
        },
    ]

    static let parts: [VerdictExample] = [
        VerdictExample(
            "the database crashes",
            "degraded | CrashLoopBackOff | Container web exits with code 1 right after it starts (restarted 4 times)."
        ) { $0.addDatabase(Sample.waiting("CrashLoopBackOff", restarts: 4, last: Sample.end(code: 1))) },
        VerdictExample(
            "the application crashes, its database does not",
            "broken | CrashLoopBackOff | Container web exits with code 1 right after it starts (restarted 4 times)."
        ) {
            $0.addDatabase(Sample.running)
            $0.fail(with: Sample.waiting("CrashLoopBackOff", restarts: 4, last: Sample.end(code: 1)))
        },
        VerdictExample("the database is stopped", "degraded | partly stopped | Deployment db-web is scaled to 0.") {
            $0.addDatabase(nil)
        },
        VerdictExample("the application is stopped, its database is not", "stopped | stopped | ") {
            $0.addDatabase(Sample.running)
            $0.deployment.spec.replicas = 0
            $0.absent = [.pods, .services]
        },
        VerdictExample("nothing but a pod that is going away", "progressing | Terminating | ") {
            $0.absent = [.deployments, .services, .ingresses, .endpointSlices]
            $0.pod.metadata.deletionTimestamp = noon
        },
        VerdictExample("a job that is done", "healthy | Running | ") {
            $0.addJob(exitCode: 0)
        },
        VerdictExample(
            "a job that failed", "degraded | Error | Container web exits with code 1 right after it starts."
        ) { $0.addJob(exitCode: 1) },
        VerdictExample("a job that failed before it succeeded", "healthy | Running | ") {
            $0.addJob(exitCode: 1, name: "web-job-bbbbb", owner: "job", age: 60)
            $0.addJob(exitCode: 0, name: "web-job-ccccc", owner: "job", age: 30)
        },
        VerdictExample("nothing but a job that is done", "completed | Completed | ") {
            $0.absent = [.deployments, .pods, .services, .endpointSlices, .ingresses]
            $0.addJob(exitCode: 0)
        },
        VerdictExample(
            "one of two hosts leads nowhere",
            "degraded | no such service | Ingress ing-web leads nowhere: there is no service wab; web exists."
        ) {
            let path = IngressPath(path: "/", backend: .service(name: "wab", port: .number(80)))
            $0.ingress.rules.append(IngressRule(host: "wab.example.org", paths: [path]))
        },
        VerdictExample(
            "no container has the port",
            "broken | no such port | Service web leads nowhere: no container has a port named http."
        ) {
            $0.service.ports[0].targetPort = .name("http")
            $0.slice.ports = []
        },
    ]
}

extension Sample {
    /// A second deployment of the application, whose container is like `status`; stopped for nil.
    mutating func addDatabase(_ status: ContainerStatus?) {
        var database = deployment
        database.metadata = Sample.metadata("db-web", kind: "deployment")
        database.spec.template.labels = ["app": "db-web.web"]
        database.spec.replicas = status == nil ? 0 : 1
        others.append(.deployment(database))
        guard let status else { return }
        var pod = pod
        pod.metadata = Sample.metadata("db-web-577f7d9db5-x2x9q", kind: "pod")
        pod.metadata.labels["pod-template-hash"] = "577f7d9db5"
        pod.metadata.ownerReferences = [OwnerReference(kind: "ReplicaSet", name: "db-web-577f7d9db5", uid: "rs3")]
        pod.status.containerStatuses = [status]
        others.append(.pod(pod))
    }

    /// A pod that ended, as kubeseed's post-install tasks leave it, or of a job.
    mutating func addJob(exitCode: Int, name: String = "web-job", owner: UID? = nil, age: Double = 3600) {
        var job = pod
        job.metadata = Sample.metadata(name, kind: "pod")
        job.metadata.creationTimestamp = noon.addingTimeInterval(-age)
        job.metadata.ownerReferences = owner.map { [OwnerReference(kind: "Job", name: "web-job", uid: $0)] } ?? []
        job.spec.restartPolicy = "Never"
        job.status.phase = exitCode == 0 ? "Succeeded" : "Failed"
        let end = Sample.end(code: exitCode, reason: exitCode == 0 ? "Completed" : "Error")
        job.status.containerStatuses = [ContainerStatus(name: "web", state: .terminated(end))]
        others.append(.pod(job))
    }
}
