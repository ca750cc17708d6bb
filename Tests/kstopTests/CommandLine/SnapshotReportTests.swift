import ClusterModel
import FoundationEssentials
import JSONSchema
import Testing
import Words

@testable import ClusterModel
@testable import kstop

/// The document of `-o json` against its schema.
struct SnapshotReportTests {
    private static let schema = Result { try JSONSchema.snapshot() }

    private static func text(
        _ names: [String] = [], unreadable: [UnreadableObject] = [], status: Int32 = 0,
        _ objects: @escaping @Sendable (ResourceKind) -> Result<[ClusterObject], APIError> = FakeAPI.seedbox
    ) async throws -> String {
        let options = OnceOptions(format: .json, names: names)
        let report = await FakeAPI.report(options, unreadable: unreadable, objects)
        #expect(report.status == status)
        #expect(report.remarks.isEmpty)
        #expect(report.lines.count == 1)
        return try #require(report.lines.first)
    }

    /// A document that the schema allows.
    private static func document(_ text: String) throws -> JSONValue {
        #expect(try schema.get().problems(in: text) == [])
        return try JSONValue(text)
    }

    @Test("the seedbox keeps to the schema")
    func seedbox() async throws {
        let document = try Self.document(try await Self.text())
        #expect(document["schemaVersion"] == 1)
        #expect(document["time"] == "2026-11-23T14:00:00Z")
        #expect(document["context"] == "k3s-seedbox")
        #expect(document["summary"]?["healthy"] == false)
        #expect(document["summary"]?["total"] == 21)
        let applications = try #require(document["applications"]).items
        #expect(applications.count == 21)
        let names = applications.compactMap { $0["name"]?.text }
        #expect(names == names.sorted())
        let broken = applications.first { $0["name"] == "bazarr" }
        #expect(broken?["health"] == "broken")
        #expect(broken?["needsAttention"] == true)
        #expect(broken?["chains"]?[0]?["links"]?[3]?["state"] == "broken")
    }

