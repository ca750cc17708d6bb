@testable import ClusterModel

extension Shape {
    static let pods =
        waitingPods + endedPods + phases + reasons + mixedPods + restartedPods + deletedPods + placedPods
        + initializingPods + sidecarPods

    private static let waitingPods = [
        "ContainerCreating", "PodInitializing", "CrashLoopBackOff", "ImagePullBackOff", "ErrImagePull",
        "ErrImageNeverPull", "InvalidImageName", "CreateContainerConfigError", "CreateContainerError",
        "RunContainerError",
    ].map { pod("waiting-\($0.lowercased())", phase: "Pending", [.waiting($0)]) }

    private static let endedPods = [
        pod("ended-completed", phase: "Succeeded", [.completed]),
        pod("ended-error", phase: "Failed", [.error]),
        pod("ended-oom", phase: "Failed", [.ended("OOMKilled", code: 137)]),
        pod("ended-cannot-run", phase: "Failed", [.ended("ContainerCannotRun", code: 127)]),
        pod("ended-code", phase: "Failed", [.ended(code: 3)]),
        pod("ended-signal", phase: "Failed", [.ended(code: 137, signal: 9)]),
        pod("ended-code-zero", phase: "Succeeded", [.ended(code: 0)]),
        pod("ended-but-running", phase: "Running", [.completed]),
    ]

    private static let phases =
        ["Pending", "Running", "Succeeded", "Failed", "Unknown"].map {
            pod("phase-\($0.lowercased())", phase: $0, [.unreported])
        }
        + [
            pod("phase-none", phase: "", [.unreported]),
            pod("phase-unschedulable", phase: "Pending", conditions: [.unschedulable], [.unreported]),
            pod("phase-gated", phase: "Pending", conditions: [.gated], [.unreported, .unreported]),
            pod("phase-gated-with-reason", phase: "Pending", reason: "Waits", conditions: [.gated], [.unreported]),
            pod("phase-gated-yet-waiting", phase: "Pending", conditions: [.gated], [.waiting("ContainerCreating")]),
        ]

    private static let reasons =
        ["Evicted", "NodeAffinity", "UnexpectedAdmissionError", "OutOfcpu", "Shutdown", "DeadlineExceeded"].map {
            pod("reason-\($0.lowercased())", phase: "Failed", reason: $0, [.unreported])
        } + [
            pod("reason-node-lost", reason: "NodeLost", [.ready]),
            pod("reason-and-container", phase: "Failed", reason: "Evicted", [.error]),
            pod("reason-and-running", reason: "Odd", [.ready, .stateless]),
        ]

    private static let mixedPods = [
        pod("mixed-both-ready", conditions: [.ready], [.ready, .ready]),
        pod("mixed-one-unready", conditions: [.unready], [.ready, .running]),
        pod("mixed-one-unreported", [.ready, .unreported]),
        pod("mixed-stateless", [.ready.restarted(3), .stateless.restarted(3)]),
        pod("mixed-stateless-ready", [.ready, .stateless.changed { $0.isReady = true }]),
        pod("mixed-second-waits", [.ready, .waiting("CrashLoopBackOff")]),
        pod("mixed-first-waits", [.waiting("ImagePullBackOff"), .ready]),
        pod("mixed-first-wins", [.waiting("ErrImagePull"), .error]),
        pod("mixed-first-wins-too", [.error, .waiting("ErrImagePull")]),
        pod("mixed-completed-unready", [.completed, .ready]),
        pod("mixed-completed-ready", conditions: [.ready], [.completed, .ready]),
        pod("mixed-completed-last", conditions: [.ready], [.ready, .completed]),
        pod("mixed-completed-unready-condition", conditions: [.unready], [.completed, .ready]),
        pod("mixed-completed-two-conditions", conditions: [.unready, .ready], [.completed, .ready]),
        pod("mixed-completed-and-running", [.completed, .running]),
        pod("mixed-completed-and-failed", phase: "Failed", [.completed, .ended("OOMKilled", code: 137), .error]),
        pod("mixed-completed-and-signal", phase: "Failed", [.completed, .ended(code: 137, signal: 9)]),
        pod("mixed-completed-failed-and-running", [.completed, .error, .ready]),
        pod("mixed-waiting-ready", [.waiting("Odd").changed { $0.isReady = true }]),
        pod("mixed-silent", [.silent, .ready]),
        pod("mixed-three", [.ready, .ended(code: 2), .waiting("CrashLoopBackOff")]),
        pod("mixed-five", [.ready, .ready, .running, .ready, .stateless]),
    ]

