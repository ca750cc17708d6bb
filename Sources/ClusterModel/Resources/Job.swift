package import FoundationEssentials

/// A job (batch/v1), as far as kstop reads it.
package struct Job: Resource {
    package static let kind = ResourceKind.jobs

    package var metadata: Metadata
    /// How many pods must succeed; nil: one that succeeds ends it.
    package var completions: Int?
    package var parallelism: Int?
    package var selector = LabelSelector()
    package var template = PodTemplate()
    package var succeeded = 0
    package var startTime: Date?
    /// When it succeeded; nil for a job that has failed.
    package var completionTime: Date?
    package var conditions: [Condition] = []
}

extension Job: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }
    private struct Spec: Decodable {
        var completions: Int?
        var parallelism: Int?
        var selector: LabelSelector?
        var template: PodTemplate?
    }
    private struct Status: Decodable {
        var succeeded: Int?
        var startTime: Date?
        var completionTime: Date?
        var conditions: [Condition]?
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        let spec = try fields.decodeIfPresent(Spec.self, forKey: .spec)
        completions = spec?.completions
        parallelism = spec?.parallelism
        selector = spec?.selector ?? LabelSelector()
        template = spec?.template ?? PodTemplate()
        let status = try fields.decodeIfPresent(Status.self, forKey: .status)
        succeeded = status?.succeeded ?? 0
        startTime = status?.startTime
        completionTime = status?.completionTime
        conditions = status?.conditions ?? []
    }
}
