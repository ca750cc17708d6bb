import FoundationEssentials

/// What controllers, scheduler and kubelet report, in their words.
enum DemoEvent {
    case scheduled, failedScheduling
    case pulling, pulled, created, started
    case failedPull, errImagePull, backOffPull, imagePullBackOff
    case unhealthy, killingUnhealthy, backOff
    case killing
    case successfulCreate(Pod), successfulDelete(Pod)
    case scaled(ReplicaSet, to: Int)

    static let insufficientCPU =
        "0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: "
        + "1 Preemption is not helpful for scheduling."

    var type: EventType {
        switch self {
        case .failedScheduling, .failedPull, .errImagePull, .imagePullBackOff, .unhealthy, .backOff: .warning
        case .scheduled, .pulling, .pulled, .created, .started, .backOffPull, .killingUnhealthy, .killing,
            .successfulCreate, .successfulDelete, .scaled:
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
        case .unhealthy: "Unhealthy"
        case .killingUnhealthy, .killing: "Killing"
        case .successfulCreate: "SuccessfulCreate"
        case .successfulDelete: "SuccessfulDelete"
        case .scaled: "ScalingReplicaSet"
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
        case .scaled(let set, let replicas):
            "Scaled \(replicas > set.replicas ? "up" : "down") replica set \(set.name) from \(set.replicas) to \(replicas)"
        case .scheduled, .pulling, .pulled, .failedPull, .backOffPull, .unhealthy, .killingUnhealthy, .backOff,
            .killing:
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
        case .killingUnhealthy: "Container \(name) failed liveness probe, will be restarted"
        case .backOff: "Back-off restarting failed container \(name) in pod \(pod.fullName)"
        case .killing: "Stopping container \(name)"
        case .failedScheduling, .created, .started, .errImagePull, .imagePullBackOff, .successfulCreate,
            .successfulDelete, .scaled:
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
    fileprivate var fullName: String { "\(name)_\(metadata.namespace)(\(uid))" }
}

extension DemoCluster {
    mutating func addEvent(_ event: DemoEvent, about pod: Pod, count: Int = 1, at moment: Date? = nil) {
        add(event, event.message(about: pod), about: reference("Pod", pod.metadata), count: count, at: moment ?? now)
    }

    mutating func addEvent(_ event: DemoEvent, about set: ReplicaSet) {
        add(event, event.message, about: reference("ReplicaSet", set.metadata), count: 1, at: now)
    }

    mutating func addEvent(_ event: DemoEvent, about deployment: Deployment) {
        add(event, event.message, about: reference("Deployment", deployment.metadata), count: 1, at: now)
    }

    private func reference(_ kind: String, _ metadata: Metadata) -> ObjectReference {
        ObjectReference(kind: kind, name: metadata.name, namespace: metadata.namespace, uid: metadata.uid)
    }

    /// An event that is there already is counted instead.
    private mutating func add(
        _ event: DemoEvent, _ message: String, about object: ObjectReference, count: Int, at moment: Date
    ) {
        let known = cluster.events.values.first { known in
            known.regarding.uid == object.uid && known.reason == event.reason && known.message == message
        }
        if var known {
            known.count += count
            known.lastSeen = moment
            return write(.event(known))
        }
        let metadata = Metadata(
            name: "\(object.name).\(names.eventSuffix())", namespace: DemoSeedbox.namespace, uid: names.uid(),
            creationTimestamp: moment)
        write(
            .event(
                ClusterEvent(
                    metadata: metadata, regarding: object, type: event.type, reason: event.reason, message: message,
                    count: count, lastSeen: moment)))
    }
}
