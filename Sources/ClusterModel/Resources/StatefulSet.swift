/// A stateful set (apps/v1), as far as kstop reads it.
package struct StatefulSet: Resource {
    package static let kind = ResourceKind.statefulSets

    package var metadata: Metadata
    package var replicas = 1
    package var template = PodTemplate()
    /// "RollingUpdate" or "OnDelete".
    package var strategy = "RollingUpdate"
    /// The ordinal from which on pods are updated; nil where the API server has not filled it in.
    package var partition: Int?
    package var status = Status()

    package struct Status: Equatable, Sendable {
        package var observedGeneration = 0
        package var currentReplicas = 0
        package var readyReplicas = 0
        package var updatedReplicas = 0
        package var currentRevision = ""
        package var updateRevision = ""
    }
}

/// A daemon set (apps/v1), as far as kstop reads it.
package struct DaemonSet: Resource {
    package static let kind = ResourceKind.daemonSets

    package var metadata: Metadata
    package var selector = LabelSelector()
    package var template = PodTemplate()
    /// "RollingUpdate" or "OnDelete".
    package var strategy = "RollingUpdate"
    package var status = Status()

    package struct Status: Equatable, Sendable {
        package var observedGeneration = 0
        package var desiredNumberScheduled = 0
        package var currentNumberScheduled = 0
        package var numberReady = 0
        package var updatedNumberScheduled = 0
        package var numberAvailable = 0
    }
}

extension StatefulSet: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }
    private struct Spec: Decodable {
        var replicas: Int?
        var template: PodTemplate?
        var updateStrategy: UpdateStrategy?
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        let spec = try fields.decodeIfPresent(Spec.self, forKey: .spec)
        replicas = spec?.replicas.map(bounded) ?? 1
        template = spec?.template ?? PodTemplate()
        strategy = spec?.updateStrategy?.type ?? "RollingUpdate"
        partition = spec?.updateStrategy?.rollingUpdate.map { bounded($0.partition ?? 0) }
        status = try fields.value(.status, or: Status())
    }
}

/// Of stateful and daemon sets.
private struct UpdateStrategy: Decodable {
    struct RollingUpdate: Decodable { var partition: Int? }
    var type: String?
    var rollingUpdate: RollingUpdate?
}

extension StatefulSet.Status: Decodable {
    private enum CodingKeys: CodingKey {
        case observedGeneration, currentReplicas, readyReplicas, updatedReplicas, currentRevision, updateRevision
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        observedGeneration = try fields.value(.observedGeneration, or: 0)
        currentReplicas = try fields.value(.currentReplicas, or: 0)
        readyReplicas = try fields.value(.readyReplicas, or: 0)
        updatedReplicas = try fields.value(.updatedReplicas, or: 0)
        currentRevision = try fields.value(.currentRevision, or: "")
        updateRevision = try fields.value(.updateRevision, or: "")
    }
}

extension DaemonSet: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }
    private struct Spec: Decodable {
        var selector: LabelSelector?
        var template: PodTemplate?
        var updateStrategy: UpdateStrategy?
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        let spec = try fields.decodeIfPresent(Spec.self, forKey: .spec)
        selector = spec?.selector ?? LabelSelector()
        template = spec?.template ?? PodTemplate()
        strategy = spec?.updateStrategy?.type ?? "RollingUpdate"
        status = try fields.value(.status, or: Status())
    }
}

extension DaemonSet.Status: Decodable {
    private enum CodingKeys: CodingKey {
        case observedGeneration, desiredNumberScheduled, currentNumberScheduled, numberReady, updatedNumberScheduled
        case numberAvailable
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        observedGeneration = try fields.value(.observedGeneration, or: 0)
        desiredNumberScheduled = try fields.value(.desiredNumberScheduled, or: 0)
        currentNumberScheduled = try fields.value(.currentNumberScheduled, or: 0)
        numberReady = try fields.value(.numberReady, or: 0)
        updatedNumberScheduled = try fields.value(.updatedNumberScheduled, or: 0)
        numberAvailable = try fields.value(.numberAvailable, or: 0)
    }
}
