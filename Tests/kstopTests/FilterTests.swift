import ClusterModel
import Testing

@testable import TUI
@testable import kstop

struct FilterTests {
    private static let row = PageRow(
        id: .object("1"), name: "radarr-577f7d9db5-sbsbs", application: "radarr", health: .healthy, status: "Running",
        cells: ["radarr-577f7d9db5-sbsbs", "1/1"])

    @Test(
        "a row is shown if one of its texts matches",
        arguments: [
            ("", true), ("radarr", true), ("RADARR", true), ("^radarr$", true), ("sonarr", false), ("1/1", true),
            ("!radarr", false), ("!sonarr", true), ("!", true), ("^running$", true),
        ])
    func matches(text: String, expected: Bool) {
        #expect(Filter(text).matches(Self.row) == expected)
    }

    @Test("an invalid expression hides nothing and says so", arguments: ["[", "(", "*", "!["])
    func invalid(text: String) {
        let filter = Filter(text)
        #expect(filter.problem != nil)
        #expect(filter.matches(Self.row))
    }
}
