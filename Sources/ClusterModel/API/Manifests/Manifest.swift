import Words

extension APIClient {
    /// An object as the API server has it, but for a Secret's values.
    func manifest(of object: ObjectAddress, _ discovery: Discovery) async throws(APIError) -> OrderedJSON {
        guard let apiVersion = try await discovery.apiVersion(of: object.kind) else { throw .notServed(object.kind) }
        do throws(APIError) {
            return try await manifest(of: object, apiVersion)
        } catch {
            guard error.isNotFound, let older = object.kind.apiVersion(before: apiVersion) else { throw error }
            return try await manifest(of: object, older)
        }
    }

    private func manifest(of object: ObjectAddress, _ apiVersion: String) async throws(APIError) -> OrderedJSON {
        let path =
            object.kind.isNamespaced
            ? try APIPath(apiVersion, "namespaces", object.name.namespace, object.kind.plural, object.name.name)
            : try APIPath(apiVersion, object.kind.plural, object.name.name)
        let body = try await body(HTTPRequest(path: path))
        do {
            return try OrderedJSON(body).withoutSecrets
        } catch {
            throw .malformed(Phrase("\("GET") \(path.text): \(Phrase("not JSON"))"))
        }
    }
}
