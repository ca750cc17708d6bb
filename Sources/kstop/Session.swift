import ClusterModel

/// Whose cluster is looked at.
struct Session: Equatable, Sendable {
    var context = ""
    /// Empty: all namespaces.
    var namespace = "kubeseed"
    /// Nobody has named the namespace: if it does not exist, "default" is meant.
    var isNamespaceGuessed = false
    /// The one to come back to from all.
    var homeNamespace = "kubeseed"
    var isReadOnly = false
    var tokenRequest = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user")
    /// Seconds east of UTC, for clock times on the screen.
    var utcOffset = 0

    /// The namespace that is meant where there is no kubeseed.
    static let lastGuess = "default"

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
        isNamespaceGuessed = false
        if !namespace.isEmpty { homeNamespace = namespace }
    }
}
