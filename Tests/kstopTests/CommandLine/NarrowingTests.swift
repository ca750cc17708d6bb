import ClusterModel
import Testing
import Words

@testable import ClusterModel
@testable import kstop

struct NarrowingTests {
    private static func names(_ options: OnceOptions) async -> [String] {
        var options = options
        options.hasHeaders = false
        let lines = await FakeAPI.report(options).lines
        return lines.compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    @Test("named applications come in their own order, once each")
    func named() async {
        #expect(await Self.names(OnceOptions(names: ["sonarr", "plex", "sonarr"])) == ["plex", "sonarr"])
    }

    @Test("a name that nobody has is an error that names the nearest", arguments: OutputFormat.all)
    func unknown(format: OutputFormat) async {
        let report = await FakeAPI.report(OnceOptions(format: format, names: ["radar", "plex", "quux"]))
        #expect(
            report
                == OnceReport(
                    remarks: [
                        "there is no application \"quux\" in namespace kubeseed",
                        "there is no application \"radar\" in namespace kubeseed; did you mean \"radarr\"?",
                    ],
                    status: 2))
    }

    @Test("what cannot be read may be what is named")
    func hidden() async {
        let report = await FakeAPI.report(OnceOptions(names: ["radar"])) { kind in
            kind == .daemonSets ? .failure(FakeAPI.forbidden(kind)) : FakeAPI.seedbox(kind)
        }
        let remarks = [
            "forbidden: daemonsets is forbidden",
            "application \"radar\" is not among what can be read; did you mean \"radarr\"?",
        ]
        #expect(report == OnceReport(remarks: remarks, status: 1))
    }

    @Test("several near names are all named")
    func several() {
        let unknown = UnknownApplications(names: ["sonar"], candidates: ["sonarr", "solar", "plex"])
        #expect(
            unknown.sentences("ns").map(\.english) == [
                "there is no application \"sonar\" in namespace ns; did you mean \"solar\" or \"sonarr\"?"
            ])
        #expect(
            unknown.sentences("").map(\.english) == [
                "there is no application \"sonar\" in any namespace; did you mean \"solar\" or \"sonarr\"?"
            ])
    }

    @Test("a selector takes whole applications, by the labels of their deployments or pods")
    func selector() async throws {
        let selector = try LabelSelector(parsing: "app in (db-wordpress.wordpress,radarr)")
        #expect(await Self.names(OnceOptions(selector: selector)) == ["radarr", "wordpress"])
    }

    @Test("a selector that matches nothing is no error")
    func nothing() async throws {
        let options = OnceOptions(isCheck: true, selector: try LabelSelector(parsing: "app=none"))
        #expect(await FakeAPI.report(options) == OnceReport(remarks: ["No resources found in kubeseed namespace."]))
    }
}

extension OutputFormat {
    fileprivate static let all: [OutputFormat] = [.table, .wide, .json, .name]
}
