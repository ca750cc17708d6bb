import Foundation
import Testing

@testable import ClusterModel

/// The examples of Kubernetes' own printers_test.go.
struct PodStatusTests {
    @Test("the status of ordinary containers", arguments: ordinary)
    func containers(example: PodExample) {
        check(example)
    }

    @Test("the status while init containers run", arguments: initializing)
    func initContainers(example: PodExample) {
        check(example)
    }

    @Test("sidecars count as containers", arguments: sidecars)
    func sidecarContainers(example: PodExample) {
        check(example)
    }

    @Test("a deleted pod is terminating unless it has ended", arguments: deleted)
    func deletion(example: PodExample) {
        check(example)
    }

    @Test("the wide columns of a pod")
    func wideColumns() {
        var pod = Pod(metadata: Metadata(name: "web"))
        #expect(
            [pod.ipText, pod.nodeText, pod.nominatedNodeText, pod.readinessGatesText]
                == Array(repeating: "<none>", count: 4))
        pod.status.podIPs = ["10.1.1.1", "fd00::1"]
        pod.spec.nodeName = "seedbox"
        pod.status.nominatedNodeName = "other"
        pod.spec.readinessGates = ["a", "b"]
        pod.status.conditions = [Condition(type: "a", status: "True"), Condition(type: "b", status: "False")]
        #expect(
            [pod.ipText, pod.nodeText, pod.nominatedNodeText, pod.readinessGatesText] == [
                "10.1.1.1", "seedbox", "other", "1/2",
            ])
    }

    @Test("of two conditions for one readiness gate the first counts")
    func readinessGateTwice() {
        var pod = Pod(metadata: Metadata(name: "web"))
        pod.spec.readinessGates = ["a"]
        pod.status.conditions = [Condition(type: "a", status: "False"), Condition(type: "a", status: "True")]
        #expect(pod.readinessGatesText == "0/1")
    }

    private func check(_ example: PodExample, at location: SourceLocation = #_sourceLocation) {
        let summary = example.pod.summary
        let text = "\(summary.readyText) | \(summary.status) | \(summary.restartsText(at: noon))"
        #expect(text == example.expected, sourceLocation: location)
    }
}

struct PodExample: Sendable, CustomTestStringConvertible {
    var expected: String
    var pod: Pod

    init(
        _ expected: String, phase: String = "Running", reason: String = "", conditions: [Condition] = [],
        isDeleted: Bool = false, sidecars: Set<Int> = [], initContainers: [ContainerStatus] = [],
        containers: [ContainerStatus]
    ) {
        self.expected = expected
        pod = Pod(metadata: Metadata(name: "example"))
        pod.metadata.deletionTimestamp = isDeleted ? noon : nil
        pod.status = Pod.Status(phase: phase, reason: reason, conditions: conditions)
        for (index, status) in initContainers.enumerated() {
            let name = "init\(index)"
            pod.spec.initContainers.append(
                Container(name: name, restartPolicy: sidecars.contains(index) ? "Always" : ""))
            pod.status.initContainerStatuses.append(named(name, status))
        }
        for (index, status) in containers.enumerated() {
            let name = "main\(index)"
            pod.spec.containers.append(Container(name: name))
            pod.status.containerStatuses.append(named(name, status))
        }
    }

    var testDescription: String { expected }

    private func named(_ name: String, _ status: ContainerStatus) -> ContainerStatus {
        var status = status
        status.name = name
        return status
    }
}

let noon = Date(timeIntervalSince1970: 1_795_435_200)

private func container(
    _ state: ContainerState, isReady: Bool = false, restarts: Int = 0, endedAgo: Double? = nil, started: Bool? = nil
) -> ContainerStatus {
    var status = ContainerStatus(name: "", isReady: isReady, restartCount: restarts, started: started, state: state)
    if let endedAgo { status.lastState = .terminated(Termination(finishedAt: noon.addingTimeInterval(-endedAgo))) }
    return status
}

private let running = ContainerState.running(since: nil)
private let silent = ContainerState.waiting(reason: "", message: "")
private let done = ContainerState.terminated(Termination(exitCode: 0, reason: "Completed"))
private let killed = ContainerState.terminated(Termination(exitCode: 137, reason: "Error"))
private let isInitialized = [Condition(type: "Initialized", status: "True")]
private let isNotInitialized = [Condition(type: "Initialized", status: "False")]
private let serving = container(running, isReady: true, restarts: 3)

private func waiting(_ reason: String) -> ContainerState { .waiting(reason: reason, message: "") }
private func ended(_ reason: String) -> ContainerState { .terminated(Termination(reason: reason)) }
private func ended(code: Int, signal: Int = 0) -> ContainerState {
    .terminated(Termination(exitCode: code, signal: signal))
}

