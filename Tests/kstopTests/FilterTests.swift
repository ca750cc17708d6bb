import ClusterModel
import Testing

@testable import TUI
@testable import kstop

struct FilterTests {
    private static let row = PageRow(
        facts: RowFacts(
            id: .object("1"), name: "radarr-577f7d9db5-sbsbs", namespace: "kubeseed", application: "radarr",
            health: .healthy, labels: [["ksapp": "radarr"], ["ksapp": "radarr", "tier": "web"]]),
        cells: [PageCell("radarr-577f7d9db5-sbsbs"), PageCell("1/1"), PageCell("Running")])

    @Test(
        "a row is shown if one of its texts matches",
        arguments: [
            ("", true), ("radarr", true), ("RADARR", true), ("^radarr$", true), ("sonarr", false), ("1/1", true),
            ("!radarr", false), ("!sonarr", true), ("!", true), ("^running$", true),
            ("-l ksapp=radarr", true), ("-l tier=web,ksapp", true), ("-l ksapp!=radarr", false), ("-l", true),
            ("-f rdrr", true), ("-f RaRr", true), ("-f zz", false), ("-f kbsd", true), ("-f", true),
        ])
    func matches(text: String, expected: Bool) {
        #expect(Filter(text).matches(Self.row, at: Play.start) == expected)
    }

    @Test("an invalid expression hides nothing and says so", arguments: ["[", "(", "*", "![", "-l =", "-l a in"])
    func invalid(text: String) {
        let filter = Filter(text)
        #expect(filter.problem != nil)
        #expect(filter.matches(Self.row, at: Play.start))
    }
}
