import Words

extension APIClient {
    /// An object as the API server has it, but for a Secret's values.
    func manifest(of object: ObjectAddress, _ discovery: Discovery) async throws(APIError) -> OrderedJSON {
        guard let apiVersion = try await discovery.apiVersion(of: object.kind) else { throw .notServed(object.kind) }
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
