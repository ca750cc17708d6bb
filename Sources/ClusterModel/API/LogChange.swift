/// News of a container's log.
package enum LogChange: Equatable, Sendable {
    /// New lines, oldest first; at least one.
    case lines([LogLine])
    /// Lines that came faster than they could be taken, and are lost; those after them are not.
    case skipped(Int)
    /// While the log was not read, the kubelet may have put away what was written meanwhile.
    case gap
    /// The container has ended; it is followed again when it has been restarted.
    case ended
    /// All of a log that is not followed has been read.
    case complete
    /// The log cannot be read now; it is asked for again.
    case failed(APIError)
}

/// A line of a container's log.
package struct LogLine: Equatable, Sendable {
    /// RFC 3339 with up to nine digits of a second, in UTC; empty if the kubelet wrote none.
    package let timestamp: String
    /// As the container wrote it, escape sequences and all, without the line break.
    package let text: String
    /// Bytes of the line that come after `text` and are not kept.
    package let cutBytes: Int
    /// The timestamp in nanoseconds since 1970; nil without one.
    package let moment: Int?

    package init(timestamp: String, text: String, cutBytes: Int = 0) {
        self.init(timestamp, Timestamp.nanoseconds(timestamp), text, cutBytes)
    }

    init(_ timestamp: String, _ moment: Int?, _ text: String, _ cutBytes: Int) {
        self.timestamp = timestamp
        self.moment = moment
        self.text = text
        self.cutBytes = cutBytes
    }
}
