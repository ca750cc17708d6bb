import ClusterModel
import FoundationEssentials

/// How the data of all kinds together arrives.
enum Freshness: Equatable {
    case connecting, live, polling
    case stale(since: Date, retryAt: Date)
}

extension Model {
    /// How much of the cluster has been read.
    enum Progress { case none, firstScreen, everything }

    var progress: Progress {
        guard freshness == .connecting else { return .everything }
        let isLoading = ResourceKind.allCases.contains { $0.isOnFirstScreen && cluster.source($0) == .loading }
        return isLoading ? .none : .firstScreen
    }

    var freshness: Freshness {
        var result = Freshness.live
        for kind in ResourceKind.allCases {
            switch (cluster.source(kind), result) {
            case (.failing(_, let since, let retryAt), .stale(let otherSince, let otherRetry)):
                result = .stale(since: min(since, otherSince), retryAt: min(retryAt, otherRetry))
            case (.failing(_, let since, let retryAt), _): result = .stale(since: since, retryAt: retryAt)
            case (_, .stale): break
            case (.loading, _): result = .connecting
            case (.polled, .live): result = .polling
            case (.polled, _), (.live, _), (.forbidden, _), (.notServed, _): break
            }
        }
        return result
    }
}
