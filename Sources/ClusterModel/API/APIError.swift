/// Why the API did not answer as asked.
package enum APIError: Error, Equatable, Sendable {
    /// No answer at all: the proxy or the API server cannot be reached; the system's or kubectl's own words.
    case unreachable(String)
    /// The API server said no: HTTP status code, and `reason` and `message` of its Status object.
    case refused(code: Int, reason: String, message: String)
    /// An answer that is not what Kubernetes documents; says what is wrong with it.
    case malformed(String)
    case timedOut(seconds: Double)
    /// The API server has no such kind of object.
    case notServed(ResourceKind)
    /// kstop did not ask since it can tell that the answer would be no; says why, in kubectl's words where it has some.
    case notAsked(String)
}

extension APIError {
    package var isForbidden: Bool {
        if case .refused(403, _, _) = self { true } else { false }
    }

    package var isNotFound: Bool {
        if case .refused(404, _, _) = self { true } else { false }
    }

    /// The requested resourceVersion is too old to go on from.
    package var isGone: Bool {
        if case .refused(410, _, _) = self { true } else { false }
    }

    /// Whether it has no such kind of object, as far as one can tell from the answer to a list.
    package var isNotServed: Bool {
        if case .notServed = self { true } else { isNotFound }
    }

    /// One line for the user.
    package var text: String {
        switch self {
        case .unreachable(let words): words
        case .refused(_, _, let message): message
        case .malformed(let problem): "unexpected answer: \(problem)"
        case .timedOut(let seconds): "no answer within \(seconds.formattedSeconds)"
        case .notServed(let kind): "the server doesn't have a resource type \"\(kind.plural)\""
        case .notAsked(let reason): reason
        }
    }
}

extension Double {
    /// "10 s", "0.5 s".
    fileprivate var formattedSeconds: String {
        self == rounded() && magnitude < 1e9 ? "\(Int(self)) s" : "\(self) s"
    }
}
