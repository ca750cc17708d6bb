import ClusterModel
import Words

/// A container whose log is on the page, or was until its pod went.
struct LogSource: Equatable, Sendable {
    enum State: Equatable, Sendable {
        case opening, following, ended, complete
        case failed(APIError)
    }

    /// Never given to another source.
    let id: Int
    let pod: LogPod
    let query: LogQuery
    var state = State.opening
    /// Whether it is still read.
    var isOpen = true
    /// Of its newest line.
    private var moment = Int.min

    init(id: Int, pod: LogPod, query: LogQuery) {
        self.id = id
        self.pod = pod
        self.query = query
    }

    /// Lines in the order in which they were written, whatever their clock did; one without a time comes right after
    /// the one before it, and none before `earliest`.
    mutating func entries(of lines: [LogLine], notBefore earliest: Int) -> [LogEntry] {
        lines.map { line in
            moment = max(moment, line.moment ?? .min, earliest)
            return LogEntry(.line(line, source: id), moment: moment)
        }
    }
}

/// Which containers' logs are shown.
enum LogScope: Equatable, Sendable {
    case container(String)
    /// All containers of the pod.
    case pod
    /// All containers of all pods of the application.
    case application
}

/// Since when lines are shown.
enum LogReach: Equatable, Sendable, CaseIterable {
    case tail, head, oneMinute, fiveMinutes, quarterHour, halfHour, hour

    /// Bytes of a beginning.
    private static let headBytes = 1 << 20

    func start(_ limits: LogLimits) -> LogStart {
        switch self {
        case .tail: .tail(limits.tail)
        case .head: .head(bytes: min(Self.headBytes, limits.bytes))
        case .oneMinute: .since(seconds: 60, lines: limits.lines)
        case .fiveMinutes: .since(seconds: 300, lines: limits.lines)
        case .quarterHour: .since(seconds: 900, lines: limits.lines)
        case .halfHour: .since(seconds: 1800, lines: limits.lines)
        case .hour: .since(seconds: 3600, lines: limits.lines)
        }
    }

    func words(_ limits: LogLimits) -> Phrase {
        switch self {
        case .tail: Phrase("last \(grouped(limits.tail))")
        case .head: Phrase("from the beginning")
        case .oneMinute: Phrase("last \("1m")")
        case .fiveMinutes: Phrase("last \("5m")")
        case .quarterHour: Phrase("last \("15m")")
        case .halfHour: Phrase("last \("30m")")
        case .hour: Phrase("last \("1h")")
        }
    }
}

/// "1 234 567".
func grouped(_ number: Int) -> String {
    let digits = String(number)
    return digits.enumerated().reduce(into: "") { text, digit in
        let left = digits.count - digit.offset
        if digit.offset > 0, left % 3 == 0 { text.append(" ") }
        text.append(digit.element)
    }
}
