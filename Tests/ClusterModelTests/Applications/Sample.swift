import Foundation

@testable import ClusterModel

/// Small clusters: the application "web" with one pod, which tests then damage.
struct Sample {
    var deployment = Deployment(metadata: Sample.metadata("web", kind: "deployment"))
    var pod = Pod(metadata: Sample.metadata("web-577f7d9db5-sbsbs", kind: "pod"))
    var service = Service(metadata: Sample.metadata("web", kind: "service"))
    var slice = EndpointSlice(metadata: Sample.metadata("web-6wxq2", kind: "slice"))
    var ingress = Ingress(metadata: Sample.metadata("ing-web", kind: "ingress"))
    /// What the ingress names.
    var middlewares: [ClusterObject] = [Sample.middleware("my-basic-auth", "basicAuth")]
    /// More than these.
    var others: [ClusterObject] = []
    /// Which of the five do not exist.
    var absent: Set<ResourceKind> = []
    var sources: [ResourceKind: SourceState] = [:]
    /// What is known of that which is not watched.
    var answers: [Inquiry: Answer] = [:]

    /// Everything well.
    init() {
        let labels = ["ksapp": "web"]
        deployment.metadata.generation = 1
        deployment.spec.template.labels = labels
        deployment.spec.template.spec.containers = [Container(name: "web", image: "web:1")]
        deployment.status = Deployment.Status(
            observedGeneration: 1, replicas: 1, updatedReplicas: 1, readyReplicas: 1, availableReplicas: 1)
        pod.metadata.labels["pod-template-hash"] = "577f7d9db5"
        pod.metadata.ownerReferences = [OwnerReference(kind: "ReplicaSet", name: "web-577f7d9db5", uid: "rs")]
        pod.spec.containers = [Container(name: "web", image: "web:1")]
        pod.status.phase = "Running"
        pod.status.podIPs = ["10.42.0.31"]
        pod.status.containerStatuses = [Sample.running]
        service.clusterIPs = ["10.43.7.12"]
        service.ports = [ServicePort(port: 80, targetPort: .number(8080))]
        service.selector = labels
        slice.metadata.labels = ["kubernetes.io/service-name": "web"]
        slice.ports = [EndpointPort(port: 8080)]
        slice.endpoints = [Sample.endpoint(for: pod)]
        ingress.className = "traefik"
        let backend = IngressBackend.service(name: "web", port: .number(80))
        ingress.rules = [IngressRule(host: "web.example.org", paths: [IngressPath(path: "/", backend: backend)])]
        ingress.tls = [IngressTLS(hosts: ["web.example.org"], secretName: "web-tls")]
        ingress.metadata.annotations["traefik.ingress.kubernetes.io/router.middlewares"] =
            "default-redirect-https@kubernetescrd, kubeseed-my-basic-auth@kubernetescrd"
    }

    init(_ change: (inout Sample) -> Void) {
        self.init()
        change(&self)
    }

    var cluster: Cluster {
        let five: [ClusterObject] = [
            .deployment(deployment), .pod(pod), .service(service), .endpointSlice(slice), .ingress(ingress),
        ]
        var cluster = Cluster(five.filter { !absent.contains($0.kind) } + middlewares + others)
        for kind in ResourceKind.allCases { cluster.apply(.source(kind, sources[kind] ?? .live)) }
        for (inquiry, answer) in answers { cluster.apply(.found(inquiry, answer)) }
        return cluster
    }

    /// The application "web" at noon, an hour after it was made.
    var application: Application? { applications(in: cluster, at: noon).first { $0.name == "web" } }

