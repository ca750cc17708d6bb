import FoundationEssentials
import Words

/// What keeps a pod from serving.
enum Cause: Equatable, Sendable {
    case crash(Crash)
    case image(container: String, image: String, problem: String)
    /// Of a volume that has the files of an image.
    case volumeImage(volume: String, image: String, problem: String)
    /// The container cannot be made, for want of a config map or a secret for instance.
    case cannotStart(container: String, problem: String)
    /// The pod's volumes or its network cannot be set up.
    case cannotPrepare(pod: String, problem: String)
    case unschedulable(pod: String, problem: String)
    case unready(container: String, problem: String)
    /// An init container that has not come to its end for longer than a start may take; for how long it has been running.
    case initializing(container: String, time: String)
    /// Neither ready nor in known trouble for longer than a start may take.
    case slow(pod: String, status: String)
    /// All its containers are ready, but something else, such as a readiness gate, is not.
    case held(pod: String, problem: String)
    /// The pod as a whole has failed: evicted, or its node is lost.
    case failed(pod: String, problem: String)
    /// Its node is not ready, or has not reported for that time.
    case node(NodeTrouble, time: String)
}

/// How a container ends again and again.
struct Crash: Equatable, Sendable {
    enum Reason: Equatable, Sendable {
        case exit(code: Int, message: String)
        case outOfMemory(limit: String)
        case outOfPodMemory(limit: String)
        /// Some runtimes give no exit code then.
        case signal(Int)
        /// Killed by the kubelet: "liveness" or "startup", and what the probe said.
        case probe(String, problem: String)
        /// Killed by a signal, as the kubelet does when that probe fails; nobody has said so, though.
        case perhapsProbe(String, code: Int)
        /// Killed by the kubelet since its postStart hook failed.
        case hook(problem: String)
    }

    var container: String
    var reason: Reason
    /// Seconds from the start to the end of the last run.
    var lifetime: Double?
    var restarts: Int
}

extension Cause {
    /// "container web cannot be started: secret "web" not found".
    var clause: Phrase {
        switch self {
        case .crash(let crash): crash.clause
        case .image(let container, let image, let problem):
            Phrase("image \(image) of container \(container) cannot be pulled").because(problem)
        case .volumeImage(let volume, let image, let problem):
            Phrase("image \(image) of volume \(volume) cannot be pulled").because(problem)
        case .cannotStart(let container, let problem):
            Phrase("container \(container) cannot be started").because(problem)
        case .cannotPrepare(let pod, let problem): Phrase("pod \(pod) cannot be prepared").because(problem)
        case .unschedulable(let pod, let problem): Phrase("pod \(pod) cannot be scheduled").because(problem)
        case .unready(let container, let problem):
            Phrase("container \(container) runs but is not ready").because(problem)
        case .initializing(let container, let time):
            Phrase("init container \(container) has been running for \(time)")
        case .slow(let pod, "Running"):
            Phrase("pod \(pod) has been running for more than \(humanDuration(startTime)) and is not ready")
        case .slow(let pod, let status):
            Phrase("pod \(pod) has been \(status) for more than \(humanDuration(startTime)), and nothing says why")
        case .held(let pod, let problem): Phrase("pod \(pod) is not ready").because(problem)
        case .failed(let pod, let problem): Phrase("pod \(pod) has failed").because(problem)
        case .node(let node, let time): node.clause(time)
        }
    }
}

extension Crash {
    var clause: Phrase {
        switch restarts {
        case 0: end
        default: Phrase(count: restarts, one: "\(end) (restarted once)", other: "\(end) (restarted \(restarts) times)")
        }
    }

    private var end: Phrase {
        switch reason {
        case .exit(let code, let message): exit(codeText(code)).because(message)
        case .outOfMemory(""): Phrase("container \(container) is killed for want of memory on the node")
        case .outOfMemory(let limit): Phrase("container \(container) is killed at its memory limit of \(limit)")
        case .outOfPodMemory(let limit):
            Phrase("container \(container) is killed at the memory limit of its pod, \(limit)")
        case .signal(let signal): Phrase("container \(container) is ended by \(signalText(signal))")
        case .perhapsProbe(let probe, let code):
            Phrase("\(exit(codeText(code))): the kubelet restarts it, and a \(probe) probe is configured")
        case .hook(let problem):
            Phrase("container \(container) is killed because its postStart hook failed").because(problem)
        case .probe(let probe, let problem) where restarts > 1:
            Phrase("container \(container) is killed again and again, \(probe) probe failed").because(problem)
        case .probe(let probe, let problem):
            Phrase("container \(container) is killed because its \(probe) probe failed").because(problem)
        }
    }

    private func exit(_ code: Phrase) -> Phrase {
        switch lifetime {
        case nil: return Phrase("container \(container) exits with code \(code) after it starts")
        case let lifetime? where lifetime < 1:
            return Phrase("container \(container) exits with code \(code) right after it starts")
        case let lifetime?:
            let time = humanDuration(lifetime)
            return Phrase("container \(container) exits with code \(code) after running for \(time)")
        }
    }
}

extension Phrase {
    /// A clause with what the cluster says about it, if it says anything.
    func because(_ problem: String) -> Phrase {
        let words = usefulWords(problem)
        return words.isEmpty ? self : Phrase("\(self): \(words)")
    }
}

/// The line of a message that says what is wrong, not too long, without what it ends in.
private func usefulWords(_ problem: String) -> String {
    var line = problem.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    // mount(8) says why in the last of many lines: what was tried stands before it.
    if let output = problem.firstRange(of: "\nOutput: ") {
        let what = line.firstRange(of: " : mount failed").map { line[..<$0.lowerBound] } ?? line[...]
        line = "\(what): \(problem[output.upperBound...].prefix { !$0.isNewline })"
    }
    while let last = line.last, " .:,;".contains(last) { line.removeLast() }
    return line.count > 300 ? "\(line.prefix(299))…" : line
}

private func signalText(_ signal: Int) -> String {
    let names = [6: "SIGABRT", 9: "SIGKILL", 11: "SIGSEGV", 15: "SIGTERM"]
    return names[signal].map { "signal \(signal) (\($0))" } ?? "signal \(signal)"
}

/// Shells and container runtimes report a death by signal n as 128 + n.
private func codeText(_ code: Int) -> Phrase {
    switch code {
    case 126: Phrase("\(code) (the command cannot be executed)")
    case 127: Phrase("\(code) (the command was not found)")
    case 134: Phrase(verbatim: "134 (SIGABRT)")
    case 137: Phrase(verbatim: "137 (SIGKILL)")
    case 139: Phrase(verbatim: "139 (SIGSEGV)")
    case 143: Phrase(verbatim: "143 (SIGTERM)")
    default: Phrase(verbatim: String(code))
    }
}
