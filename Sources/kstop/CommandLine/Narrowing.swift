import ClusterModel
import Words

/// Names on the command line that no application has; none is repeated.
struct UnknownApplications: Error, Equatable {
    var names: [String]
    /// Those that there are.
    var candidates: [String]
    /// Whether they may be there, in what could not be read.
    var mayBeHidden = false

    /// One for each name. `namespace`: empty for all.
    func sentences(_ namespace: String) -> [Phrase] {
        names.map { name in
            let absence = absence(of: name, from: namespace)
            let near = nearestNames(name, among: candidates).prefix(3).map { Phrase(verbatim: "\"\($0)\"") }
            guard let first = near.first else { return absence }
            let hint = near.dropFirst().reduce(first) { Phrase("\($0) or \($1)") }
            return Phrase("\(absence); did you mean \(hint)?")
        }
    }

    private func absence(of name: String, from namespace: String) -> Phrase {
        if mayBeHidden { return Phrase("application \"\(name)\" is not among what can be read") }
        if namespace.isEmpty { return Phrase("there is no application \"\(name)\" in any namespace") }
        return Phrase("there is no application \"\(name)\" in namespace \(namespace)")
    }

    /// What a script exits with.
    var status: Int32 { mayBeHidden ? ExitStatus.failure : ExitStatus.usage }
}

/// The applications that the command line names or selects, in their own order.
///
/// - Parameter cluster: where the applications were found.
func narrowed(
    _ all: [Application], of cluster: Cluster, _ options: OnceOptions
) throws(UnknownApplications) -> [Application] {
    let known = Set(all.map(\.name))
    let unknown = Set(options.names).subtracting(known)
    guard unknown.isEmpty else {
        throw UnknownApplications(
            names: unknown.sorted(), candidates: all.map(\.name), mayBeHidden: cluster.mayHideApplications)
    }
    let named = options.names.isEmpty ? all : all.filter { options.names.contains($0.name) }
    guard let selector = options.selector else { return named }
    return named.filter { $0.isSelected(by: selector) }
}

extension Cluster {
    /// Whether a kind could not be read that an application may consist of alone.
    fileprivate var mayHideApplications: Bool {
        let kinds: [ResourceKind] = [
            .pods, .deployments, .statefulSets, .daemonSets, .jobs, .cronJobs, .services, .ingresses,
        ]
        return kinds.contains { kind in
            switch source(kind) {
            case .forbidden, .failing: true
            case .live, .polled, .loading, .notServed: false
            }
        }
    }
}

extension Application {
    /// Matched here and not by the API server, which would leave out the rest of the application.
    fileprivate func isSelected(by selector: LabelSelector) -> Bool {
        let labels = deployments.map(\.metadata.labels) + pods.map(\.metadata.labels)
        return labels.contains(where: selector.matches)
    }
}
