package import Words

/// How many pods a deployment or a stateful set is to keep from now on.
package struct Scaling: Equatable, Sendable {
    package enum Workload: Equatable, Sendable {
        case deployment, statefulSet

        package var kind: ResourceKind {
            switch self {
            case .deployment: .deployments
            case .statefulSet: .statefulSets
            }
        }

        /// "deployment web", as part of a clause.
        package func title(_ name: String) -> Phrase { kind.title(of: name) }
    }

    package var workload: Workload
    package var name: String
    package var namespace: String
    package var uid: UID
    package var replicas: Int
    /// Kept on the object for the way back; nil removes what is kept.
    package var remembered: Int?

    /// Where the number of a stopped workload's pods is kept, so that it outlives kstop.
    package static let annotation = "kstop/replicas"

    package init(
        _ workload: Workload, name: String, namespace: String, uid: UID, replicas: Int, remembered: Int? = nil
    ) {
        self.workload = workload
        self.name = name
        self.namespace = namespace
        self.uid = uid
        self.replicas = replicas
        self.remembered = remembered
    }
}

/// Scales one workload; the UID in the request binds it to that very object.
struct Scale: Sendable {
    let scaling: Scaling
    let client: APIClient

    private struct Named: Decodable { var metadata: Metadata }

    /// - Throws: `notAsked` when the workload is gone or another one by now.
    func run() async throws(APIError) {
        let title = scaling.workload.title(scaling.name)
        guard try await current().uid == scaling.uid else { throw .notAsked(Phrase("\(title) has been replaced")) }
        let remembered = scaling.remembered.map { "\"\($0)\"" } ?? "null"
        let body =
            #"{"metadata":{"uid":\#(JSON.literal(scaling.uid)),"annotations":{"\#(Scaling.annotation)":\#(remembered)}},"#
            + #""spec":{"replicas":\#(scaling.replicas)}}"#
        _ = try await client.body(
            HTTPRequest(
                method: .patch, path: try path().with("fieldManager", "kstop"),
                contentType: "application/strategic-merge-patch+json", body: body))
    }

    private func path() throws(APIError) -> APIPath {
        try APIPath("apps/v1", "namespaces", scaling.namespace, scaling.workload.kind.plural, scaling.name)
    }

    private func current() async throws(APIError) -> Metadata {
        do throws(APIError) {
            return try await client.value(Named.self, HTTPRequest(path: path())).metadata
        } catch {
            let title = scaling.workload.title(scaling.name)
            throw error.isNotFound ? .notAsked(Phrase("\(title) is gone")) : error
        }
    }
}

extension APIClient {
    /// Deletes a pod with its usual grace; one of another UID is refused by the API server.
    func delete(_ pod: ObjectReference) async throws(APIError) {
        let path = try APIPath("v1", "namespaces", pod.namespace, "pods", pod.name)
        let options = #"{"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"uid":\#(JSON.literal(pod.uid))}}"#
        _ = try await body(HTTPRequest(method: .delete, path: path, contentType: "application/json", body: options))
    }
}

extension Metadata {
    /// How many pods kstop has taken from a workload when it stopped it; nil if it did not, or the note is nonsense.
    package var rememberedReplicas: Int? {
        annotations[Scaling.annotation].flatMap { Int($0) }.flatMap { (1...1000).contains($0) ? $0 : nil }
    }
}
