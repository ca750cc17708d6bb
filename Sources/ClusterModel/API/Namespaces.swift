extension APIClient {
    func hasNamespace(_ name: String) async throws(APIError) -> Bool {
        do throws(APIError) {
            _ = try await body(HTTPRequest(path: APIPath("v1", "namespaces", name)))
            return true
        } catch {
            guard error.isNotFound else { throw error }
            return false
        }
    }

    /// The names of all namespaces, sorted.
    func namespaces() async throws(APIError) -> [String] {
        var names: [String] = []
        var continuation = ""
        repeat {
            var path = try APIPath("v1", "namespaces").with("limit", "\(Reflector.pageSize)")
            if !continuation.isEmpty { path = path.with("continue", continuation) }
            let page = try await value(NamespaceList.self, HTTPRequest(path: path))
            names += page.items?.map(\.metadata.name) ?? []
            continuation = page.metadata?.continue ?? ""
        } while !continuation.isEmpty
        return names.sorted()
    }
}

/// One page of the namespaces, of which only the names are read.
private struct NamespaceList: Decodable {
    struct Page: Decodable { var `continue`: String? }
    struct Item: Decodable { var metadata: Name }
    struct Name: Decodable { var name: String }

    var metadata: Page?
    var items: [Item]?
}
