package import FoundationEssentials

/// Everything that kstop asks of a cluster. Values: `live` (through kubectl), `demo` (made up, in this process).
package struct ClusterAPI: Sendable {
    /// The objects of a kind in a namespace (empty: in all), first listed, then as they change.
    ///
    /// Those of a kind that lives in no namespace are the same ones whatever the namespace.
    /// The stream never fails and never ends by itself: trouble arrives as `.source(kind, .failing…)`, and it tries again.
    package var changes: @Sendable (ResourceKind, _ namespace: String) -> AsyncStream<ClusterChange>

    /// The objects of a kind in a namespace (empty: in all), once.
    package var objects: @Sendable (ResourceKind, _ namespace: String) async throws(APIError) -> ObjectList

    /// What the pods of a namespace (empty: of all) and the nodes use, read every 15 seconds; never ends by itself.
    package var metrics: @Sendable (_ namespace: String) -> AsyncStream<MetricsChange>

    /// The answer to one question about what is not watched.
    package var find: @Sendable (Inquiry) async throws(APIError) -> Answer

    /// A container's log, followed across lost connections and container restarts; only one that is not to be followed
    /// ends by itself.
    package var log: @Sendable (LogQuery) -> AsyncStream<LogChange>

    /// A container's log as it is, handed over piece by piece up to its end; a line may be spread over two pieces.
    package var plainLog: @Sendable (PlainLogQuery, _ take: @Sendable ([UInt8]) -> Void) async throws(APIError) -> Void

    /// The last few lines that a container wrote before it ended, oldest first; may be empty.
    package var lastLines: @Sendable (CrashedContainer) async throws(APIError) -> [LogLine]

    /// What `kubectl describe` says of an object.
    package var describe: @Sendable (ObjectAddress) async throws(APIError) -> BoundedText

    /// An object with all its fields; the values of a Secret are only their sizes.
    package var manifest: @Sendable (ObjectAddress) async throws(APIError) -> OrderedJSON

    /// Restarts a deployment, stateful set or daemon set as `kubectl rollout restart` does, unless the object of that
    /// UID is gone or paused.
    package var restart: @Sendable (ObjectReference, _ now: Date) async throws(APIError) -> Void

    /// Changes how many pods a workload keeps, unless the object of that UID is gone.
    package var scale: @Sendable (Scaling) async throws(APIError) -> Void

    /// Deletes the pod of that UID.
    package var deletePod: @Sendable (ObjectReference) async throws(APIError) -> Void

    /// A local way to a port, which lasts until it breaks or nobody listens any more; `ended` comes last.
    package var forward: @Sendable (PortForward) -> AsyncStream<PortForwardChange>

    /// A fresh token for a service account.
    package var token: @Sendable (TokenRequest) async throws(APIError) -> Token

    /// Whether a namespace exists.
    package var namespaceExists: @Sendable (String) async throws(APIError) -> Bool

    /// The names of all namespaces, sorted.
    package var namespaces: @Sendable () async throws(APIError) -> [String]

    /// What the user may do in a namespace.
    package var accessRules: @Sendable (_ namespace: String) async throws(APIError) -> AccessRules

    /// The API versions of all groups that are served, such as "apps/v1".
    package var servedVersions: @Sendable () async throws(APIError) -> Set<String>
}

/// The outcome of a complete list.
package struct ObjectList: Equatable, Sendable {
    package var objects: [ClusterObject]
    package var unreadable: [UnreadableObject] = []
}

package struct TokenRequest: Hashable, Sendable {
    package var namespace: String
    package var account: String
    /// Seconds; the API server may shorten or lengthen it.
    package var duration = 3600

    package init(namespace: String, account: String) {
        self.namespace = namespace
        self.account = account
    }
}

/// A bearer token. Its text appears nowhere but in `secret`: not in descriptions, dumps or interpolations.
package struct Token: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    package let secret: String
    package let expiration: Date

    package init(secret: String, expiration: Date) {
        self.secret = secret
        self.expiration = expiration
    }

    package var description: String { "(a token)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
