import Words

/// `kubectl rollout restart` for one deployment, which its UID in the request binds to that very object.
struct Restart: Sendable {
    let deployment: ObjectReference
    let client: APIClient

    private static let annotation = "kubectl.kubernetes.io/restartedAt"

    /// - Throws: `notAsked` when kubectl would not ask either, or when the deployment is another one by now.
    func run(at time: String) async throws(APIError) {
        try check(try await current(), time)
        let body =
            #"{"metadata":{"uid":\#(JSON.literal(deployment.uid))},"spec":{"template":{"metadata":{"annotations":"#
            + #"{"\#(Self.annotation)":\#(JSON.literal(time))}}}}}"#
        let request = HTTPRequest(
            method: .patch, path: try path().with("fieldManager", "kubectl-rollout"),
            contentType: "application/strategic-merge-patch+json", body: body)
        _ = try await client.body(request)
    }

    private func path() throws(APIError) -> APIPath {
        try APIPath("apps/v1", "namespaces", deployment.namespace, "deployments", deployment.name)
    }

    private func current() async throws(APIError) -> Deployment {
        do throws(APIError) {
            return try await client.value(Deployment.self, HTTPRequest(path: path()))
        } catch {
            throw error.isNotFound ? .notAsked(Phrase("deployment \(deployment.name) is gone")) : error
        }
    }

    private func check(_ current: Deployment, _ time: String) throws(APIError) {
        guard deployment.uid.isEmpty || current.uid == deployment.uid else {
            throw .notAsked(Phrase("deployment \(deployment.name) has been replaced"))
        }
        guard !current.spec.isPaused else {
            let name = deployment.name
            let words = #"deployments.apps "\#(name)" can't restart paused deployment (run rollout resume first)"#
            throw .notAsked(Phrase(verbatim: words))
        }
        guard current.spec.template.annotations[Self.annotation] != time else {
            let words =
                "if restart has already been triggered within the past second,"
                + " please wait before attempting to trigger another"
            throw .notAsked(Phrase(verbatim: words))
        }
    }
}
