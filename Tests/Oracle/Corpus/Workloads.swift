@testable import ClusterModel

extension Shape {
    private static func template(
        containers: Int = 1, nodeSelector: JSONValue = nil, restartPolicy: JSONValue = "Always"
    ) -> JSONValue {
        let names = (1...containers).map { "c\($0)" }
        return [
            "metadata": ["labels": ["app": "set", "tier": "back"]],
            "spec": [
                "schedulerName": "nobody", "nodeSelector": nodeSelector, "restartPolicy": restartPolicy,
                "containers": .list(names.map { ["name": .text($0), "image": "example/\($0)"] }),
            ],
        ]
    }

    /// The controller may have counted before: each of its counts is replaced, since none may be above `replicas`.
    private static func statefulSet(
        _ name: String, replicas: JSONValue = 1, containers: Int = 1, present: JSONValue = 0, ready: JSONValue = 0
    ) -> Shape {
        Shape(
            kind: .statefulSets, name: name,
            spec: [
                "replicas": replicas, "serviceName": "none", "selector": ["matchLabels": ["app": "set"]],
                "template": template(containers: containers),
            ],
            status: ["replicas": present, "readyReplicas": ready, "currentReplicas": 0, "updatedReplicas": 0])
    }

    static let statefulSets = [
        statefulSet("set-new"),
        statefulSet("set-stopped", replicas: 0),
        statefulSet("set-default-replicas", replicas: nil),
        statefulSet("set-ready", replicas: 3, present: 3, ready: 3),
        statefulSet("set-starting", replicas: 3, present: 2, ready: 1),
        statefulSet("set-three-containers", containers: 3),
    ]

    private static func daemonSet(
        _ name: String, selector: JSONValue = ["matchLabels": ["app": "set"]], nodeSelector: JSONValue = ["no": "node"],
        containers: Int = 1, desired: Int = 0, current: Int = 0, ready: Int = 0, updated: Int = 0, available: Int = 0
    ) -> Shape {
        Shape(
            kind: .daemonSets, name: name,
            spec: ["selector": selector, "template": template(containers: containers, nodeSelector: nodeSelector)],
            status: [
                "desiredNumberScheduled": .number(desired), "currentNumberScheduled": .number(current),
                "numberMisscheduled": 0, "numberReady": .number(ready), "updatedNumberScheduled": .number(updated),
                "numberAvailable": .number(available),
            ])
    }

    static let daemonSets = [
        daemonSet("daemon-new"),
        daemonSet("daemon-ready", desired: 3, current: 3, ready: 3, updated: 3, available: 3),
        daemonSet("daemon-rolling", desired: 3, current: 3, ready: 2, updated: 1, available: 2),
        daemonSet("daemon-two-labels", nodeSelector: ["zone": "b", "arch": "a", "a.b/c": "d"]),
        daemonSet("daemon-three-containers", containers: 3),
        daemonSet(
            "daemon-expressions",
            selector: ["matchExpressions": [["key": "app", "operator": "In", "values": ["set", "other"]]]]),
    ]

    /// Without parallelism, so that no pods come of it.
    private static func job(
        _ name: String, completions: JSONValue = nil, parallelism: JSONValue = 0, status: JSONValue = [:]
    ) -> Shape {
        Shape(
            kind: .jobs, name: name,
            spec: [
                "completions": completions, "parallelism": parallelism,
                "template": template(restartPolicy: "Never"),
            ], status: status)
    }

    private static func ended(_ type: JSONValue) -> JSONValue {
        ["type": type, "status": "True", "lastProbeTime": ago(60), "lastTransitionTime": ago(60)]
    }

    static let jobs = [
        job("job-new"),
        job("job-running", completions: 1, status: ["startTime": ago(95), "active": 1]),
        job("job-queue", parallelism: 2, status: ["startTime": ago(3_700), "succeeded": 1]),
        job("job-several", completions: 5, status: ["startTime": ago(4_000), "succeeded": 3]),
        job(
            "job-complete", completions: 1,
            status: [
                "startTime": ago(1_000), "completionTime": ago(400), "succeeded": 1, "conditions": [ended("Complete")],
            ]),
        job(
            "job-failed", completions: 1, status: ["startTime": ago(900), "failed": 7, "conditions": [ended("Failed")]]),
    ]
}
