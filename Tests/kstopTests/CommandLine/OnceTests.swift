import ClusterModel
import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import kstop

struct OnceTests {
    private static let session = Session(context: "k3s-seedbox", namespace: "kubeseed")

    private static func report(
        _ isCheck: Bool = false, namespaceExists: Bool = true,
        _ objects: @escaping @Sendable (ResourceKind) -> Result<[ClusterObject], APIError>
    ) async -> OnceReport {
        let api = ClusterAPI(
            changes: { _, _ in AsyncStream { $0.finish() } },
            objects: { kind, _ throws(APIError) in ObjectList(objects: try objects(kind).get()) },
            log: { _ in AsyncStream { $0.finish() } },
            restart: { _, _ in },
            token: { _ throws(APIError) in throw .notAsked("") },
            namespaceExists: { _ in namespaceExists })
        let options = OnceOptions(isCheck: isCheck)
        return await onceReport(api, session, options, patience: .zero, now: Play.start)
    }

    private static func seedbox(_ kind: ResourceKind) -> Result<[ClusterObject], APIError> {
        .success(DemoCluster(start: Play.start).objects(kind))
    }

    @Test("one line an application, then what is broken and why")
    func seedbox() async {
        let report = await Self.report { Self.seedbox($0) }
        #expect(report.status == 0)
        #expect(report.remarks.isEmpty)
        #expect(report.lines.first?.split(separator: " ") == ["APP", "READY", "STATUS", "RESTARTS", "AGE", "URL"])
        #expect(report.lines.firstIndex(of: "") == 22)
        let broken = report.lines.drop { !$0.isEmpty }.dropFirst().compactMap { $0.split(separator: " ").first }
        #expect(broken == ["bazarr", "jellyfin", "kavita", "komga", "nextcloud", "overseerr", "tautulli"])
    }

    @Test("--check exits with 3 when something is broken")
    func check() async {
        #expect(await Self.report(true) { Self.seedbox($0) }.status == 3)
    }

    @Test("--check exits with 0 when nothing is")
    func checkHealthy() async {
        let healthy = await Self.report(true) { kind in
            Self.seedbox(kind).map { $0.filter { $0.metadata.labels["ksapp"] == "radarr" } }
        }
        #expect(healthy.status == 0)
        #expect(healthy.lines.count == 2)
    }

    @Test("an API server that does not answer: its words, and 1")
    func unreachable() async {
        let report = await Self.report { _ in .failure(.unreachable("The connection was refused")) }
        #expect(report == OnceReport(remarks: ["The connection was refused"], status: 1))
    }

    @Test("what is forbidden is said, the rest is shown")
    func forbidden() async {
        let error = APIError.refused(code: 403, reason: "Forbidden", message: "services is forbidden")
        let report = await Self.report { $0 == .services ? .failure(error) : Self.seedbox($0) }
        #expect(report.status == 0)
        #expect(report.remarks == ["forbidden: services is forbidden"])
        #expect(report.lines.contains { $0.hasPrefix("plex ") })
    }

    @Test("an empty namespace and a missing one are told apart")
    func empty() async {
        let empty = await Self.report { _ in .success([]) }
        #expect(empty == OnceReport(remarks: ["No resources found in kubeseed namespace."]))
        let missing = await Self.report(namespaceExists: false) { _ in .success([]) }
        #expect(missing == OnceReport(remarks: ["namespace \"kubeseed\" does not exist"], status: 1))
    }
}
