/// Which part of a container's log to read, once, as `kubectl logs` does.
package struct PlainLogQuery: Hashable, Sendable {
    package var namespace: String
    package var pod: String
    package var container: String
    /// Goes on until the container ends.
    package var isFollowed = false
    /// The log of the container's run before the present one.
    package var isPrevious = false
    package var hasTimestamps = false
    /// How many of the last lines; nil: all.
    package var tailLines: Int?
    /// Only what was written in the last so many seconds; nil: all.
    package var sinceSeconds: Int?

    package init(namespace: String, pod: String, container: String) {
        self.namespace = namespace
        self.pod = pod
        self.container = container
    }
}

/// Reads a container's log to its end, byte for byte.
struct PlainLog: Sendable {
    let query: PlainLogQuery
    let client: APIClient

    func read(_ take: ([UInt8]) -> Void) async throws(APIError) {
        // The API server may hold the head back until the container writes something.
        let timeout = query.isFollowed ? nil : client.timeout
        var connection = try await client.opened(HTTPRequest(path: path()), timeout: timeout)
        let start = ContinuousClock.now
        while case .body(let bytes) = try await client.part(of: &connection, timeout: timeout) {
            // One that is followed may be quick for hours.
            if !query.isFollowed { client.hearSlowAnswer(since: start) }
            take(bytes)
        }
    }

    private func path() throws(APIError) -> APIPath {
        var path = try APIPath("v1", "namespaces", query.namespace, "pods", query.pod, "log")
            .with("container", query.container)
        if query.isFollowed { path = path.with("follow", "true") }
        if query.isPrevious { path = path.with("previous", "true") }
        if query.hasTimestamps { path = path.with("timestamps", "true") }
        if let seconds = query.sinceSeconds { path = path.with("sinceSeconds", "\(seconds)") }
        if let lines = query.tailLines { path = path.with("tailLines", "\(lines)") }
        return path
    }
}
