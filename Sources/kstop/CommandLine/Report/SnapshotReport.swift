import ClusterModel
import FoundationEssentials
import Words

/// The document of `-o json`, a contract with scripts: schema/snapshot-v1.schema.json says what is in it.
///
/// What has a place in it is always there: null or an empty list where there is nothing. Within a `schemaVersion`
/// properties and words are added, never renamed or removed.
struct SnapshotReport: Encodable {
    var schemaVersion = 1
    var kstopVersion = Release.version
    var time: Date
    @OrNull var context: String?
    @OrNull var namespace: String?
    var summary: SummaryReport
    var applications: [ApplicationReport]
    /// By the kind's plural.
    var sources: [String: SourceReport]
    var unreadable: [UnreadableReport]

    init(_ applications: [Application], of cluster: Cluster, _ session: Session, at now: Date) {
        time = now
        context = session.context.orNil
        namespace = session.namespace.orNil
        summary = SummaryReport(applications)
        self.applications = applications.map { ApplicationReport($0, at: now) }
        let states = ResourceKind.namespacedKinds.map { ($0.plural, SourceReport(cluster.source($0))) }
        // Traefik's two groups of middlewares share a plural: what is served of them counts.
        sources = Dictionary(states, uniquingKeysWith: { $0.state == "notServed" ? $1 : $0 })
        unreadable = ResourceKind.allCases.flatMap { kind in
            (cluster.unreadable[kind] ?? []).map { UnreadableReport($0, kind) }
        }
    }

    /// The same text for the same document: keys sorted, times in RFC 3339 and UTC, to the second.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        guard let data = try? encoder.encode(self) else { preconditionFailure("the document has what JSON has not") }
        return escapedJSON(String(decoding: data, as: UTF8.self))
    }
}

/// The same document without a character that a terminal could obey or that hides in a text: JSON itself allows all but
/// the first 32. Outside of strings all is ASCII.
func escapedJSON(_ json: String) -> String {
    guard json.utf8.contains(where: { $0 >= 0x7F }) else { return json }
    var escaped = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
        if scalar.value < 0x7F || scalar.isShownAsItIs {
            escaped.append(scalar)
        } else {
            for unit in String(Character(scalar)).utf16 {
                let digits = String(unit, radix: 16)
                escaped += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".unicodeScalars
            }
        }
    }
    return String(escaped)
}

extension Unicode.Scalar {
    fileprivate var isShownAsItIs: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: !properties.isDefaultIgnorableCodePoint
        }
    }
}

struct SummaryReport: Encodable {
    /// What `--check` judges by.
    var healthy: Bool
    var total: Int
    /// For every word of `Health`, how many applications it is said of.
    var counts: [String: Int]

    init(_ applications: [Application]) {
        healthy = !applications.contains(where: \.verdict.health.needsAttention)
        total = applications.count
        let none = Health.allCases.map { ($0.rawValue, 0) }
        counts = applications.reduce(into: Dictionary(uniqueKeysWithValues: none)) { counts, application in
            counts[application.verdict.health.rawValue, default: 0] += 1
        }
    }
}

/// Whether the objects of a kind could be read.
struct SourceReport: Encodable {
    var state: String
    @OrNull var message: String?

    init(_ source: SourceState) {
        switch source {
        case .live, .polled: state = "read"
        case .loading: state = "loading"
        case .failing(let error, _, _): (state, message) = ("failing", error.text.english)
        case .forbidden(let words): (state, message) = ("forbidden", words)
        case .notServed: state = "notServed"
        }
    }
}

/// An object that the API server sent and kstop does not understand.
struct UnreadableReport: Encodable {
    var kind: String
    var name: String
    var problem: String

    init(_ object: UnreadableObject, _ kind: ResourceKind) {
        self.kind = kind.plural
        name = object.title.english
        problem = object.problem.english
    }
}
