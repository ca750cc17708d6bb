import ClusterModel
import FoundationEssentials

/// What stands in a log: a line of a container, or a remark of kstop's own.
struct LogEntry: Equatable, Sendable {
    enum Content: Equatable, Sendable {
        /// `source`: the `LogSource.id` of the container that wrote it.
        case line(LogLine, source: Int)
        case note(LogNote)
    }

    let content: Content
    /// Nanoseconds since 1970: the lines of several sources are brought into this order.
    let moment: Int
    /// Nil: not looked at yet.
    var isFound: Bool?
    /// Whether the filter lets it through; nil: not looked at yet.
    var isChosen: Bool?

    init(_ content: Content, moment: Int) {
        self.content = content
        self.moment = moment
        if case .note = content { (isFound, isChosen) = (false, true) }
    }

    /// Nil for a note.
    var line: LogLine? {
        if case .line(let line, _) = content { line } else { nil }
    }

    /// What it counts for among the bytes that are kept.
    var bytes: Int { line?.text.utf8.count ?? 0 }

    var isExamined: Bool { isFound != nil && isChosen != nil }
}

/// A remark of kstop's own between the lines.
enum LogNote: Equatable, Sendable {
    /// The user put it there.
    case mark(Date)
    /// A pod takes the place of another.
    case replaced(pod: String, by: String)
    case joined(pod: String)
    case left(pod: String)
    /// So many lines came faster than they could be taken.
    case skipped(Int)
    /// The log was rotated away while it was not read.
    case gap
}

/// How much of a log is kept and asked for.
struct LogLimits: Equatable, Sendable {
    /// Older lines are dropped.
    var lines = 20_000
    /// Of the lines' texts; older lines are dropped.
    var bytes = 16 << 20
    /// How many of its last lines a log begins with.
    var tail = 1000
}
