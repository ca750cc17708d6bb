@testable import ClusterModel

extension Shape {
    /// An event as client-go's older recorder writes it; `more` goes over it.
    private static func event(_ name: String, _ more: [String: JSONValue] = [:]) -> Shape {
        let fields: [String: JSONValue] = [
            "involvedObject": regarding("Pod", "web-0", "spec.containers{web}"), "type": "Warning",
            "reason": "Unhealthy", "message": "Liveness probe failed", "count": 3,
            "source": ["component": "kubelet", "host": "seedbox"], "firstTimestamp": ago(7200),
            "lastTimestamp": ago(300),
        ]
        return Shape(kind: .events, name: name, fields: fields.merging(more) { $1 })
    }

    /// One as the newer recorder writes it.
    private static func newEvent(_ name: String, _ more: [String: JSONValue] = [:]) -> Shape {
        let fields: [String: JSONValue] = [
            "eventTime": microAgo(4000), "action": "Binding", "reportingComponent": "default-scheduler",
            "reportingInstance": "default-scheduler-seedbox", "source": [:], "count": nil, "firstTimestamp": nil,
            "lastTimestamp": nil,
        ]
        return event(name, fields.merging(more) { $1 })
    }

    /// The namespace is added when the object is created.
    private static func regarding(_ kind: String, _ name: String, _ field: String = "") -> JSONValue {
        ["kind": .text(kind), "name": .text(name), "fieldPath": .text(field)]
    }

    static let events = [
        event("event-plain"),
        event("event-once", ["count": 1, "lastTimestamp": ago(7200)]),
        event("event-without-count", ["count": nil]),
        event("event-zero-count", ["count": 0]),
        event("event-often", ["count": 20_112]),
        event("event-without-last", ["lastTimestamp": nil]),
        event("event-without-first", ["firstTimestamp": nil]),
        event("event-without-times", ["firstTimestamp": nil, "lastTimestamp": nil]),
        event("event-normal", ["type": "Normal", "reason": "Pulled"]),
        event("event-other-type", ["type": "Odd"]),
        event("event-without-type", ["type": nil]),
        event("event-without-reason", ["reason": nil]),
        event("event-without-message", ["message": nil]),
        event("event-spaced-message", ["message": "  \t a message \n\n"]),
        event("event-lines", ["message": "one\ntwo\n"]),
        event("event-wide-message", ["message": "Métriques 時計 \u{1F600}"]),
        event("event-kind", ["involvedObject": regarding("ReplicaSet", "web-5d4f")]),
        event("event-without-name", ["involvedObject": regarding("Deployment", "")]),
        event("event-init", ["involvedObject": regarding("Pod", "web-0", "spec.initContainers{init}")]),
        event("event-component", ["source": ["component": "deployment-controller"]]),
        event("event-host", ["source": ["host": "seedbox"]]),
        event("event-without-source", ["source": [:]]),
        event(
            "event-both-sources",
            ["reportingComponent": "cert-manager", "reportingInstance": "cert-manager-0", "source": ["host": "a"]]),
        newEvent("event-new"),
        newEvent("event-new-old-times", ["firstTimestamp": ago(9000), "lastTimestamp": ago(500)]),
        newEvent("event-series", ["series": ["count": 7, "lastObservedTime": microAgo(40)]]),
        newEvent("event-series-of-none", ["series": ["count": 0, "lastObservedTime": microAgo(40)]]),
        newEvent("event-series-and-count", ["count": 4, "series": ["count": 9, "lastObservedTime": microAgo(90)]]),
        newEvent("event-series-without-time", ["series": ["count": 2]]),
    ]
}
