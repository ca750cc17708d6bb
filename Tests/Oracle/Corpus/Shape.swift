import Foundation

@testable import ClusterModel

/// An object of the corpus: what is asked of the server, and the status that is then written over its own.
///
/// Events have neither: their fields stand beside the metadata.
struct Shape: Sendable {
    var kind: ResourceKind
    /// Says what is special about it.
    var name: String
    var metadata: [String: JSONValue] = [:]
    var spec: JSONValue = [:]
    var status: JSONValue = [:]
    var fields: [String: JSONValue] = [:]
    /// Deleted after that, and kept by a finalizer.
    var isDeleted = false

    /// Whether a controller writes the status as well.
    var isSoonOverwritten: Bool {
        [.deployments, .statefulSets, .daemonSets, .jobs].contains(kind)
    }

    var hasStatus: Bool { kind != .events }

    /// As it is created.
    func object(in namespace: String) -> JSONValue {
        var metadata = metadata
        metadata["name"] = .text(name)
        if isDeleted { metadata["finalizers"] = ["kstop.example/oracle"] }
        guard kind == .events else { return ["metadata": .object(metadata), "spec": spec] }
        var fields = fields
        if case .object(var regarded) = fields["involvedObject"] {
            regarded["namespace"] = .text(namespace)
            fields["involvedObject"] = .object(regarded)
        }
        return .object(fields.merging(["metadata": .object(metadata)]) { $1 })
    }
}

/// A time so many seconds before the tests began.
func ago(_ seconds: Double) -> JSONValue {
    .text(Timestamp.text(beginning - seconds, offset: 0))
}

/// The same as a Kubernetes MicroTime.
func microAgo(_ seconds: Double) -> JSONValue {
    .text(Timestamp.text(beginning - seconds, offset: 0).replacing("Z", with: ".000000Z"))
}

private let beginning = Date()
