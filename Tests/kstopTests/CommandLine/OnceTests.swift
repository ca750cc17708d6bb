import ClusterModel
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel
@testable import kstop

struct OnceTests {
    @Test("one line an application, then what is broken and why")
    func seedbox() async {
        let report = await FakeAPI.report()
        #expect(report.status == 0)
        #expect(report.remarks.isEmpty)
        #expect(report.lines.first?.split(separator: " ") == ["APP", "READY", "STATUS", "RESTARTS", "AGE", "URL"])
        #expect(report.lines.firstIndex(of: "") == 22)
        let broken = report.lines.drop { !$0.isEmpty }.dropFirst().compactMap { $0.split(separator: " ").first }
        #expect(broken == ["bazarr", "jellyfin", "kavita", "komga", "nextcloud", "organizr", "overseerr", "tautulli"])
    }

    @Test("wide adds health, who is let in, the certificate, the pod and the image")
    func wide() async throws {
        let report = await FakeAPI.report(OnceOptions(format: .wide, names: ["radarr"]))
        let title = try #require(report.lines.first).split(separator: " ")
        #expect(title.suffix(5) == ["HEALTH", "AUTH", "CERT", "POD", "IMAGE"])
        let cells = try #require(report.lines.last).split(separator: " ")
        #expect(cells.count == 11)
        #expect(cells.suffix(5).prefix(3) == ["healthy", "oauth", "62d"])
        #expect(cells[9].hasPrefix("radarr-"))
    }

    @Test("in French the table has the same columns and numbers", arguments: [OutputFormat.table, .wide])
    func french(format: OutputFormat) async throws {
        var reports: [OnceReport] = []
        for language in [Language.english, .french] {
            reports.append(await FakeAPI.report(OnceOptions(format: format), in: language))
        }
        #expect(reports[0].lines.count == reports[1].lines.count)
        let rows = reports.map { $0.lines.prefix { !$0.isEmpty }.map(cells) }
        for (english, french) in zip(rows[0], rows[1]) {
            #expect(english.count == french.count)
            // APP, READY, RESTARTS, AGE and URL are no words.
            for column in [0, 1, 3, 4, 5] { #expect(english[column] == french[column]) }
        }
        #expect(rows[0][0].first == rows[1][0].first)
        #expect(
            reports[1].lines.last
                == "tautulli est en panne : Le service tautulli ne mène nulle part : aucun pod n'a ksapp=tautuli ; "
                + "ksapp=tautulli existe.")
    }

    /// Of a line of the table, whose columns are three blanks apart.
    private func cells(_ line: String) -> [String] {
        line.split(separator: /\s{3,}/).map(String.init)
    }

    @Test("remarks are in French, too")
    func frenchRemarks() async {
        let report = await FakeAPI.report(OnceOptions(names: ["radar"]), in: .french)
        let words =
            "il n'y a pas d'application « radar » dans le namespace kubeseed ; vouliez-vous dire \"radarr\" ?"
        #expect(report == OnceReport(remarks: [words], status: 2))
        let late = await FakeAPI.report(in: .french) { _ in .failure(.timedOut(seconds: 10)) }
        #expect(late.remarks == ["pas de réponse en 10 s"])
    }

    @Test("without headers there are only rows")
    func rows() async {
        let report = await FakeAPI.report(OnceOptions(hasHeaders: false))
        #expect(report.lines.count == 21)
        #expect(report.lines.first?.hasPrefix("bazarr ") == true)
    }

