/// A container of a pod of the corpus.
struct ContainerShape: Sendable {
    /// Nil: the kubelet has said nothing about it.
    var state: JSONValue?
    var lastState: JSONValue = [:]
    var isReady = false
    var restarts = 0
    var started: JSONValue = nil
    var isSidecar = false

    func spec(name: String) -> JSONValue {
        let policy: JSONValue = isSidecar ? "Always" : nil
        return ["name": .text(name), "image": "example/\(name):1", "restartPolicy": policy]
    }

    func status(name: String) -> JSONValue? {
        state.map { state in
            [
                "name": .text(name), "image": "example/\(name):1", "imageID": "", "state": state,
                "lastState": lastState, "ready": .bool(isReady), "restartCount": .number(restarts), "started": started,
            ]
        }
    }
}

extension ContainerShape {
    static let ready = ContainerShape(state: ["running": ["startedAt": ago(300)]], isReady: true, started: true)
    static let running = ContainerShape(state: ["running": ["startedAt": ago(300)]], started: false)
    static let completed = ended("Completed", code: 0)
    static let error = ended("Error", code: 1)
    static let killed = ended("Error", code: 137)
    /// Waits without a reason.
    static let silent = waiting("")
    /// Neither waits nor runs nor has ended.
    static let stateless = ContainerShape(state: [:])
    /// Not in the status.
    static let unreported = ContainerShape()

    static func waiting(_ reason: String) -> ContainerShape {
        ContainerShape(state: ["waiting": ["reason": .text(reason), "message": "because"]])
    }

    static func ended(_ reason: String = "", code: Int, signal: Int = 0) -> ContainerShape {
        ContainerShape(state: [
            "terminated": [
                "reason": .text(reason), "exitCode": .number(code), "signal": .number(signal),
                "startedAt": ago(200), "finishedAt": ago(100),
            ]
        ])
    }

    /// Started again, so many seconds after which the tests begin.
    func restarted(_ count: Int, ago seconds: Double) -> ContainerShape {
        changed {
            $0.restarts = count
            $0.lastState = ["terminated": ["exitCode": 1, "finishedAt": ago(seconds)]]
        }
    }

    /// Started again, nobody knows when.
    func restarted(_ count: Int) -> ContainerShape { changed { $0.restarts = count } }

    /// An init container that goes on running; before 1.28 nobody knows of such.
    var sidecar: ContainerShape { changed { $0.isSidecar = true } }

    func changed(_ change: (inout ContainerShape) -> Void) -> ContainerShape {
        var copy = self
        change(&copy)
        return copy
    }
}
