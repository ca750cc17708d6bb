@testable import ClusterModel

extension Shape {
    static let initializingPods = [
        pod("init-first", phase: "Pending", conditions: [.uninitialized], initContainers: [.running], [.silent]),
        pod(
            "init-first-restarted", phase: "Pending", conditions: [.uninitialized],
            initContainers: [.running.restarted(3, ago: 10)], [.silent]),
        pod(
            "init-second", phase: "Pending",
            initContainers: [.completed.restarted(2, ago: 120), .running.restarted(3, ago: 10)], [.silent]),
        pod("init-third-unreported", phase: "Pending", initContainers: [.completed, .running, .unreported], [.silent]),
        pod("init-none-reported", phase: "Pending", initContainers: [.unreported], [.unreported]),
        pod(
            "init-waiting", phase: "Pending", initContainers: [.waiting("PodInitializing")],
            [.waiting("PodInitializing")]),
        pod("init-silent", phase: "Pending", initContainers: [.silent], [.waiting("PodInitializing")]),
        pod("init-stateless", phase: "Pending", initContainers: [.stateless], [.stateless]),
        pod(
            "init-image", phase: "Pending", initContainers: [.waiting("ImagePullBackOff")],
            [.waiting("PodInitializing")]),
        pod(
            "init-crashing", phase: "Pending",
            initContainers: [.completed, .waiting("CrashLoopBackOff").restarted(7, ago: 30)],
            [.waiting("PodInitializing")]),
        pod("init-error", phase: "Pending", initContainers: [.error], [.waiting("PodInitializing")]),
        pod("init-code", phase: "Pending", initContainers: [.ended(code: 2)], [.waiting("PodInitializing")]),
        pod(
            "init-signal", phase: "Pending", initContainers: [.ended(code: 143, signal: 15)],
            [.waiting("PodInitializing")]),
        pod("init-failed", phase: "Failed", initContainers: [.error], [.waiting("PodInitializing")]),
        pod(
            "init-done-creating", phase: "Pending", conditions: [.initialized], initContainers: [.completed],
            [.waiting("ContainerCreating")]),
        pod(
            "init-done-running", conditions: [.initialized, .ready],
            initContainers: [.completed.restarted(2, ago: 120)],
            [.ready.restarted(4, ago: 20)]),
        pod("init-done-without-word", initContainers: [.ended(code: 0)], [.ready]),
        pod("init-evicted", phase: "Failed", reason: "Evicted", initContainers: [.running], [.silent]),
        pod(
            "init-again", conditions: [.initialized], initContainers: [.running.restarted(2, ago: 50)],
            [.ready.restarted(5, ago: 500)]),
        pod("init-again-failing", conditions: [.initialized, .ready], initContainers: [.error], [.ready, .completed]),
        pod(
            "init-said-twice", phase: "Pending", conditions: [.uninitialized, .initialized], initContainers: [.running],
            [.waiting("PodInitializing")]),
    ]

    /// A server before 1.28 makes ordinary init containers of them.
    static let sidecarPods = [
        pod("sidecar-ready", conditions: [.initialized, .ready], initContainers: [.ready.sidecar], [.ready]),
        pod(
            "sidecar-not-ready", conditions: [.initialized], initContainers: [.started.sidecar.restarted(3, ago: 10)],
            [.ready.restarted(4, ago: 20)]),
        pod(
            "sidecar-starting", phase: "Pending", conditions: [.uninitialized],
            initContainers: [.running.sidecar.restarted(3, ago: 10), .silent.sidecar], [.silent]),
        pod(
            "sidecar-second-starting", phase: "Pending", conditions: [.uninitialized],
            initContainers: [.started.sidecar, .running.sidecar], [.silent]),
        pod(
            "sidecar-then-init", phase: "Pending", conditions: [.uninitialized],
            initContainers: [.ready.sidecar, .running], [.waiting("PodInitializing")]),
        pod(
            "sidecar-crashing", conditions: [.initialized],
            initContainers: [.waiting("CrashLoopBackOff").sidecar.restarted(9, ago: 40)], [.ready]),
        pod(
            "sidecar-behind-crashing", conditions: [.initialized],
            initContainers: [
                .waiting("CrashLoopBackOff").sidecar.restarted(9), .ready.sidecar.restarted(4, ago: 10),
            ], [.ready]),
        pod(
            "sidecar-after-init", conditions: [.initialized, .ready],
            initContainers: [.completed.restarted(2, ago: 900), .ready.sidecar], [.ready]),
        pod(
            "sidecars-killed", phase: "Succeeded", conditions: [.initialized],
            initContainers: [.killed.sidecar.restarted(3, ago: 10), .killed.sidecar], [.completed.restarted(4, ago: 20)]
        ),
        pod("sidecar-outlives", conditions: [.initialized], initContainers: [.ready.sidecar], [.completed]),
    ]
}

extension ContainerShape {
    fileprivate static let started = running.changed { $0.started = true }
}
