import ClusterModel
import FoundationEssentials

/// What there is to ask about what is not watched, and when it was asked last.
struct OpenInquiries: Equatable, Sendable {
    /// In the order in which they matter.
    private var all: [Inquiry] = []
    /// When each is to be asked again.
    private var nextTimes: [Inquiry: Date] = [:]
    /// Whether all have been asked at some time, and what is on the screen follows from that.
    private var haveBeenAsked = false

    /// So many are asked at once.
    private static let width = 4
    /// Seconds until one that got no answer is asked again.
    private static let patience = 30.0

    /// Those to ask now; nothing else is asked before they are answered.
    func due(at now: Date) -> [Inquiry] { Array(all.lazy.filter { isDue($0, at: now) }.prefix(Self.width)) }

    /// When the next one is to be asked; nil: never.
    func next(after now: Date) -> Date? {
        all.lazy.compactMap { nextTimes[$0] }.filter { $0 > now }.min()
    }

    /// Whether rows change because more is known of them.
    var areFirst: Bool { !haveBeenAsked && !all.isEmpty }

    /// The clock may have been set back.
    private func isDue(_ inquiry: Inquiry, at now: Date) -> Bool {
        guard let time = nextTimes[inquiry] else { return true }
        return now >= time || time.timeIntervalSince(now) > 1000
    }

    /// Keeps up with a cluster in which something has changed that questions come from.
    mutating func follow(_ cluster: Cluster) {
        all = cluster.inquiries
        let open = Set(all)
        nextTimes = nextTimes.filter { open.contains($0.key) }
    }

    /// Whatever cert-manager has done to a certificate, its secret and what was under way may be others now. A question
    /// that has just been answered has to go before it can be asked anew: that takes a moment.
    mutating func askAgain(about certificates: [ClusterObject], at now: Date) {
        for case .certificate(let certificate) in certificates {
            let namespace = certificate.metadata.namespace
            let secret = ObjectName(namespace: namespace, name: certificate.secretName)
            for inquiry in [.secret(secret), .issuance(namespace: namespace)] as [Inquiry] {
                // One that has never been asked is due already.
                if nextTimes[inquiry] != nil { nextTimes[inquiry] = now + 0.5 }
            }
        }
    }

    /// - Parameter answer: nil if there was no answer.
    mutating func hear(_ answer: Answer?, on inquiry: Inquiry, at now: Date) {
        nextTimes[inquiry] = now + (answer?.lifetime ?? Self.patience)
    }

    /// To be called when all that answers have led to is on the screen.
    mutating func settle() {
        if areFirst, all.allSatisfy({ nextTimes[$0] != nil }) { haveBeenAsked = true }
    }
}

extension ClusterChange {
    /// Whether other questions may follow from it.
    var raisesQuestions: Bool {
        switch self {
        case .updated(let kind, _), .deleted(let kind, _), .listed(let kind, _, _), .source(let kind, _):
            switch kind {
            case .ingresses, .middlewares, .containoMiddlewares, .certificates: true
            case .pods, .deployments, .replicaSets, .statefulSets, .daemonSets, .jobs, .cronJobs, .services,
                .endpointSlices, .networkPolicies, .events, .nodes:
                false
            }
        // A middleware may be a chain of others, or hang on a secret or a service.
        case .found(_, .middleware): true
        case .found, .unreadable: false
        }
    }
}
