/// Reads the end of the log of a container that has crashed.
struct LastLines: Sendable {
    let container: CrashedContainer
    let client: APIClient

    /// Lines; what stands before them is in the log itself.
    static let count = 3
    /// Bytes; a line may be of any length.
    private static let longest = 16_384

    func read() async throws(APIError) -> [LogLine] {
        var path = try APIPath("v1", "namespaces", container.namespace, "pods", container.pod, "log")
            .with("container", container.container).with("timestamps", "true")
            .with("tailLines", "\(Self.count)").with("limitBytes", "\(Self.longest)")
        if container.isPrevious { path = path.with("previous", "true") }
        var lines = LogLines()
        let body = try await client.body(HTTPRequest(path: path))
        return lines.take(body) + lines.rest()
    }
}
