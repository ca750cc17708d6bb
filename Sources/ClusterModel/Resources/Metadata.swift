package import FoundationEssentials

/// What the API server calls an object for its whole life; a recreated object has another.
package typealias UID = String

/// The metadata of an object (Kubernetes' ObjectMeta), as far as kstop reads it.
package struct Metadata: Equatable, Sendable {
    package var name: String
    /// Empty for objects that live in no namespace.
    package var namespace = ""
    package var uid: UID = ""
    /// Opaque: may only be compared for equality and sent back.
    package var resourceVersion = ""
    package var generation = 0
    package var labels: [String: String] = [:]
    /// Without `kubectl.kubernetes.io/last-applied-configuration`, which repeats the object.
    package var annotations: [String: String] = [:]
    package var creationTimestamp: Date?
    package var deletionTimestamp: Date?
    /// What must be done before an object that is being deleted is gone; only read of such.
    package var finalizers: [String] = []
    package var ownerReferences: [OwnerReference] = []

    /// The owner that manages this object, of which there is at most one.
    package var controller: OwnerReference? { ownerReferences.first(where: \.isController) }
}

/// An object that another one belongs to.
package struct OwnerReference: Equatable, Sendable {
    package var kind: String
    package var name: String
    package var uid: UID = ""
    package var isController = true
}

/// An observed fact about an object (Kubernetes' various Condition types).
package struct Condition: Equatable, Sendable {
    package var type: String
    /// `True`, `False` or `Unknown`.
    package var status: String
    package var reason = ""
    package var message = ""
    package var lastTransitionTime: Date?
}

extension [Condition] {
    /// The first condition of that type; Kubernetes writes each type at most once.
    package func first(type: String) -> Condition? { first { $0.type == type } }

    package func isTrue(_ type: String) -> Bool { first(type: type)?.status == "True" }
}

extension Metadata: Decodable {
    private enum CodingKeys: CodingKey {
        case name, namespace, uid, resourceVersion, generation, labels, annotations
        case creationTimestamp, deletionTimestamp, finalizers, ownerReferences
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        name = try fields.decode(String.self, forKey: .name)
        namespace = try fields.value(.namespace, or: "")
        uid = try fields.value(.uid, or: "")
        resourceVersion = try fields.value(.resourceVersion, or: "")
        generation = try fields.value(.generation, or: 0)
        labels = try fields.value(.labels, or: [:])
        annotations = try fields.value(.annotations, or: [:])
        annotations["kubectl.kubernetes.io/last-applied-configuration"] = nil
        creationTimestamp = try fields.decodeIfPresent(Date.self, forKey: .creationTimestamp)
        deletionTimestamp = try fields.decodeIfPresent(Date.self, forKey: .deletionTimestamp)
        if deletionTimestamp != nil { finalizers = try fields.value(.finalizers, or: []) }
        ownerReferences = try fields.value(.ownerReferences, or: [])
    }
}

extension OwnerReference: Decodable {
    private enum CodingKeys: CodingKey { case kind, name, uid, controller }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        kind = try fields.decode(String.self, forKey: .kind)
        name = try fields.decode(String.self, forKey: .name)
        uid = try fields.value(.uid, or: "")
        isController = try fields.value(.controller, or: false)
    }
}

extension Condition: Decodable {
    private enum CodingKeys: CodingKey { case type, status, reason, message, lastTransitionTime }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        type = try fields.decode(String.self, forKey: .type)
        status = try fields.value(.status, or: "Unknown")
        reason = try fields.value(.reason, or: "")
        message = try fields.value(.message, or: "")
        lastTransitionTime = try fields.decodeIfPresent(Date.self, forKey: .lastTransitionTime)
    }
}
