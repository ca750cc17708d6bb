import FoundationEssentials

/// What keeps a pod from serving.
enum Cause: Equatable, Sendable {
    case crash(Crash)
    case image(container: String, image: String, problem: String)
    /// The container cannot be made, for want of a config map or a secret for instance.
    case cannotStart(container: String, problem: String)
    /// The pod's volumes or its network cannot be set up.
    case cannotPrepare(pod: String, problem: String)
    case unschedulable(pod: String, problem: String)
    case unready(container: String, problem: String)
    /// Neither ready nor in known trouble for longer than a start may take.
    case slow(pod: String, status: String)
    /// The pod as a whole has failed: evicted, or its node is lost.
    case failed(pod: String, problem: String)
}

/// How a container ends again and again.
struct Crash: Equatable, Sendable {
    enum Reason: Equatable, Sendable {
        case exit(code: Int, message: String)
        case outOfMemory(limit: String)
        /// Killed by the kubelet: "liveness" or "startup", and what the probe said.
        case probe(String, problem: String)
    }

    var container: String
    var reason: Reason
    /// Seconds from the start to the end of the last run.
    var lifetime: Double?
    var restarts: Int
}

extension Cause {
    var sentence: String {
        switch self {
        case .crash(let crash): crash.sentence
        case .image(let container, let image, let problem):
            "Image \(image) of container \(container) cannot be pulled\(explanation(problem))."
        case .cannotStart(let container, let problem):
            "Container \(container) cannot be started\(explanation(problem))."
        case .cannotPrepare(let pod, let problem): "Pod \(pod) cannot be prepared\(explanation(problem))."
        case .unschedulable(let pod, let problem): "Pod \(pod) cannot be scheduled\(explanation(problem))."
        case .unready(let container, let problem):
            "Container \(container) runs but is not ready\(explanation(problem))."
        case .slow(let pod, let status):
            "Pod \(pod) is \(status) for longer than \(humanDuration(startTime)), and nothing says why."
        case .failed(let pod, let problem): "Pod \(pod) has failed\(explanation(problem))."
        }
    }
}

extension Crash {
    var sentence: String { "Container \(container) \(end)\(restartsText)." }

    private var end: String {
        switch reason {
        case .exit(let code, let message): "exits with code \(code)\(signalText(code)) \(moment)\(explanation(message))"
        case .outOfMemory(let limit):
            limit.isEmpty ? "is killed for want of memory on the node" : "is killed at its memory limit of \(limit)"
        case .probe(let probe, let problem): "is killed \(again)\(probe) probe failed\(explanation(problem))"
        }
    }

    private var moment: String {
        guard let lifetime else { return "after it starts" }
        return lifetime < 1 ? "right after it starts" : "after running for \(humanDuration(lifetime))"
    }

    private var again: String { restarts > 1 ? "again and again, " : "because its " }

    private var restartsText: String {
        switch restarts {
        case 0: ""
        case 1: " (restarted once)"
        default: " (restarted \(restarts) times)"
        }
    }
}

/// ": problem" as part of a sentence: its first line, not too long, without its own full stop.
private func explanation(_ problem: String) -> String {
    let line = problem.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let short = line.count > 300 ? "\(line.prefix(299))…" : line
    let words = short.hasSuffix(".") ? String(short.dropLast()) : short
    return words.isEmpty ? "" : ": \(words)"
}

/// Shells and container runtimes report a death by signal n as 128 + n.
private func signalText(_ code: Int) -> String {
    switch code {
    case 126: " (the command cannot be executed)"
    case 127: " (the command was not found)"
    case 134: " (SIGABRT)"
    case 137: " (SIGKILL)"
    case 139: " (SIGSEGV)"
    case 143: " (SIGTERM)"
    default: ""
    }
}
