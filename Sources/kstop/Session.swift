import ClusterModel

/// What stays the same while the program runs.
struct Session: Equatable, Sendable {
    var context = ""
    var namespace = "kubeseed"
    var isReadOnly = false
    var tokenRequest = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user")
    /// Seconds east of UTC, for clock times on the screen.
    var utcOffset = 0
}
