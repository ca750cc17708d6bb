import Words

/// `kubectl rollout restart` for one workload, which its UID in the request binds to that very object.
struct Restart: Sendable {
    /// A deployment, stateful set or daemon set.
    let workload: ObjectReference
    let client: APIClient

    private static let annotation = "kubectl.kubernetes.io/restartedAt"

    private struct Current: Decodable {
        struct Spec: Decodable {
            var paused: Bool?
            var template: PodTemplate?
        }
        var metadata: Metadata
        var spec: Spec?
    }

    /// - Throws: `notAsked` when kubectl would not ask either, or when the workload is another one by now.
    func run(at time: String) async throws(APIError) {
        try check(try await current(), time)
        let body =
            #"{"metadata":{"uid":\#(JSON.literal(workload.uid))},"spec":{"template":{"metadata":{"annotations":"#
            + #"{"\#(Self.annotation)":\#(JSON.literal(time))}}}}}"#
        let request = HTTPRequest(
            method: .patch, path: try path().with("fieldManager", "kubectl-rollout"),
            contentType: "application/strategic-merge-patch+json", body: body)
        _ = try await client.body(request)
    }

    private func path() throws(APIError) -> APIPath {
        try APIPath("apps/v1", "namespaces", workload.namespace, kind.plural, workload.name)
    }

    private var kind: ResourceKind {
        switch workload.kind {
        case "StatefulSet": .statefulSets
        case "DaemonSet": .daemonSets
        default: .deployments
        }
    }

    private var title: Phrase { kind.title(of: workload.name) }

    private func current() async throws(APIError) -> Current {
        do throws(APIError) {
            return try await client.value(Current.self, HTTPRequest(path: path()))
        } catch {
            throw error.isNotFound ? .notAsked(Phrase("\(title) is gone")) : error
        }
    }

    private func check(_ current: Current, _ time: String) throws(APIError) {
        guard workload.uid.isEmpty || current.metadata.uid == workload.uid else {
            throw .notAsked(Phrase("\(title) has been replaced"))
        }
        guard current.spec?.paused != true else {
            let words =
                #"\#(kind.plural).apps "\#(workload.name)" can't restart paused deployment (run rollout resume first)"#
            throw .notAsked(Phrase(verbatim: words))
        }
        guard current.spec?.template?.annotations[Self.annotation] != time else {
            let words =
                "if restart has already been triggered within the past second,"
                + " please wait before attempting to trigger another"
            throw .notAsked(Phrase(verbatim: words))
        }
    }
}