    /// The same pod under another name, as made by the next revision.
    var newPod: Pod {
        var pod = pod
        pod.metadata = Sample.metadata("web-6c9f7d5b4-x2x9q", kind: "pod")
        pod.metadata.ownerReferences = [OwnerReference(kind: "ReplicaSet", name: "web-6c9f7d5b4", uid: "rs2")]
        pod.metadata.labels["pod-template-hash"] = "6c9f7d5b4"
        pod.metadata.creationTimestamp = noon.addingTimeInterval(-5)
        pod.status = Pod.Status(phase: "Pending")
        pod.status.containerStatuses = [Sample.waiting("ContainerCreating")]
        return pod
    }
}

extension Sample {
    static func metadata(_ name: String, kind: String) -> Metadata {
        var metadata = Metadata(name: name, namespace: "kubeseed", uid: "\(kind) \(name)", labels: ["ksapp": "web"])
        metadata.creationTimestamp = noon.addingTimeInterval(-3600)
        return metadata
    }

    static func middleware(_ name: String, _ type: String) -> ClusterObject {
        let metadata = Metadata(name: name, namespace: "kubeseed", uid: "middleware \(name)")
        return .middleware(Middleware(metadata: metadata, spec: MiddlewareSpec(types: [type])))
    }

    /// Asks cert-manager for the certificate of web.example.org, and has got one.
    mutating func addCertificate(
        days: Double?, isReady: Bool = true, message: String = "", names: [String] = ["web.example.org"],
        secret: String = "web-tls"
    ) {
        ingress.metadata.annotations["cert-manager.io/cluster-issuer"] = "letsencrypt-prod"
        var certificate = Certificate(metadata: Sample.metadata("web-cert", kind: "certificate"))
        (certificate.secretName, certificate.dnsNames, certificate.issuer) = (secret, names, "letsencrypt-prod")
        certificate.notAfter = days.map { noon.addingTimeInterval($0 * 86_400) }
        certificate.conditions = [Condition(type: "Ready", status: isReady ? "True" : "False", message: message)]
        others.append(.certificate(certificate))
    }

    /// A policy of the namespace that selects the application's pods.
    mutating func addPolicy(_ rules: [NetworkPolicy.Rule], change: (inout NetworkPolicy) -> Void = { _ in }) {
        var policy = NetworkPolicy(metadata: Sample.metadata("web-only", kind: "policy"))
        policy.podSelector.matchLabels = ["ksapp": "web"]
        policy.ingress = rules
        change(&policy)
        others.append(.networkPolicy(policy))
    }

    static let running = ContainerStatus(
        name: "web", isReady: true, started: true, state: .running(since: noon.addingTimeInterval(-3600)))

    static func waiting(_ reason: String, _ message: String = "", restarts: Int = 0, last: Termination? = nil)
        -> ContainerStatus
    {
        var status = ContainerStatus(
            name: "web", restartCount: restarts, state: .waiting(reason: reason, message: message))
        if let last { status.lastState = .terminated(last) }
        return status
    }

    /// A run that ended ten seconds before noon.
    static func end(code: Int, reason: String = "Error", message: String = "", lifetime: Double = 0.5) -> Termination {
        let end = noon.addingTimeInterval(-10)
        return Termination(
            exitCode: code, reason: reason, message: message, startedAt: end.addingTimeInterval(-lifetime),
            finishedAt: end)
    }

    static func endpoint(for pod: Pod, isReady: Bool = true) -> Endpoint {
        let target = ObjectReference(kind: "Pod", name: pod.name, namespace: "kubeseed", uid: pod.uid)
        return Endpoint(addresses: pod.status.podIPs, ready: isReady, target: target)
    }

    static func event(_ reason: String, _ message: String, about pod: Pod, container: String = "") -> ClusterObject {
        var event = ClusterEvent(
            metadata: Metadata(name: reason, uid: "event \(reason)"),
            regarding: ObjectReference(kind: "Pod", name: pod.name, uid: pod.uid))
        (event.reason, event.message) = (reason, message)
        if !container.isEmpty { event.fieldPath = "spec.containers{\(container)}" }
        event.lastSeen = noon.addingTimeInterval(-5)
        return .event(event)
    }
}
