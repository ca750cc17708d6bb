@testable import ClusterModel

extension Shape {
    /// A condition: its type, its status and perhaps a reason.
    struct PodCondition: Sendable {
        var type: String
        var status = "True"
        var reason = ""
    }

    /// A pod that no scheduler will touch. `phase`: empty for none.
    static func pod(
        _ name: String, phase: String = "Running", reason: String = "", conditions: [PodCondition] = [],
        isDeleted: Bool = false, initContainers: [ContainerShape] = [], _ containers: [ContainerShape],
        status: [String: JSONValue] = [:], spec: [String: JSONValue] = [:]
    ) -> Shape {
        let inits = named(initContainers, "init")
        let mains = named(containers, "main")
        var fullSpec: [String: JSONValue] = [
            "schedulerName": "nobody", "automountServiceAccountToken": false,
            "initContainers": .list(inits.map { $0.shape.spec(name: $0.name) }),
            "containers": .list(mains.map { $0.shape.spec(name: $0.name) }),
        ]
        var fullStatus: [String: JSONValue] = [
            "phase": phase.isEmpty ? nil : .text(phase), "reason": .text(reason),
            "conditions": .list(conditions.map(\.json)),
            "initContainerStatuses": .list(inits.compactMap { $0.shape.status(name: $0.name) }),
            "containerStatuses": .list(mains.compactMap { $0.shape.status(name: $0.name) }),
        ]
        fullSpec.merge(spec) { $1 }
        fullStatus.merge(status) { $1 }
        return Shape(
            kind: .pods, name: name, spec: .object(fullSpec), status: .object(fullStatus), isDeleted: isDeleted)
    }

    private static func named(_ shapes: [ContainerShape], _ name: String) -> [(name: String, shape: ContainerShape)] {
        shapes.enumerated().map { ("\(name)\($0.offset)", $0.element) }
    }
}

extension Shape.PodCondition {
    static let ready = Self(type: "Ready")
    static let unready = Self(type: "Ready", status: "False")
    static let initialized = Self(type: "Initialized")
    static let uninitialized = Self(type: "Initialized", status: "False")
    static let gated = Self(type: "PodScheduled", status: "False", reason: "SchedulingGated")
    static let unschedulable = Self(type: "PodScheduled", status: "False", reason: "Unschedulable")

    fileprivate var json: JSONValue {
        ["type": .text(type), "status": .text(status), "reason": .text(reason), "lastTransitionTime": ago(60)]
    }
}