    @Test("the schema finds what a document has too much, too little or otherwise")
    func strict() async throws {
        let text = try await Self.text(["radarr"])
        for (part, other) in [
            (#""health" : "healthy""#, #""health" : "well""#), (#""kstopVersion""#, #""version""#),
            (#"T14:00:00Z""#, #"T14:00:00+00:00""#), (#""role" : "main""#, #""role" : null"#),
            (#""schemaVersion" : 1"#, #""schemaVersion" : 2"#),
        ] {
            let wrong = text.replacing(part, with: other)
            #expect(wrong != text, "\(part)")
            #expect(try !Self.schema.get().problems(in: wrong).isEmpty, "\(part)")
        }
    }

    @Test("workloads of every kind, certificates and policies are in it")
    func everyKind() async throws {
        @Sendable func metadata(_ name: String) -> Metadata {
            Metadata(name: name, namespace: "kubeseed", uid: name, labels: ["ksapp": "db"])
        }
        let text = try await Self.text { kind in
            switch kind {
            case .statefulSets: .success([.statefulSet(StatefulSet(metadata: metadata("db-set")))])
            case .daemonSets: .success([.daemonSet(DaemonSet(metadata: metadata("db-agent")))])
            case .jobs: .success([.job(Job(metadata: metadata("db-backup"), startTime: Play.start - 60))])
            default: .success([])
            }
        }
        let application = try Self.document(text)["applications"]?[0]
        #expect(application?["statefulSets"]?[0]?["ready"]?["desired"] == 1)
        #expect(application?["daemonSets"]?[0]?["name"] == "db-agent")
        #expect(application?["jobs"]?[0]?["started"] == "2026-11-23T13:59:00Z")
        let radarr = try Self.document(try await Self.text(["radarr"]))["applications"]?[0]
        #expect(radarr?["certificates"]?[0]?["state"] == "valid")
        #expect(radarr?["certificates"]?[0]?["expires"] == "2027-01-24T14:00:00Z")
        let overseerr = try Self.document(try await Self.text(["overseerr"]))["applications"]?[0]
        #expect(overseerr?["nextSteps"]?[0] == "logs")
    }

    @Test("an empty namespace is a document without applications")
    func empty() async throws {
        let document = try Self.document(try await Self.text { _ in .success([]) })
        #expect(document["applications"]?.items.isEmpty == true)
        #expect(document["summary"]?["healthy"] == true)
        #expect(document["summary"]?["total"] == 0)
    }

    @Test("of all namespaces there is none to name")
    func allNamespaces() async throws {
        var session = FakeAPI.session
        session.namespace = ""
        let report = await onceReport(
            FakeAPI.api(), session, OnceOptions(format: .json), in: .english, patience: .zero, now: Play.start)
        let document = try Self.document(try #require(report.lines.first))
        #expect(document["namespace"] == .null)
        #expect(document["applications"]?[0]?["namespace"] == "kubeseed")
    }

    @Test("what is forbidden, not served or failing is told with its words")
    func sources() async throws {
        let text = try await Self.text(status: 1) { kind in
            switch kind {
            case .services: .failure(FakeAPI.forbidden(kind))
            case .ingresses: .failure(.refused(code: 404, reason: "NotFound", message: "404"))
            case .events: .failure(.timedOut(seconds: 10))
            default: FakeAPI.seedbox(kind)
            }
        }
        let sources = try #require(try Self.document(text)["sources"])
        #expect(sources["pods"]?["state"] == "read")
        #expect(sources["pods"]?["message"] == .null)
        #expect(sources["services"]?["state"] == "forbidden")
        #expect(sources["services"]?["message"] == "services is forbidden")
        #expect(sources["ingresses"]?["state"] == "notServed")
        #expect(sources["events"]?["state"] == "failing")
        #expect(sources["events"]?["message"] == "no answer within 10 s")
    }

    @Test("what cannot be read is named, control characters and all")
    func unreadable() async throws {
        let odd = UnreadableObject(name: "o\u{1B}[31md/d", problem: Phrase(verbatim: "spec is \"odd\""))
        let text = try await Self.text(unreadable: [odd])
        #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
        #expect(text.contains("d/d"))
        let object = try Self.document(text)["unreadable"]?[0]
        #expect(object?["kind"] == "pods")
        #expect(object?["name"] == "o\u{1B}[31md/d")
        #expect(object?["problem"] == "spec is \"odd\"")
    }

    @Test("the same cluster at the same time gives the same bytes, keys sorted")
    func stable() async throws {
        let text = try await Self.text()
        #expect(try await Self.text { kind in FakeAPI.seedbox(kind).map { $0.reversed() } } == text)
        var keys: [Int: String] = [:]
        for line in text.split(separator: "\n") {
            let depth = line.prefix { $0 == " " }.count
            keys = keys.filter { $0.key <= depth }
            guard line.dropFirst(depth).first == "\"", line.contains("\" : ") else {
                if line.dropFirst(depth).first == "{" { keys = keys.filter { $0.key <= depth } }
                continue
            }
            let key = line.dropFirst(depth + 1).prefix { $0 != "\"" }
            #expect(keys[depth].map { $0 < key } ?? true, "\(key)")
            keys[depth] = String(key)
        }
    }

    @Test("scripts read the same in every language")
    func language() async throws {
        let french = await FakeAPI.report(OnceOptions(format: .json), in: .french)
        let english = try await Self.text()
        #expect(french.lines == [english])
    }

    @Test("narrowed to one, the document counts one, and still tells all sources")
    func narrowed() async throws {
        let document = try Self.document(try await Self.text(["radarr"]))
        #expect(document["summary"]?["total"] == 1)
        #expect(document["summary"]?["healthy"] == true)
        #expect(document["summary"]?["counts"]?["broken"] == 0)
        #expect(document["sources"]?["events"]?["state"] == "read")
    }

    @Test("every word of the model has its place in the schema")
    func words() throws {
        let definitions = try #require(try Self.schema.get().definitions)
        let health = definitions["health"]?["enum"]?.items.compactMap(\.text)
        #expect(health == Health.allCases.map(\.rawValue))
    }
}
