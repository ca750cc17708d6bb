import FoundationEssentials

/// Follows a container's log across lost connections and restarts of the container.
struct LogFollower: Sendable {
    let query: LogQuery
    let client: APIClient
    var pace = Pace.real

    /// How one reading of the log ended.
    private enum Outcome {
        case ended
        case silent
        case failed(APIError)
    }

    /// Seconds without a line after which the log is asked for anew: the other side may be gone without a word.
    private static let longestSilence = 300.0

    /// Seconds between two questions about a pod that does not exist.
    private static let waitWhenGone = 15.0

    /// Runs until the task is cancelled or, if the log is not followed, read.
    func run(_ post: (LogChange) -> Void) async {
        var lines = LogLines()
        var backoff = Backoff(shortest: 1, longest: 5)
        var lastError: APIError?
        var lastEnd: String?
        // The next run of a container has a log of its own.
        var isOfSameRun = false
        while !Task.isCancelled {
            var hasHeard = false
            let outcome = await read(&lines) { new, hasGap in
                hasHeard = true
                if hasGap, isOfSameRun { post(.gap) }
                post(.lines(new))
            }
            if Task.isCancelled { return }
            if hasHeard {
                (lastError, lastEnd) = (nil, nil)
                backoff.reset()
            }
            isOfSameRun = true
            var delay = backoff.next(chance: pace.chance())
            switch outcome {
            case .silent:
                backoff.reset()
                continue
            case .ended where !query.isFollowed: return post(.complete)
            case .ended:
                lastError = nil
                if let end = await finishedRun(), end != lastEnd {
                    lastEnd = end
                    post(.ended)
                }
                isOfSameRun = lastEnd == nil
            case .failed(let error):
                if error != lastError { post(.failed(error)) }
                lastError = error
                if error.isNotFound { delay = Self.waitWhenGone }
                delay = max(delay, error.retryAfter)
            }
            await pace.sleep(delay)
        }
    }

    /// - Parameter post: takes new lines, and whether some may be missing before them.
    private func read(_ lines: inout LogLines, _ post: ([LogLine], Bool) -> Void) async -> Outcome {
        lines.resume()
        do throws(APIError) {
            // The API server may hold the head back until the container writes something.
            let request = HTTPRequest(path: try path(since: lines.sinceTime))
            var connection = try await client.opened(request, timeout: Self.longestSilence)
            while case .body(let bytes) = try await connection.next(timeout: Self.longestSilence) {
                let new = lines.take(bytes)
                if !new.isEmpty { post(new, lines.takeGap()) }
            }
            let last = lines.rest()
            if !last.isEmpty { post(last, lines.takeGap()) }
            return .ended
        } catch {
            if case .timedOut = error { return .silent }
            return .failed(error)
        }
    }

    private func path(since: String?) throws(APIError) -> APIPath {
        var path = try APIPath("v1", "namespaces", query.namespace, "pods", query.pod, "log")
            .with("container", query.container)
        if query.isFollowed { path = path.with("follow", "true") }
        path = path.with("timestamps", "true")
        if query.isPrevious { path = path.with("previous", "true") }
        if case .head(let bytes) = query.start { path = path.with("limitBytes", "\(bytes)") }
        if let since { return path.with("sinceTime", since) }
        switch query.start {
        case .tail(let lines): return path.with("tailLines", "\(lines)")
        case .since(let seconds, let lines):
            return path.with("sinceSeconds", "\(seconds)").with("tailLines", "\(lines)")
        case .head: return path
        }
    }

    /// Which run of the container has ended; nil if it runs, so that the log ended for another reason (its rotation),
    /// or if it has never run: the log of a pod that waits for a node is empty and ends at once.
    private func finishedRun() async -> String? {
        do throws(APIError) {
            let path = try APIPath("v1", "namespaces", query.namespace, "pods", query.pod)
            let pod = try await client.value(Pod.self, HTTPRequest(path: path))
            let statuses =
                pod.status.containerStatuses + pod.status.initContainerStatuses
                + pod.status.ephemeralContainerStatuses
            guard let status = statuses.first(where: { $0.name == query.container }), status.hasEnded else {
                return nil
            }
            return "\(pod.uid) \(status.restartCount)"
        } catch {
            // Who may read logs need not be allowed to read pods.
            return ""
        }
    }
}

extension ContainerStatus {
    /// Whether its last run is over.
    fileprivate var hasEnded: Bool {
        switch state {
        case .terminated: true
        case .running: false
        case .waiting, .unknown: lastState.termination != nil
        }
    }
}
