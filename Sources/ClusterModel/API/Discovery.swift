import Synchronization

/// Which API versions the server serves, asked once and remembered; a class since all kinds share the answer. That it may
/// not be asked is remembered too: what all kinds would ask again and again is no news.
final class Discovery: Sendable {
    private typealias Answer = Result<Set<String>, APIError>

    private let client: APIClient
    private let answer = Mutex<Task<Answer, Never>?>(nil)

    init(_ client: APIClient) {
        self.client = client
    }

    /// The newest version of a kind that both sides know, such as "discovery.k8s.io/v1beta1"; nil if there is none.
    func apiVersion(of kind: ResourceKind) async throws(APIError) -> String? {
        if kind.apiVersions.contains("v1") {
            // kubectl makes a connection for each request that comes while it has none: one had better come first.
            _ = await answer.withLock(\.self)?.value
            return "v1"
        }
        let served: Set<String>
        do throws(APIError) {
            served = try await servedVersions()
        } catch {
            // Who may not ask guesses.
            if error.isForbidden { return kind.apiVersions.first }
            throw error
        }
        return kind.apiVersions.first(where: served.contains)
    }

    /// Whether the server serves an API version of any group, whoever answers for it.
    func serves(_ apiVersion: String) async throws(APIError) -> Bool {
        try await servedVersions().contains(apiVersion)
    }

    /// All of them, such as "apps/v1"; the core group's is not among them.
    func servedVersions() async throws(APIError) -> Set<String> {
        let task = answer.withLock { answer in
            let task = answer ?? Task { [client] in await Self.ask(client) }
            answer = task
            return task
        }
        let served = await task.value
        if case .failure(let error) = served, !error.isForbidden { forget() }
        return try served.get()
    }

    /// The server may be another one now, or have learnt something: ask it again.
    func forget() {
        answer.withLock { $0 = nil }
    }

    private static func ask(_ client: APIClient) async -> Answer {
        do throws(APIError) {
            let list = try await client.value(GroupList.self, HTTPRequest(path: .groups))
            return .success(Set(list.groups.flatMap(\.versions).map(\.groupVersion)))
        } catch {
            return .failure(error)
        }
    }
}

private struct GroupList: Decodable {
    struct Group: Decodable { var versions: [Version] }
    struct Version: Decodable { var groupVersion: String }
    var groups: [Group]
}
