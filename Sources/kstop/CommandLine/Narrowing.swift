import ClusterModel
import Words

/// Names on the command line that no application has; none is repeated.
struct UnknownApplications: Error, Equatable {
    var names: [String]
    /// Those that there are.
    var candidates: [String]

    /// One for each name.
    func sentences(_ namespace: String) -> [Phrase] {
        names.map { name in
            let near = nearestNames(name, among: candidates).prefix(3).map { Phrase(verbatim: "\"\($0)\"") }
            guard let first = near.first else {
                return Phrase("there is no application \"\(name)\" in namespace \(namespace)")
            }
            let hint = near.dropFirst().reduce(first) { Phrase("\($0) or \($1)") }
            return Phrase("there is no application \"\(name)\" in namespace \(namespace); did you mean \(hint)?")
        }
    }
}

/// The applications that the command line names or selects, in their own order.
func narrowed(_ all: [Application], _ options: OnceOptions) throws(UnknownApplications) -> [Application] {
    let known = Set(all.map(\.name))
    let unknown = Set(options.names).subtracting(known)
    guard unknown.isEmpty else {
        throw UnknownApplications(names: unknown.sorted(), candidates: all.map(\.name))
    }
    let named = options.names.isEmpty ? all : all.filter { options.names.contains($0.name) }
    guard let selector = options.selector else { return named }
    return named.filter { $0.isSelected(by: selector) }
}

extension Application {
    /// Matched here and not by the API server, which would leave out the rest of the application.
    fileprivate func isSelected(by selector: LabelSelector) -> Bool {
        let labels = deployments.map(\.metadata.labels) + pods.map(\.metadata.labels)
        return labels.contains(where: selector.matches)
    }
}
