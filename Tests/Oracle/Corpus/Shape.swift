import Foundation

@testable import ClusterModel

/// An object of the corpus: what is asked of the server, and the status that is then written over its own.
struct Shape: Sendable {
    var kind: ResourceKind
    /// Says what is special about it.
    var name: String
    var metadata: [String: JSONValue] = [:]
    var spec: JSONValue
    var status: JSONValue = [:]
    /// Deleted after that, and kept by a finalizer.
    var isDeleted = false

    /// Whether a controller writes the status as well.
    var isSoonOverwritten: Bool {
        [.deployments, .statefulSets, .daemonSets, .jobs].contains(kind)
    }

    /// As it is created.
    var object: JSONValue {
        var metadata = metadata
        metadata["name"] = .text(name)
        if isDeleted { metadata["finalizers"] = ["kstop.example/oracle"] }
        return ["metadata": .object(metadata), "spec": spec]
    }
}

/// A time so many seconds before the tests began.
func ago(_ seconds: Double) -> JSONValue {
    .text(Timestamp.text(beginning - seconds, offset: 0))
}

private let beginning = Date()