private let ordinary: [PodExample] = [
    PodExample("1/2 | Running | 6", containers: [serving, container(.unknown, restarts: 3)]),
    PodExample("1/2 | X | 6", containers: [serving, container(waiting("X"), restarts: 3)]),
    PodExample("0/2 | X | 6", containers: [container(waiting("X"), restarts: 3), container(ended("Y"), restarts: 3)]),
    PodExample("1/2 | Running | 6", containers: [serving, container(.unknown, isReady: true, restarts: 3)]),
    PodExample("1/2 | podReason | 6", reason: "podReason", containers: [serving, container(.unknown, restarts: 3)]),
    PodExample("1/2 | NotReady | 6", containers: [container(done, restarts: 3), serving]),
    PodExample(
        "1/2 | Running | 6", conditions: [Condition(type: "Ready", status: "True")],
        containers: [container(done, restarts: 3), serving]),
    PodExample(
        "1/2 | Running | 6",
        conditions: [Condition(type: "Ready", status: "False"), Condition(type: "Ready", status: "True")],
        containers: [container(done, restarts: 3), serving]),
    PodExample(
        "2/2 | Running | 9 (5d ago)",
        containers: [
            container(running, isReady: true, restarts: 6, endedAgo: 5 * 86_400),
            container(running, isReady: true, restarts: 3, endedAgo: 20 * 86_400),
        ]),
    PodExample(
        "0/2 | SchedulingGated | 0", phase: "Pending",
        conditions: [Condition(type: "PodScheduled", status: "False", reason: "SchedulingGated")],
        containers: [container(.unknown), container(.unknown)]),
    PodExample("0/1 | Completed | 0", phase: "Succeeded", containers: [container(done)]),
    PodExample("0/1 | Error | 0", phase: "Failed", containers: [container(ended("Error"))]),
    PodExample("0/1 | ExitCode:3 | 0", phase: "Failed", containers: [container(ended(code: 3))]),
    PodExample("0/1 | Signal:9 | 0", phase: "Failed", containers: [container(ended(code: 137, signal: 9))]),
    PodExample("0/1 | Evicted | 0", phase: "Failed", reason: "Evicted", containers: [container(.unknown)]),
    PodExample("0/1 | Pending | 0", phase: "Pending", containers: [container(.unknown)]),
]

private let initializing: [PodExample] = [
    PodExample(
        "0/1 | Init:0/1 | 3 (10s ago)", phase: "Pending",
        initContainers: [container(running, restarts: 3, endedAgo: 10)], containers: [container(silent)]),
    PodExample(
        "0/1 | Init:1/2 | 5 (10s ago)", phase: "Pending",
        initContainers: [
            container(done, restarts: 2, endedAgo: 120), container(running, restarts: 3, endedAgo: 10),
        ], containers: [container(silent)]),
    PodExample(
        "0/1 | Running | 4 (20s ago)", conditions: isInitialized,
        initContainers: [container(done, restarts: 2, endedAgo: 120)],
        containers: [container(running, restarts: 4, endedAgo: 20)]),
    PodExample(
        "0/1 | Init:CrashLoopBackOff | 0", phase: "Pending",
        initContainers: [container(waiting("CrashLoopBackOff"))], containers: [container(waiting("PodInitializing"))]),
    PodExample(
        "0/1 | Init:0/1 | 0", phase: "Pending",
        initContainers: [container(waiting("PodInitializing"))], containers: [container(waiting("PodInitializing"))]),
    PodExample("0/1 | Init:Error | 0", initContainers: [container(killed)], containers: [container(silent)]),
    PodExample(
        "0/1 | Init:ExitCode:2 | 0", initContainers: [container(ended(code: 2))], containers: [container(silent)]),
    PodExample(
        "0/1 | Init:Signal:9 | 0", initContainers: [container(ended(code: 1, signal: 9))],
        containers: [container(silent)]),
]

private let sidecars: [PodExample] = [
    PodExample(
        "0/3 | Init:0/2 | 3 (10s ago)", phase: "Pending", conditions: isNotInitialized, sidecars: [0, 1],
        initContainers: [container(running, restarts: 3, endedAgo: 10, started: false), container(silent)],
        containers: [container(waiting("PodInitializing"))]),
    PodExample(
        "0/3 | Init:1/2 | 3 (10s ago)", phase: "Pending", conditions: isNotInitialized, sidecars: [0, 1],
        initContainers: [
            container(running, restarts: 3, endedAgo: 10, started: true), container(running, started: false),
        ], containers: [container(waiting("PodInitializing"))]),
    PodExample(
        "1/3 | Running | 7 (10s ago)", conditions: isInitialized, sidecars: [0, 1],
        initContainers: [
            container(running, restarts: 3, endedAgo: 10, started: true), container(running, started: true),
        ], containers: [container(running, isReady: true, restarts: 4, endedAgo: 20)]),
    PodExample(
        "0/3 | Completed | 7 (10s ago)", phase: "Succeeded", conditions: isInitialized, sidecars: [0, 1],
        initContainers: [container(killed, restarts: 3, endedAgo: 10), container(killed)],
        containers: [container(done, restarts: 4, endedAgo: 20)]),
    PodExample(
        "2/2 | Running | 0", conditions: isInitialized, sidecars: [0],
        initContainers: [container(running, isReady: true, started: true)],
        containers: [container(running, isReady: true)]),
    // What stands behind the sidecar that is not up does not count.
    PodExample(
        "1/3 | Init:CrashLoopBackOff | 9", conditions: isInitialized, sidecars: [0, 1],
        initContainers: [
            container(waiting("CrashLoopBackOff"), restarts: 9),
            container(running, isReady: true, restarts: 4, endedAgo: 10, started: true),
        ], containers: [container(running, isReady: true)]),
]

private let deleted: [PodExample] = [
    PodExample("0/1 | Completed | 0", phase: "Succeeded", isDeleted: true, containers: [container(done)]),
    PodExample("0/1 | Terminating | 0", isDeleted: true, containers: [container(running)]),
    PodExample("0/1 | Terminating | 0", phase: "Pending", isDeleted: true, containers: [container(silent)]),
    PodExample("0/1 | Unknown | 0", reason: "NodeLost", isDeleted: true, containers: [container(running)]),
]
