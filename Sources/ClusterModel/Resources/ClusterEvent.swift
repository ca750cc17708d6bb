package import FoundationEssentials

/// A Kubernetes Event (core/v1): what a controller or the kubelet says happened to an object.
package struct ClusterEvent: Resource {
    package static let kind = ResourceKind.events

    package var metadata: Metadata
    package var regarding: ObjectReference
    /// The container of `regarding` that it is about; empty if it is about all of it.
    package var container = ""
    package var type = EventType.normal
    package var reason = ""
    package var message = ""
    package var count = 1
    /// When it was seen last; nil if the event carries no time at all.
    package var lastSeen: Date?
}

package enum EventType: Equatable, Sendable {
    case normal, warning
}

extension ClusterEvent: Decodable {
    private enum CodingKeys: CodingKey {
        case metadata, involvedObject, type, reason, message, count, firstTimestamp, lastTimestamp, eventTime, series
    }
    private struct Field: Decodable { var fieldPath: String? }
    private struct Series: Decodable { var count: Int?, lastObservedTime: Date? }

    /// Times and counts by the rules of `printEvent` in Kubernetes' printers.go.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        regarding = try fields.value(.involvedObject, or: ObjectReference(kind: "", name: ""))
        container = containerName(try fields.decodeIfPresent(Field.self, forKey: .involvedObject)?.fieldPath ?? "")
        type = try fields.value(.type, or: "") == "Warning" ? .warning : .normal
        reason = try fields.value(.reason, or: "")
        message = try fields.value(.message, or: "")
        let series = try fields.decodeIfPresent(Series.self, forKey: .series)
        count = try series?.count ?? fields.value(.count, or: 1)
        let times: [Date?] = [
            series?.lastObservedTime,
            try fields.decodeIfPresent(Date.self, forKey: .lastTimestamp),
            try fields.decodeIfPresent(Date.self, forKey: .firstTimestamp),
            try fields.decodeIfPresent(Date.self, forKey: .eventTime),
        ]
        lastSeen = times.compactMap(\.self).first
    }
}

/// "radarr" of the field path "spec.containers{radarr}"; empty if the path names no container.
private func containerName(_ fieldPath: String) -> String {
    guard fieldPath.hasSuffix("}"), let brace = fieldPath.firstIndex(of: "{") else { return "" }
    return String(fieldPath[fieldPath.index(after: brace)...].dropLast())
}
