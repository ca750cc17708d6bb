import ClusterModel

/// Whose cluster is looked at.
struct Session: Equatable, Sendable {
    var context = ""
    /// Empty: all namespaces.
    var namespace = "kubeseed"
    /// The one to come back to from all.
    var homeNamespace = "kubeseed"
    var isReadOnly = false
    var tokenRequest = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user")
    /// Seconds east of UTC, for clock times on the screen.
    var utcOffset = 0

    var showsAllNamespaces: Bool { namespace.isEmpty }

    init(
        context: String = "", namespace: String = "kubeseed", isReadOnly: Bool = false,
        tokenRequest: TokenRequest = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user"),
        utcOffset: Int = 0
    ) {
        self.context = context
        self.isReadOnly = isReadOnly
        self.tokenRequest = tokenRequest
        self.utcOffset = utcOffset
        look(into: namespace)
    }

    /// Looks into another namespace; empty: into all.
    mutating func look(into namespace: String) {
        self.namespace = namespace
        if !namespace.isEmpty { homeNamespace = namespace }
    }
}
