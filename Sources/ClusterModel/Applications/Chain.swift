package import Words

/// The way of a request: host → tls → auth → ingress → service:port → endpoints → pod → container.
package struct Chain: Equatable, Sendable {
    /// Where it starts, such as "https://radarr.example.org/"; nil without an ingress.
    package var url: String?
    /// In the order of the way; never empty.
    package var links: [Link]
    /// The ingress, service, deployments and pods that it passes.
    package var objects: Set<UID> = []
    /// Why requests do not arrive; nil if they do, or if nobody can tell.
    package var fault: Fault?

    package init(url: String?, links: [Link]) {
        self.url = url
        self.links = links
    }

    /// The first link that keeps requests from arriving.
    package var firstBroken: Link? { links.first { $0.state == .broken } }
}

/// What is wrong with a chain.
package struct Fault: Equatable, Sendable {
    /// A word or two for the STATUS column: "no such port".
    package var status: Phrase
    /// One sentence.
    package var why: Phrase
    /// Whether requests arrive all the same, if their sender does not mind.
    package var isPassable = false

    init(status: Phrase, why: Phrase, isPassable: Bool = false) {
        (self.status, self.why, self.isPassable) = (status, why, isPassable)
    }
}

/// One step of a chain.
package struct Link: Equatable, Sendable {
    package enum Kind: String, Sendable {
        case tls, auth, ingress
        /// A network policy that stands in the way; others are no link.
        case policy
        case service, endpoints, pod, container
    }

    package enum State: String, Sendable {
        case ok
        /// On its way.
        case progressing
        /// Works, but the owner may not want it so.
        case doubtful
        case broken
        /// Scaled to zero on purpose.
        case stopped
        /// Not to be read: forbidden, or no such API.
        case unknown
    }

    package var kind: Kind
    package var state: State
    /// What stands there: "ing-radarr", "radarr:7878", "1 of 1 ready", a pod's or container's name.
    package var name: Phrase
    /// More about it; for a link that is not ok, what is wrong, in words.
    package var detail: Phrase

    package init(_ kind: Kind, _ state: State, _ name: Phrase, detail: Phrase = .nothing) {
        self.kind = kind
        self.state = state
        self.name = name
        self.detail = detail
    }

    /// Of an object of the cluster, whose name is the same in every language.
    package init(_ kind: Kind, _ state: State, named name: String, detail: Phrase = .nothing) {
        self.init(kind, state, Phrase(verbatim: name), detail: detail)
    }
}
