/// A deployment (apps/v1), as far as kstop reads it.
package struct Deployment: Resource {
    package static let kind = ResourceKind.deployments

    package var metadata: Metadata
    package var spec = Spec()
    package var status = Status()

    package struct Spec: Equatable, Sendable {
        package var replicas = 1
        package var selector = LabelSelector()
        package var template = PodTemplate()
        package var isPaused = false
        /// "RollingUpdate" or "Recreate".
        package var strategy = "RollingUpdate"
    }

    package struct Status: Equatable, Sendable {
        package var observedGeneration = 0
        package var replicas = 0
        package var updatedReplicas = 0
        package var readyReplicas = 0
        package var availableReplicas = 0
        package var conditions: [Condition] = []
    }
}

/// What the pods of a workload are made from.
package struct PodTemplate: Equatable, Sendable {
    package var labels: [String: String] = [:]
    package var annotations: [String: String] = [:]
    package var spec = Pod.Spec()
}

/// A replica set (apps/v1): one revision of a deployment.
package struct ReplicaSet: Resource {
    package static let kind = ResourceKind.replicaSets

    package var metadata: Metadata
    package var replicas = 1
    package var readyReplicas = 0
    package var conditions: [Condition] = []
}

extension Deployment: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        spec = try fields.value(.spec, or: Spec())
        status = try fields.value(.status, or: Status())
    }
}

extension Deployment.Spec: Decodable {
    private enum CodingKeys: CodingKey { case replicas, selector, template, paused, strategy }
    private struct Strategy: Decodable { var type: String? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        replicas = try fields.value(.replicas, or: 1)
        selector = try fields.value(.selector, or: LabelSelector())
        template = try fields.value(.template, or: PodTemplate())
        isPaused = try fields.value(.paused, or: false)
        strategy = try fields.decodeIfPresent(Strategy.self, forKey: .strategy)?.type ?? "RollingUpdate"
    }
}

extension Deployment.Status: Decodable {
    private enum CodingKeys: CodingKey {
        case observedGeneration, replicas, updatedReplicas, readyReplicas, availableReplicas, conditions
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        observedGeneration = try fields.value(.observedGeneration, or: 0)
        replicas = try fields.value(.replicas, or: 0)
        updatedReplicas = try fields.value(.updatedReplicas, or: 0)
        readyReplicas = try fields.value(.readyReplicas, or: 0)
        availableReplicas = try fields.value(.availableReplicas, or: 0)
        conditions = try fields.value(.conditions, or: [])
    }
}

extension PodTemplate: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec }
    private struct TemplateMetadata: Decodable { var labels: [String: String]?, annotations: [String: String]? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let metadata = try fields.decodeIfPresent(TemplateMetadata.self, forKey: .metadata)
        labels = metadata?.labels ?? [:]
        annotations = metadata?.annotations ?? [:]
        spec = try fields.value(.spec, or: Pod.Spec())
    }
}

extension ReplicaSet: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }
    private struct Spec: Decodable { var replicas: Int? }
    private struct Status: Decodable { var readyReplicas: Int?, conditions: [Condition]? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        replicas = try fields.decodeIfPresent(Spec.self, forKey: .spec)?.replicas ?? 1
        let status = try fields.decodeIfPresent(Status.self, forKey: .status)
        readyReplicas = status?.readyReplicas ?? 0
        conditions = status?.conditions ?? []
    }
}
