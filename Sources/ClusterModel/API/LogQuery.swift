/// Which container's log to read, and from where on.
package struct LogQuery: Hashable, Sendable {
    package var namespace: String
    package var pod: String
    package var container: String
    package var start = LogStart.tail(1000)
    /// The log of the container's run before the present one.
    package var isPrevious = false

    package init(namespace: String, pod: String, container: String) {
        self.namespace = namespace
        self.pod = pod
        self.container = container
    }

    /// Whether it is about the first lines, and what comes after them matters less.
    package var isOfBeginning: Bool {
        if case .head = start { true } else { false }
    }

    /// Whether lines may come after those that are there now.
    package var isFollowed: Bool {
        switch start {
        case .tail, .since: !isPrevious
        case .head: false
        }
    }
}

/// Where the reading of a log begins.
package enum LogStart: Hashable, Sendable {
    /// With the last lines, so many of them.
    case tail(Int)
    /// With the first line; ends after so many bytes.
    case head(bytes: Int)
    /// With what was written in the last so many seconds, or the last lines of it, so many at most.
    case since(seconds: Int, lines: Int)
}
