import FoundationEssentials

/// Asks the metrics API (metrics.k8s.io) again and again, which knows no watches.
struct MetricsPoller: Sendable {
    /// Empty: all namespaces.
    let namespace: String
    let client: APIClient
    let discovery: Discovery
    var pace = Pace.real

    /// Seconds between two readings; metrics servers measure as often.
    private static let interval = 15.0

    /// Runs until the task is cancelled.
    func run(_ post: (MetricsChange) -> Void) async {
        var last: MetricsChange?
        while !Task.isCancelled {
            let change = await change()
            if Task.isCancelled { return }
            var wait = Self.interval
            if case .absent(.failing(let error)) = change { wait = max(wait, error.retryAfter) }
            // The same trouble again is no news.
            if change != last { post(change) }
            last = change
            await pace.sleep(wait)
        }
    }

    private func change() async -> MetricsChange {
        let pods: [PodMetrics]
        do throws(APIError) {
            pods = try await list(of: PodMetrics.self, "pods", in: namespace)
        } catch {
            return .absent(await absence(for: error))
        }
        // Who may only see a namespace may not see the nodes.
        let nodes = (try? await list(of: NodeMetrics.self, "nodes", in: "")) ?? []
        guard !pods.isEmpty || !nodes.isEmpty else { return .absent(.notReady) }
        return .read(
            Metrics(
                pods: Dictionary(pods.map { ($0.metadata.objectName, $0.usage) }, uniquingKeysWith: { $1 }),
                nodes: Dictionary(nodes.map { ($0.metadata.name, $0.usage) }, uniquingKeysWith: { $1 }),
                at: pace.now().date))
    }

    private func list<Item: Decodable>(
        of type: Item.Type, _ resource: String, in namespace: String
    ) async throws(APIError) -> [Item] {
        let version = Discovery.metricsVersion
        let path =
            namespace.isEmpty
            ? try APIPath(version, resource) : try APIPath(version, "namespaces", namespace, resource)
        return try await client.value(ReadableList<Item>.self, HTTPRequest(path: path)).items
    }

    private func absence(for error: APIError) async -> MetricsAbsence {
        switch error {
        // Without a metrics server there is nobody to answer, and 404 comes from the API server's own front.
        case .refused(404, "NotFound", _): return .notReady
        case .refused(503, _, _), .busy(503, _, _): return .silent
        case .refused(404, _, _): return .notServed
        case .refused(403, _, let message):
            // The API server refuses before it looks whether there is such a thing.
            return await discovery.servesMetrics() == false ? .notServed : .forbidden(message)
        case .refused, .busy, .unreachable, .malformed, .timedOut, .notServed, .notAsked, .missing:
            return .failing(error)
        }
    }
}

extension Discovery {
    static let metricsVersion = "metrics.k8s.io/v1beta1"

    /// Asks anew if it is not among what has been known so far; nil if that cannot be found out.
    fileprivate func servesMetrics() async -> Bool? {
        let known = try? await serves(Self.metricsVersion)
        if known == false { forget() }
        return known
    }
}

/// PodMetrics (metrics.k8s.io/v1beta1).
private struct PodMetrics: Decodable {
    var metadata: Metadata
    private var containers: [Container]

    private struct Container: Decodable { var usage: Amounts }
    private struct Amounts: Decodable { var cpu: Quantity, memory: Quantity }

    /// Of all containers: added up first and rounded then, as `kubectl top` does it.
    var usage: Usage {
        Usage(
            cpu: containers.map(\.usage.cpu).reduce(.zero, +).milliValue,
            memory: containers.map(\.usage.memory).reduce(.zero, +).value)
    }
}

/// NodeMetrics (metrics.k8s.io/v1beta1).
private struct NodeMetrics: Decodable {
    var metadata: Metadata
    var usage: Usage
}
