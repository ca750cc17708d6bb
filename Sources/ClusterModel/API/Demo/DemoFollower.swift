import FoundationEssentials

/// Someone who reads a container's log as it is written: what has been read, and what comes next.
struct DemoFollower: Sendable {
    let query: LogQuery
    private var readUpTo: Date?
    /// When the run began that is being read, or was read to its end.
    private var run: Date?
    private var hasEnded = false
    private var failure: APIError?

    private let flood: Int

    /// - Parameter flood: as for `ClusterAPI.demo`.
    init(_ query: LogQuery, flood: Int = 0) {
        self.query = query
        self.flood = flood
    }

    /// Lines of a beginning: as many as the bytes that are asked for are likely to hold.
    private static let bytesOfLine = 80

    /// Lines that are read at a time: whoever reads more slowly than a flood is written would read ever more of them.
    private static let mostLines = 10_000

    /// What a reader gets now.
    mutating func read(_ cluster: Cluster, at now: Date) -> [LogChange] {
        do throws(APIError) {
            let run = try Run(of: query, in: cluster)
            failure = nil
            return read(run, at: now)
        } catch {
            return fail(error)
        }
    }

    /// When there will be something to read, as far as one can tell.
    func nextMoment(_ cluster: Cluster, after now: Date) -> Date {
        guard query.isFollowed, let run = try? Run(of: query, in: cluster), run.end == nil else {
            return .distantFuture
        }
        return log.nextMoment(since: run.start, after: now)
    }

    private mutating func read(_ run: Run, at now: Date) -> [LogChange] {
        if run.start != self.run {
            hasEnded = false
            // What an earlier run wrote has been read; the first lines ever read are the last ones written.
            readUpTo = nil
            self.run = run.start
        }
        guard !hasEnded else { return [] }
        let end = run.end ?? now
        let lines = lines(of: run, upTo: end, now)
        readUpTo = end
        hasEnded = run.end != nil || !query.isFollowed
        let last: LogChange = query.isFollowed ? .ended : .complete
        return (lines.isEmpty ? [] : [.lines(lines)]) + (hasEnded ? [last] : [])
    }

    private var log: DemoLog {
        var log = DemoLog.of(container: query.container)
        if flood > 0, query.container == "rutorrent" { log.period = 1 / Double(flood) }
        return log
    }

    private func lines(of run: Run, upTo end: Date, _ now: Date) -> [LogLine] {
        switch query.start {
        case .tail(let limit):
            let limit = readUpTo == nil ? limit : Self.mostLines
            return log.lines(since: run.start, after: readUpTo, upTo: end, limit: limit)
        case .since(let seconds, let limit):
            let after = readUpTo ?? now - Double(seconds)
            return log.lines(since: run.start, after: after, upTo: end, limit: limit)
        case .head(let bytes):
            return log.firstLines(since: run.start, upTo: end, limit: bytes / Self.bytesOfLine)
        }
    }

    private mutating func fail(_ error: APIError) -> [LogChange] {
        guard failure != error else { return [] }
        failure = error
        let wasReading = run != nil && !hasEnded
        run = nil
        return (wasReading ? [.ended] : []) + [.failed(error)]
    }

    /// The latest run of a container, or the one before.
    private struct Run {
        let start: Date
        /// Nil while it runs.
        let end: Date?

        /// - Throws: the API server's answer where there is no log.
        init(of query: LogQuery, in cluster: Cluster) throws(APIError) {
            let named = cluster.pods.values.first { $0.name == query.pod && $0.metadata.namespace == query.namespace }
            guard let pod = named else { throw .notFound("pods", query.pod) }
            guard pod.spec.containers.contains(where: { $0.name == query.container }) else {
                throw .badRequest("container \(query.container) is not valid for pod \(query.pod)")
            }
            guard !pod.spec.nodeName.isEmpty else {
                throw .badRequest("pod \(query.pod) does not have a host assigned")
            }
            let status = pod.status.containerStatuses.first { $0.name == query.container }
            if query.isPrevious {
                guard let last = status?.lastState.termination, let began = last.startedAt,
                    let finished = last.finishedAt
                else {
                    throw .badRequest(
                        "previous terminated container \"\(query.container)\" in pod \"\(query.pod)\" not found")
                }
                start = began
                end = finished
            } else if case .running(let since?) = status?.state {
                start = since
                end = nil
            } else if let last = status?.state.termination ?? status?.lastState.termination,
                let began = last.startedAt, let finished = last.finishedAt
            {
                start = began
                end = finished
            } else {
                throw .badRequest(Self.waiting(query, status?.state))
            }
        }

        private static func waiting(_ query: LogQuery, _ state: ContainerState?) -> String {
            let start = "container \"\(query.container)\" in pod \"\(query.pod)\" is waiting to start: "
            guard case .waiting(let reason, _) = state else { return start + "ContainerCreating" }
            switch reason {
            case "ErrImagePull": return start + "image can't be pulled"
            case "ImagePullBackOff": return start + "trying and failing to pull image"
            default: return start + reason
            }
        }
    }
}

extension APIError {
    static func badRequest(_ message: String) -> APIError {
        .refused(code: 400, reason: "BadRequest", message: message)
    }
}
