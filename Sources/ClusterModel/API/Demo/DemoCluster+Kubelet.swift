import FoundationEssentials

/// What becomes of pods: the scheduler's and the kubelet's part.
extension DemoCluster {
    enum PodStep: Equatable, Sendable {
        case schedule
        case create
        case start
        case exit
        case failProbe
        case kill
        case failPull
        case backOffPull
        case remove
    }

    mutating func perform(_ step: PodStep, onPod uid: UID) {
        guard var pod = cluster.pods[uid] else { return }
        guard step != .remove else { return remove(pod) }
        // A pod that is being deleted is left alone.
        guard pod.metadata.deletionTimestamp == nil else { return }
        switch step {
        case .schedule: schedule(&pod)
        case .create: create(&pod)
        case .start: start(&pod)
        case .exit: end(&pod, exitCode: 1)
        case .failProbe: failProbe(pod)
        case .kill: end(&pod, exitCode: 137)
        case .failPull: failPull(&pod)
        case .backOffPull: backOffPull(&pod)
        case .remove: break
        }
        write(pod)
    }

    /// Writes a pod and lets everyone know who cares.
    mutating func write(_ pod: Pod) {
        write(.pod(pod))
        updateEndpoints(of: pod)
        if let owner = pod.metadata.controller { hurry(.reconcileReplicaSet(owner.uid)) }
    }

    /// Deletes a pod as the API server does: it gets its grace period, and the kubelet removes it when it has ended.
    mutating func terminate(_ pod: Pod) {
        var pod = pod
        let isScheduled = !pod.spec.nodeName.isEmpty
        pod.metadata.deletionTimestamp = now + (isScheduled ? 30 : 0)
        if pod.status.containerStatuses.first?.state.isRunning ?? false {
            addEvent(.killing, about: pod)
        }
        plan(.pod(pod.uid, .remove), after: isScheduled ? 2 : 0.1)
        write(pod)
    }

    func behavior(of pod: Pod) -> DemoBehavior {
        pod.spec.containers.first.flatMap { DemoSeedbox.workload(ofContainer: $0.name) }?.behavior ?? .works
    }

    /// How long the kubelet waits before it starts a container again (seconds).
    static func backOff(restarts: Int) -> TimeInterval {
        restarts < 5 ? 10 * Double(1 << restarts) : 300
    }

    private mutating func schedule(_ pod: inout Pod) {
        guard behavior(of: pod) != .unschedulable else {
            addEvent(.failedScheduling, about: pod)
            pod.becomeUnschedulable(DemoEvent.insufficientCPU, at: now)
            return plan(.pod(pod.uid, .schedule), after: 300)
        }
        pod.becomeScheduled(on: DemoSeedbox.node, at: now)
        addEvent(.scheduled, about: pod)
        plan(.pod(pod.uid, .create), after: 0.3)
    }

    private mutating func create(_ pod: inout Pod) {
        pod.becomeCreated(address: names.podAddress(), at: now)
        addEvent(.pulling, about: pod)
        plan(.pod(pod.uid, behavior(of: pod) == .imageMissing ? .failPull : .start), after: 2.4)
    }

    private mutating func start(_ pod: inout Pod) {
        let status = pod.status.containerStatuses.first
        if status?.state.termination ?? status?.lastState.termination != nil {
            pod.editStatus { status in
                if status.state.termination != nil { status.lastState = status.state }
                status.restartCount += 1
            }
        }
        pod.run(since: now)
        addEvent(.pulled, about: pod)
        addEvent(.created, about: pod)
        addEvent(.started, about: pod)
        switch behavior(of: pod) {
        case .exits: plan(.pod(pod.uid, .exit), after: 1.2)
        case .failsProbe: plan(.pod(pod.uid, .failProbe), after: 40)
        case .works, .imageMissing, .unschedulable: break
        }
    }

    private mutating func failProbe(_ pod: Pod) {
        addEvent(.unhealthy, about: pod)
        addEvent(.killingUnhealthy, about: pod)
        plan(.pod(pod.uid, .kill), after: 3)
    }

    private mutating func end(_ pod: inout Pod, exitCode: Int) {
        var startedAt: Date?
        if case .running(let since) = pod.status.containerStatuses.first?.state { startedAt = since }
        let termination = Termination(exitCode: exitCode, reason: "Error", startedAt: startedAt, finishedAt: now)
        guard pod.restartCount > 0 else {
            // The first restart comes without waiting.
            pod.end(termination, thenWait: nil, at: now)
            return plan(.pod(pod.uid, .start), after: 1)
        }
        let seconds = Self.backOff(restarts: pod.restartCount)
        pod.end(termination, thenWait: DemoEvent.backOffMessage(pod, seconds: seconds), at: now)
        addEvent(.backOff, about: pod)
        plan(.pod(pod.uid, .start), after: seconds)
    }

    private mutating func failPull(_ pod: inout Pod) {
        pod.wait("ErrImagePull", DemoEvent.pullFailure(pod), at: now)
        addEvent(.failedPull, about: pod)
        addEvent(.errImagePull, about: pod)
        plan(.pod(pod.uid, .backOffPull), after: 12)
    }

    private mutating func backOffPull(_ pod: inout Pod) {
        pod.wait("ImagePullBackOff", DemoEvent.pullBackOffMessage(pod), at: now)
        addEvent(.backOffPull, about: pod)
        addEvent(.imagePullBackOff, about: pod)
        plan(.pod(pod.uid, .failPull), after: 288)
    }

    private mutating func remove(_ pod: Pod) {
        delete(.pods, pod.uid)
        updateEndpoints(of: pod)
        if let owner = pod.metadata.controller { hurry(.reconcileReplicaSet(owner.uid)) }
    }

    private mutating func updateEndpoints(of pod: Pod) {
        let pods = cluster.pods.values.sorted { $0.name < $1.name }
        let slices = cluster.endpointSlices.values.sorted { $0.name < $1.name }
        for service in cluster.services.values where !service.selector.isEmpty {
            guard pod.metadata.labels.contains(all: service.selector),
                var slice = slices.first(where: { $0.serviceName == service.name })
            else { continue }
            slice.endpoints = DemoEndpoints.endpoints(of: service, pods: pods)
            slice.ports = slice.endpoints.isEmpty ? [] : DemoEndpoints.ports(of: service)
            guard slice != cluster.endpointSlices[slice.uid] else { continue }
            write(.endpointSlice(slice))
        }
    }
}
