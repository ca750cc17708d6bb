package import Words

/// Why the API did not answer as asked.
package enum APIError: Error, Equatable, Sendable {
    /// No answer at all: the proxy or the API server cannot be reached; the system's or kubectl's own words, if any.
    case unreachable(Phrase)
    /// The API server said no: HTTP status code, and `reason` and `message` of its Status object.
    case refused(code: Int, reason: String, message: String)
    /// The API server has too much to do, says so, and after how many seconds it wants to be asked again.
    case busy(code: Int, message: String, retryAfter: Double)
    /// An answer that is not what Kubernetes documents; says what is wrong with it.
    case malformed(Phrase)
    case timedOut(seconds: Double)
    /// The API server has no such kind of object.
    case notServed(ResourceKind)
    /// kstop did not ask since it can tell that the answer would be no; says why, in kubectl's words where it has some.
    case notAsked(Phrase)
    /// The API server has it not, and kstop has found out what is missing.
    case missing(Phrase)
}

extension APIError {
    package var isForbidden: Bool { prohibition != nil }

    /// The API server's own words if it forbids what was asked.
    package var prohibition: String? {
        if case .refused(403, _, let message) = self { message } else { nil }
    }

    package var isNotFound: Bool {
        switch self {
        case .refused(404, _, _), .missing: true
        case .refused, .busy, .unreachable, .malformed, .timedOut, .notServed, .notAsked: false
        }
    }

    /// The requested resourceVersion is too old to go on from.
    package var isGone: Bool {
        if case .refused(410, _, _) = self { true } else { false }
    }

    /// Seconds that the API server wants to be left alone, at most five minutes; 0 if it does not say so.
    var retryAfter: Double {
        if case .busy(_, _, let seconds) = self { min(max(0, seconds), 300) } else { 0 }
    }

    /// Whether it has no such kind of object, as far as one can tell from the answer to a list.
    package var isNotServed: Bool {
        if case .notServed = self { true } else { isNotFound }
    }

    /// One line for the user.
    package var text: Phrase {
        switch self {
        case .unreachable(let words), .notAsked(let words), .missing(let words): words
        case .refused(_, _, let message), .busy(_, let message, _): Phrase(verbatim: message)
        case .malformed(let problem): Phrase("unexpected answer: \(problem)")
        case .timedOut(let seconds): Phrase("no answer within \(seconds.formattedSeconds)")
        // kubectl's sentence.
        case .notServed(let kind): Phrase(verbatim: "the server doesn't have a resource type \"\(kind.plural)\"")
        }
    }
}

extension Double {
    /// "10 s", "0.5 s".
    fileprivate var formattedSeconds: String {
        self == rounded() && magnitude < 1e9 ? "\(Int(self)) s" : "\(self) s"
    }
}

extension APIError {
    /// Whether kubectl has got no credentials from its login plugin.
    package var isOfLogin: Bool {
        if case .unreachable(let words) = self { words.english.contains(KubectlWords.loginTrouble) } else { false }
    }
}