    private static let restartedPods =
        [30, 150, 660, 10_900, 40_000, 180_000, 800_000, 63_100_000, 300_000_000].map { seconds in
            pod("restarted-\(Int(seconds))s-ago", [.ready.restarted(4, ago: seconds)])
        } + [
            pod("restarted-in-the-future", [.ready.restarted(1, ago: -600)]),
            pod("restarted-sometime", [.ready.restarted(12)]),
            pod("restarted-not-but-ended", [.ready.restarted(0, ago: 60)]),
            pod("restarted-twice", [.ready.restarted(6, ago: 432_000), .ready.restarted(3, ago: 1_728_000)]),
            pod("restarted-one-sometime", [.ready.restarted(2), .ready.restarted(1, ago: 7000)]),
            pod("restarted-and-waiting", [.waiting("CrashLoopBackOff").restarted(1234, ago: 200)]),
        ]

    private static let deletedPods = [
        pod("deleted-running", conditions: [.ready], isDeleted: true, [.ready]),
        pod("deleted-pending", phase: "Pending", isDeleted: true, [.waiting("ContainerCreating")]),
        pod("deleted-gated", phase: "Pending", conditions: [.gated], isDeleted: true, [.unreported]),
        pod("deleted-unknown", phase: "Unknown", isDeleted: true, [.unreported]),
        pod("deleted-completed", phase: "Succeeded", isDeleted: true, [.completed]),
        pod("deleted-error", phase: "Failed", isDeleted: true, [.error]),
        pod("deleted-evicted", phase: "Failed", reason: "Evicted", isDeleted: true, [.unreported]),
        pod("deleted-crashing", isDeleted: true, [.waiting("CrashLoopBackOff").restarted(3, ago: 90)]),
        pod("deleted-node-lost", reason: "NodeLost", isDeleted: true, [.ready]),
        pod("deleted-node-lost-finished", phase: "Failed", reason: "NodeLost", isDeleted: true, [.error]),
        pod("deleted-initializing", phase: "Pending", isDeleted: true, initContainers: [.running], [.silent]),
    ]

    private static let gates: JSONValue = [["conditionType": "example.org/a"], ["conditionType": "example.org/b"]]

    private static let placedPods = [
        pod("placed-ip", [.ready], status: ["podIP": "10.1.2.3", "podIPs": [["ip": "10.1.2.3"]]]),
        pod("placed-old-ip", [.ready], status: ["podIP": "10.1.2.4"]),
        pod(
            "placed-two-ips", [.ready],
            status: ["podIP": "10.1.2.5", "podIPs": [["ip": "10.1.2.5"], ["ip": "fd00::5"]]]),
        pod("placed-ipv6", [.ready], status: ["podIP": "fd00::6", "podIPs": [["ip": "fd00::6"]]]),
        pod("placed-nominated", phase: "Pending", [.unreported], status: ["nominatedNodeName": "other-node"]),
        pod("placed-" + String(repeating: "x", count: 240), [.ready]),
        pod("gates-open-none", [.ready], spec: ["readinessGates": gates]),
        pod("gates-open-one", conditions: [.init(type: "example.org/a")], [.ready], spec: ["readinessGates": gates]),
        pod(
            "gates-open-both", conditions: [.init(type: "example.org/b"), .init(type: "example.org/a")], [.ready],
            spec: ["readinessGates": gates]),
        pod(
            "gates-said-twice",
            conditions: [.init(type: "example.org/a", status: "False"), .init(type: "example.org/a")], [.ready],
            spec: ["readinessGates": gates]),
        pod(
            "gates-unknown", conditions: [.init(type: "example.org/a", status: "Unknown")], [.ready],
            spec: ["readinessGates": gates]),
    ]
}
