import FoundationEssentials

extension DemoRunner {
    /// What `kubectl logs` would print of a made-up container, whose kubelet keeps as many lines as a query begins with.
    func read(_ query: PlainLogQuery, at now: Date, _ take: ([UInt8]) -> Void) async throws(APIError) {
        if query.isPrevious {
            take(query.bytes(query.beginning(of: try previousLines(query), at: now)))
            return
        }
        var isBeginning = true
        for await change in log(LogQuery(namespace: query.namespace, pod: query.pod, container: query.container)) {
            switch change {
            case .lines(let lines):
                take(query.bytes(isBeginning ? query.beginning(of: lines, at: now) : lines))
                isBeginning = false
            case .skipped, .gap: break
            case .ended, .complete: return
            case .failed(let error): throw error
            }
            if !query.isFollowed { return }
        }
    }

    private func previousLines(_ query: PlainLogQuery) throws(APIError) -> [LogLine] {
        let pods = objects(.pods, query.namespace).objects.compactMap { object -> Pod? in
            if case .pod(let pod) = object { pod } else { nil }
        }
        guard let pod = pods.first(where: { $0.name == query.pod }) else { throw .notFound("pods", query.pod) }
        let status = pod.status.containerStatuses.first { $0.name == query.container }
        guard let run = status?.lastState.termination, let start = run.startedAt, let end = run.finishedAt else {
            throw .badRequest("previous terminated container \"\(query.container)\" in pod \"\(query.pod)\" not found")
        }
        return DemoLog.of(container: query.container).lines(since: start, after: nil, upTo: end, limit: 1000)
    }
}

extension PlainLogQuery {
    /// Of the lines that there are, those that are asked for.
    fileprivate func beginning(of lines: [LogLine], at now: Date) -> [LogLine] {
        let recent = lines.filter { line in
            guard let sinceSeconds, let moment = Timestamp.date(line.timestamp) else { return true }
            return moment >= now - Double(sinceSeconds)
        }
        return Array(recent.suffix(tailLines ?? .max))
    }

    fileprivate func bytes(_ lines: [LogLine]) -> [UInt8] {
        lines.flatMap { line in
            Array("\(hasTimestamps ? "\(line.timestamp) " : "")\(line.text)\n".utf8)
        }
    }
}
