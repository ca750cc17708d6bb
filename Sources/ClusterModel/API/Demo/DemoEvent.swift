import FoundationEssentials

/// What controllers, scheduler and kubelet report, in their words.
enum DemoEvent {
    case scheduled, failedScheduling
    case pulling, pulled, created, started
    case failedPull, errImagePull, backOffPull, imagePullBackOff
    case unhealthy, killingUnhealthy, backOff
    case killing
    case slowProbe, nameservers
    case issuing(Certificate), orderFailed(Certificate)
    case successfulCreate(Pod), successfulDelete(Pod)
    case scaled(ReplicaSet, to: Int)

    static let insufficientCPU =
        "0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: "
        + "1 Preemption is not helpful for scheduling."

    var type: EventType {
        switch self {
        case .failedScheduling, .failedPull, .errImagePull, .imagePullBackOff, .unhealthy, .backOff, .slowProbe,
            .nameservers, .orderFailed:
            .warning
        case .scheduled, .pulling, .pulled, .created, .started, .backOffPull, .killingUnhealthy, .killing,
            .successfulCreate, .successfulDelete, .scaled, .issuing:
            .normal
        }
    }

    var reason: String {
        switch self {
        case .scheduled: "Scheduled"
        case .failedScheduling: "FailedScheduling"
        case .pulling: "Pulling"
        case .pulled: "Pulled"
        case .created: "Created"
        case .started: "Started"
        case .failedPull, .errImagePull, .imagePullBackOff: "Failed"
        case .backOffPull, .backOff: "BackOff"
        case .unhealthy, .slowProbe: "Unhealthy"
        case .nameservers: "DNSConfigForming"
        case .issuing: "Issuing"
        case .orderFailed: "Failed"
        case .killingUnhealthy, .killing: "Killing"
        case .successfulCreate: "SuccessfulCreate"
        case .successfulDelete: "SuccessfulDelete"
        case .scaled: "ScalingReplicaSet"
        }
    }

    /// Who reports it, and from where.
    var source: (component: String, instance: String) {
        switch self {
        case .scheduled, .failedScheduling: ("default-scheduler", "default-scheduler-\(DemoSeedbox.node)")
        case .successfulCreate, .successfulDelete: ("replicaset-controller", "")
        case .scaled: ("deployment-controller", "")
        case .issuing, .orderFailed: ("cert-manager-certificates-issuing", "")
        case .pulling, .pulled, .created, .started, .failedPull, .errImagePull, .backOffPull, .imagePullBackOff,
            .unhealthy, .killingUnhealthy, .backOff, .killing, .slowProbe, .nameservers:
            ("kubelet", DemoSeedbox.node)
        }
    }

    /// Whether it is about the pod's container rather than all of the pod.
    var isAboutContainer: Bool {
        switch self {
        case .pulling, .pulled, .created, .started, .failedPull, .errImagePull, .backOffPull, .imagePullBackOff,
            .unhealthy, .killingUnhealthy, .backOff, .killing, .slowProbe:
            true
        case .scheduled, .failedScheduling, .successfulCreate, .successfulDelete, .scaled, .nameservers, .issuing,
            .orderFailed:
            false
        }
    }

    /// What does not depend on a pod.
    var message: String {
        switch self {
        case .failedScheduling: Self.insufficientCPU
        case .created: "Container created"
        case .started: "Container started"
        case .errImagePull: "Error: ErrImagePull"
        case .imagePullBackOff: "Error: ImagePullBackOff"
        case .successfulCreate(let pod): "Created pod: \(pod.name)"
        case .successfulDelete(let pod): "Deleted pod: \(pod.name)"
        case .issuing: "Issuing certificate as Secret does not exist"
        case .orderFailed(let certificate):
            "The certificate request has failed to complete and will be retried: Failed to wait for order resource "
                + "\"\(certificate.name)-1-1719374592\" to become ready: order is in \"invalid\" state: "
        case .nameservers:
            "Nameserver limits were exceeded, some nameservers have been omitted, the applied nameserver line is: "
                + "192.0.2.53 198.51.100.53 203.0.113.53"
        case .scaled(let set, let replicas):
            "Scaled \(replicas > set.replicas ? "up" : "down") replica set \(set.name) from \(set.replicas) to \(replicas)"
        case .scheduled, .pulling, .pulled, .failedPull, .backOffPull, .unhealthy, .killingUnhealthy, .backOff,
            .killing, .slowProbe:
            ""
        }
    }

    /// The message about a pod with one container.
    func message(about pod: Pod) -> String {
        let container = pod.spec.containers.first
        let name = container?.name ?? ""
        let image = container?.image ?? ""
        return switch self {
        case .scheduled: "Successfully assigned \(pod.metadata.namespace)/\(pod.name) to \(DemoSeedbox.node)"
        case .pulling: "Pulling image \"\(image)\""
        case .pulled: "Successfully pulled image \"\(image)\" in 1.214s (1.214s including waiting)"
        case .failedPull: "Failed to pull image \"\(image)\": \(Self.pullFailure(pod))"
        case .backOffPull: "Back-off pulling image \"\(image)\""
        case .unhealthy:
            "Liveness probe failed: Get \"http://\(pod.address):9/\": dial tcp \(pod.address):9: connect: connection refused"
        case .slowProbe:
            "Readiness probe failed: Get \"http://\(pod.address):\(pod.port)/ping\": context deadline exceeded "
                + "(Client.Timeout exceeded while awaiting headers)"
        case .killingUnhealthy: "Container \(name) failed liveness probe, will be restarted"
        case .backOff: "Back-off restarting failed container \(name) in pod \(pod.fullName)"
        case .killing: "Stopping container \(name)"
        case .failedScheduling, .created, .started, .errImagePull, .imagePullBackOff, .successfulCreate,
            .successfulDelete, .scaled, .nameservers, .issuing, .orderFailed:
            message
        }
    }

    /// Why the kubelet waits, as it stands in the container's status.
    static func backOffMessage(_ pod: Pod, seconds: Double) -> String {
        let minutes = Int(seconds) / 60
        let duration = minutes > 0 ? "\(minutes)m\(Int(seconds) % 60)s" : "\(Int(seconds))s"
        let container = pod.spec.containers.first?.name ?? ""
        return "back-off \(duration) restarting failed container=\(container) pod=\(pod.fullName)"
    }

    static func pullFailure(_ pod: Pod) -> String {
        let image = pod.spec.containers.first?.image ?? ""
        return "failed to pull and unpack image \"\(image)\": failed to resolve image: failed to do request: "
            + "Head \"https://registry.invalid/v2/jellyfin/jellyfin/manifests/10.9\": dial tcp: "
            + "lookup registry.invalid: no such host"
    }

    static func pullBackOffMessage(_ pod: Pod) -> String {
        let image = pod.spec.containers.first?.image ?? ""
        return "Back-off pulling image \"\(image)\": ErrImagePull: \(pullFailure(pod))"
    }
}

extension Pod {
    fileprivate var address: String { status.podIPs.first ?? "" }
    fileprivate var port: Int { spec.containers.first?.ports.first?.containerPort ?? 0 }
    fileprivate var fullName: String { "\(name)_\(metadata.namespace)(\(uid))" }
}
