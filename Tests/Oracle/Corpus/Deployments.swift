@testable import ClusterModel

extension Shape {
    /// Paused, so that no pods come of it.
    private static func deployment(
        _ name: String, replicas: JSONValue = 1, isPaused: Bool = true, containers: Int = 1,
        selector: JSONValue = ["matchLabels": ["app": "web"]], status: JSONValue = [:]
    ) -> Shape {
        let names = (1...containers).map { "c\($0)" }
        let template: JSONValue = [
            "metadata": ["labels": ["app": "web", "tier": "front", "stage": "test"]],
            "spec": [
                "schedulerName": "nobody",
                "containers": .list(names.map { ["name": .text($0), "image": "example/\($0)"] }),
            ],
        ]
        return Shape(
            kind: .deployments, name: name,
            spec: [
                "replicas": replicas, "paused": .bool(isPaused), "selector": selector, "template": template,
            ], status: status)
    }

    private static func counts(
        replicas: Int = 0, updated: Int = 0, ready: Int = 0, available: Int = 0, unavailable: Int = 0
    ) -> JSONValue {
        [
            "observedGeneration": 1, "replicas": .number(replicas), "updatedReplicas": .number(updated),
            "readyReplicas": .number(ready), "availableReplicas": .number(available),
            "unavailableReplicas": .number(unavailable),
        ]
    }

    private static func requirement(_ key: String, _ operation: String, _ values: [JSONValue] = []) -> JSONValue {
        ["key": .text(key), "operator": .text(operation), "values": .list(values)]
    }

    static let deployments = [
        deployment("new"),
        deployment("stopped", replicas: 0, isPaused: false),
        deployment("default-replicas", replicas: nil),
        deployment("ready", replicas: 3, status: counts(replicas: 3, updated: 3, ready: 3, available: 3)),
        deployment(
            "rolling", replicas: 1, status: counts(replicas: 2, updated: 1, ready: 1, available: 1, unavailable: 1)),
        deployment("starting", replicas: 3, status: counts(replicas: 3, updated: 3, ready: 1, unavailable: 2)),
        deployment("not-yet-available", replicas: 2, status: counts(replicas: 2, updated: 2, ready: 2)),
        deployment("too-many", replicas: 1, status: counts(replicas: 5, updated: 2, ready: 5, available: 4)),
        deployment("stopping", replicas: 0, isPaused: false, status: counts(replicas: 2, ready: 2, available: 2)),
        deployment("three-containers", containers: 3),
        deployment("selector-labels", selector: ["matchLabels": ["tier": "front", "app": "web"]]),
        deployment("selector-in", selector: ["matchExpressions": [requirement("app", "In", ["web", "api"])]]),
        deployment("selector-in-one", selector: ["matchExpressions": [requirement("app", "In", ["web"])]]),
        deployment(
            "selector-all",
            selector: [
                "matchLabels": ["stage": "test"],
                "matchExpressions": [
                    requirement("tier", "NotIn", ["back", "a"]), requirement("app", "Exists"),
                    requirement("old", "DoesNotExist"), requirement("Zone", "NotIn", ["1"]),
                ],
            ]),
        deployment(
            "selector-same-key",
            selector: [
                "matchLabels": ["app": "web"],
                "matchExpressions": [
                    requirement("app", "NotIn", ["x"]), requirement("app", "In", ["web", "a"]),
                    requirement("app", "Exists"),
                ],
            ]),
    ]
}
