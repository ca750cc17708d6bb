import FoundationEssentials

/// The states of a pod with one container, as the scheduler and the kubelet write them.
extension Pod {
    var isServing: Bool { status.conditions.isTrue("Ready") && metadata.deletionTimestamp == nil }

    var restartCount: Int { status.containerStatuses.first?.restartCount ?? 0 }

    mutating func becomeUnschedulable(_ message: String, at now: Date) {
        status.phase = "Pending"
        status.conditions = [
            Condition(
                type: "PodScheduled", status: "False", reason: "Unschedulable", message: message,
                lastTransitionTime: now)
        ]
    }

    mutating func becomeScheduled(on node: String, at now: Date) {
        spec.nodeName = node
        status.conditions = [Condition(type: "PodScheduled", status: "True", lastTransitionTime: now)]
    }

    mutating func becomeCreated(address: String, at now: Date) {
        status.startTime = now
        status.hostIP = DemoSeedbox.address
        status.podIPs = [address]
        wait("ContainerCreating", "", at: now)
    }

    /// - Parameter moment: when its container started, which may be long ago.
    mutating func run(since moment: Date) {
        status.phase = "Running"
        setReady(true, at: moment)
        editStatus { status in
            status.isReady = true
            status.imageID = DemoNames.digest(of: status.image)
            status.started = true
            status.state = .running(since: moment)
        }
    }

    mutating func wait(_ reason: String, _ message: String, at now: Date) {
        setReady(false, at: now)
        editStatus { status in
            status.isReady = false
            status.started = false
            status.state = .waiting(reason: reason, message: message)
        }
    }

    /// The container has ended and will be started again; the kubelet counts that at once.
    mutating func end(_ termination: Termination, thenWait message: String?, at now: Date) {
        setReady(false, at: now)
        editStatus { status in
            status.isReady = false
            status.started = false
            guard let message else { return status.state = .terminated(termination) }
            status.lastState = .terminated(termination)
            status.state = .waiting(reason: "CrashLoopBackOff", message: message)
        }
    }

    mutating func editStatus(_ edit: (inout ContainerStatus) -> Void) {
        if status.containerStatuses.isEmpty {
            status.containerStatuses = spec.containers.map { ContainerStatus(name: $0.name, image: $0.image) }
        }
        guard !status.containerStatuses.isEmpty else { return }
        edit(&status.containerStatuses[0])
    }

    private mutating func setReady(_ isReady: Bool, at now: Date) {
        let unready = "containers with unready status: [\(spec.containers.map(\.name).joined(separator: " "))]"
        let ready = ["Ready", "ContainersReady"].map { type in
            isReady
                ? Condition(type: type, status: "True", lastTransitionTime: now)
                : Condition(
                    type: type, status: "False", reason: "ContainersNotReady", message: unready, lastTransitionTime: now
                )
        }
        let scheduled = status.conditions.first(type: "PodScheduled")?.lastTransitionTime ?? now
        status.conditions =
            [
                Condition(type: "PodReadyToStartContainers", status: "True", lastTransitionTime: scheduled),
                Condition(type: "Initialized", status: "True", lastTransitionTime: scheduled),
            ] + ready + [Condition(type: "PodScheduled", status: "True", lastTransitionTime: scheduled)]
    }
}
