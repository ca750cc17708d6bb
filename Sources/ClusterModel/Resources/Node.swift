/// A machine of the cluster (core/v1), as far as kstop reads it.
package struct Node: Resource {
    package static let kind = ResourceKind.nodes

    package var metadata: Metadata
    /// Cordoned: no new pods are put there.
    package var isUnschedulable = false
    package var conditions: [Condition] = []
    /// What it has; zeros where the kubelet does not say.
    package var capacity = Usage()
    /// What of it is there for pods.
    package var allocatable = Usage()
    /// "v1.36.0".
    package var kubeletVersion = ""
}

extension Node {
    /// The STATUS column of `kubectl get nodes`, by `printNode` in Kubernetes' printers.go.
    package var statusText: String {
        let status =
            switch conditions.last(where: { $0.type == "Ready" })?.status {
            case nil: "Unknown"
            case "True": "Ready"
            case .some: "NotReady"
            }
        return isUnschedulable ? "\(status),SchedulingDisabled" : status
    }
}

extension Node: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }
    private struct Spec: Decodable { var unschedulable: Bool? }
    private struct Status: Decodable {
        var conditions: [Condition]?
        var capacity: Usage?
        var allocatable: Usage?
        var nodeInfo: Info?
        struct Info: Decodable { var kubeletVersion: String? }
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        isUnschedulable = try fields.decodeIfPresent(Spec.self, forKey: .spec)?.unschedulable ?? false
        let status = try fields.decodeIfPresent(Status.self, forKey: .status)
        conditions = status?.conditions ?? []
        capacity = status?.capacity ?? Usage()
        allocatable = status?.allocatable ?? Usage()
        kubeletVersion = status?.nodeInfo?.kubeletVersion ?? ""
    }
}

extension Usage: Decodable {
    private enum CodingKeys: CodingKey { case cpu, memory }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        cpu = try fields.value(.cpu, or: Quantity.zero).milliValue
        memory = try fields.value(.memory, or: Quantity.zero).value
    }
}
