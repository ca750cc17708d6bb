import ClusterModel
import TUI

/// What stands before each line of several sources: which of them wrote it. None with a single source.
struct LogLabels {
    /// By the id of the source, all of one width.
    private var labels: [Int: StyledText] = [:]
    /// Columns, with the blank behind.
    private(set) var width = 0

    /// - Parameter width: of the page, of which labels take a third at most.
    init(_ page: LogPage, width: Int) {
        guard page.scope.mayHaveSeveral, Set(page.sources.map(\.place)).count > 1 else { return }
        let names = Self.names(of: page.sources)
        let longest = names.map { displayWidth(of: $0) }.max() ?? 0
        let room = min(longest, max(4, width / 3 - 2))
        self.width = room + 2
        // The same containers of a replacement have the same color again.
        var roles: [String: Role] = [:]
        for (source, name) in zip(page.sources, names) {
            let key = "\(source.pod.workload) \(source.query.container)"
            let role = roles[key] ?? Role.sources[roles.count % Role.sources.count]
            roles[key] = role
            labels[source.id] = StyledText(fitted(name, to: room) + "  ", role)
        }
    }

    func label(of source: Int) -> StyledText { labels[source] ?? StyledText() }

    /// The container's name; with the end of the pod's name where several pods have such a container.
    private static func names(of sources: [LogSource]) -> [String] {
        var pods: [String: Set<String>] = [:]
        for source in sources { pods[source.query.container, default: []].insert(source.pod.name) }
        return sources.map { source in
            let container = source.query.container
            guard let count = pods[container]?.count, count > 1 else { return container }
            let suffix = source.pod.name.split(separator: "-").last ?? ""
            return "\(suffix) \(container)"
        }
    }
}

extension LogScope {
    /// Whether there can be more than one source at a time.
    fileprivate var mayHaveSeveral: Bool {
        switch self {
        case .container: false
        case .pod, .application: true
        }
    }
}

extension LogSource {
    fileprivate var place: String { "\(pod.name)/\(query.container)" }
}

/// A name in exactly so many columns; what is too long loses its middle, since names differ at both ends.
private func fitted(_ name: String, to width: Int) -> String {
    guard displayWidth(of: name) > width else { return name.padded(to: width) }
    let tail = (width - 1) / 2
    return (name.prefix(width - 1 - tail) + "…" + name.suffix(tail)).padded(to: width)
}
