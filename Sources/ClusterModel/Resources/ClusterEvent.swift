package import FoundationEssentials

/// A Kubernetes Event (core/v1): what a controller or the kubelet says happened to an object.
package struct ClusterEvent: Resource {
    package static let kind = ResourceKind.events

    package var metadata: Metadata
    package var regarding: ObjectReference
    /// The part of `regarding` that it is about, such as "spec.containers{radarr}"; empty if it is about all of it.
    package var fieldPath = ""
    package var type = EventType.normal
    package var reason = ""
    package var message = ""
    package var count = 1
    /// Who reports it, such as "kubelet"; may be empty.
    package var component = ""
    /// The node of the kubelet, or the process of another component; may be empty.
    package var instance = ""
    /// Nil if the event carries no time at all.
    package var firstSeen: Date?
    /// Nil if the event carries no time at all.
    package var lastSeen: Date?

    /// The container of `regarding` that it is about; empty if it is about all of it.
    package var container: String {
        let path = fieldPath.utf8
        guard path.last == UInt8(ascii: "}"), let brace = path.firstIndex(of: UInt8(ascii: "{")) else { return "" }
        return String(fieldPath[path.index(after: brace)...].dropLast())
    }
}

/// An event's `type`; one that kstop does not know keeps its word.
package enum EventType: Equatable, Sendable {
    case normal, warning
    case other(String)

    package init(_ word: String) {
        switch word {
        case "Normal": self = .normal
        case "Warning": self = .warning
        default: self = .other(word)
        }
    }

    package var word: String {
        switch self {
        case .normal: "Normal"
        case .warning: "Warning"
        case .other(let word): word
        }
    }
}

extension ClusterEvent: Decodable {
    private enum CodingKeys: CodingKey {
        case metadata, involvedObject, type, reason, message, count, firstTimestamp, lastTimestamp, eventTime, series
        case source, reportingComponent, reportingInstance
    }
    private struct Field: Decodable { var fieldPath: String? }
    private struct Series: Decodable { var count: Int?, lastObservedTime: Date? }
    private struct Source: Decodable { var component: String?, host: String? }

    /// Times, counts and sources by the rules of `printEvent` in Kubernetes' printers.go.
    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        regarding = try fields.value(.involvedObject, or: ObjectReference(kind: "", name: ""))
        fieldPath = try fields.decodeIfPresent(Field.self, forKey: .involvedObject)?.fieldPath ?? ""
        type = EventType(try fields.value(.type, or: ""))
        reason = try fields.value(.reason, or: "")
        message = try fields.value(.message, or: "")
        firstSeen =
            try fields.decodeIfPresent(Date.self, forKey: .firstTimestamp)
            ?? fields.decodeIfPresent(Date.self, forKey: .eventTime)
        if let series = try fields.decodeIfPresent(Series.self, forKey: .series) {
            count = bounded(series.count ?? 0)
            lastSeen = series.lastObservedTime
        } else {
            count = try fields.value(.count, or: 0)
            if count == 0 { count = 1 }
            lastSeen = try fields.decodeIfPresent(Date.self, forKey: .lastTimestamp) ?? firstSeen
        }
        let source = try fields.decodeIfPresent(Source.self, forKey: .source)
        component = try firstNonEmpty(source?.component, fields.value(.reportingComponent, or: ""))
        instance = try firstNonEmpty(source?.host, fields.value(.reportingInstance, or: ""))
    }
}

private func firstNonEmpty(_ text: String?, _ other: String) -> String {
    guard let text, !text.isEmpty else { return other }
    return text
}