    @Test("names are those that kubectl takes, one for each deployment")
    func names() async {
        let report = await FakeAPI.report(OnceOptions(format: .name, names: ["wordpress", "radarr"]))
        #expect(
            report
                == OnceReport(lines: [
                    "deployment.apps/radarr", "deployment.apps/wordpress", "deployment.apps/db-wordpress",
                ]))
    }

    @Test(
        "--check exits with 3 when something is broken, in every format",
        arguments: [
            OutputFormat.table, .wide, .json, .name,
        ])
    func check(format: OutputFormat) async {
        #expect(await FakeAPI.report(OnceOptions(isCheck: true, format: format)).status == 3)
    }

    @Test("--check judges only what is shown")
    func checkHealthy() async {
        let healthy = await FakeAPI.report(OnceOptions(isCheck: true, names: ["radarr"]))
        #expect(healthy.status == 0)
        #expect(healthy.lines.count == 2)
        #expect(await FakeAPI.report(OnceOptions(isCheck: true, names: ["radarr", "komga"])).status == 3)
    }

    @Test("kinds that the API server does not have are not mentioned")
    func notServed() async {
        let missing: Set<ResourceKind> = [.certificates, .containoMiddlewares, .networkPolicies, .jobs]
        let report = await FakeAPI.report { kind in
            missing.contains(kind) ? .failure(.notServed(kind)) : FakeAPI.seedbox(kind)
        }
        #expect(report.remarks.isEmpty)
        // Why there is no certificate is not known then.
        let whole = await FakeAPI.report()
        #expect(report.lines.prefix(22) == whole.lines.prefix(22))
    }

    @Test("a node that does not report is why its pods are not ready")
    func deadNode() async {
        var node = Node(metadata: Metadata(name: "seedbox", uid: "node"))
        node.conditions = [
            Condition(type: "Ready", status: "Unknown", lastTransitionTime: Play.start - 12 * 60)
        ]
        let nodes = [ClusterObject.node(node)]
        let report = await FakeAPI.report { kind in
            kind == .nodes ? .success(nodes) : FakeAPI.seedbox(kind)
        }
        #expect(report.lines.contains("overseerr is broken: Node seedbox has not reported for 12m."))
        let forbidden = await FakeAPI.report { kind in
            kind == .nodes ? .failure(FakeAPI.forbidden(kind)) : FakeAPI.seedbox(kind)
        }
        #expect(forbidden.remarks.isEmpty)
        #expect(forbidden.status == 0)
        #expect(forbidden.lines.contains { $0.hasPrefix("overseerr is broken: Container overseerr exits") })
    }

    @Test("an API server that does not answer: its words, and 1", arguments: [OutputFormat.table, .json])
    func unreachable(format: OutputFormat) async {
        let report = await FakeAPI.report(OnceOptions(format: format)) { _ in
            .failure(.unreachable(Phrase(verbatim: "The connection was refused")))
        }
        #expect(report == OnceReport(remarks: ["The connection was refused"], status: 1))
    }

    @Test("a kind that does not answer makes the snapshot a failure, unless something is found unhealthy")
    func incomplete() async {
        @Sendable func withoutEvents(_ kind: ResourceKind) -> Result<[ClusterObject], APIError> {
            kind == .events ? .failure(.timedOut(seconds: 10)) : FakeAPI.seedbox(kind)
        }
        let healthy = await FakeAPI.report(OnceOptions(isCheck: true, names: ["radarr"]), withoutEvents)
        #expect(healthy.status == 1)
        #expect(healthy.remarks == ["events: no answer within 10 s"])
        #expect(healthy.lines.contains { $0.hasPrefix("radarr ") })
        #expect(await FakeAPI.report(OnceOptions(isCheck: true), withoutEvents).status == 3)
    }

    @Test("what is forbidden or unreadable is said, the rest is shown")
    func forbidden() async {
        let odd = UnreadableObject(name: "odd", problem: Phrase(verbatim: "spec is not an object"))
        let report = await FakeAPI.report(unreadable: [odd]) { kind in
            kind == .services ? .failure(FakeAPI.forbidden(kind)) : FakeAPI.seedbox(kind)
        }
        #expect(report.status == 0)
        #expect(
            report.remarks == [
                "forbidden: services is forbidden", "pods: cannot read odd: spec is not an object",
            ])
        #expect(report.lines.contains { $0.hasPrefix("plex ") })
    }

    @Test("an empty namespace and a missing one are told apart")
    func empty() async {
        let empty = await FakeAPI.report { _ in .success([]) }
        #expect(empty == OnceReport(remarks: ["No resources found in kubeseed namespace."]))
        for format in [OutputFormat.table, .json] {
            let missing = await FakeAPI.report(OnceOptions(format: format), namespaceExists: false) { _ in .success([])
            }
            #expect(missing == OnceReport(remarks: ["namespace \"kubeseed\" does not exist"], status: 1))
        }
    }

    @Test("where nobody has named the namespace and there is no kubeseed, default is looked into")
    func guessedNamespace() async {
        var api = FakeAPI.api(namespaceExists: false)
        api.objects = { kind, namespace throws(APIError) in
            ObjectList(objects: namespace == "default" ? try FakeAPI.seedbox(kind).get() : [])
        }
        var session = FakeAPI.session
        session.isNamespaceGuessed = true
        let found = await onceReport(
            api, session, OnceOptions(), in: .english, patience: .zero, now: Play.start)
        let whole = await FakeAPI.report()
        #expect(found.lines == whole.lines)
        #expect(found.status == 0)
    }

    @Test("who may see nothing gets no document that says all is well")
    func blind() async {
        let report = await FakeAPI.report(OnceOptions(format: .json)) { .failure(FakeAPI.forbidden($0)) }
        #expect(report.status == 1)
        #expect(report.lines.isEmpty)
        #expect(report.remarks.count == ResourceKind.namespacedKinds.count)
    }
}
