import Foundation
import Testing

@testable import ClusterModel

/// Odd objects, and the cells that a server of v1.36 printed for them: `Recorded/NAMESPACE-KIND.json`.
struct RecordedTableTests {
    /// When the server printed all of them, as far as their ages tell.
    private static let moment = Date(timeIntervalSince1970: 1_795_992_142)

    @Test(
        "odd objects read as the server prints them",
        arguments: [
            "img-pods", "long-deployments", "long-jobs", "long-pods", "more-daemonsets", "more-deployments",
            "more-pods", "more-statefulsets", "odd-ingresses", "odd-pods", "odd-services", "oper-deployments",
            "oper-pods",
        ])
    func cells(_ name: String) throws {
        let file = Bundle.module.bundleURL.appending(path: "Recorded/\(name).json")
        let kind = try #require(OracleCells.kinds.first { name.hasSuffix("-\($0.plural)") })
        let table = try JSON.decoder(kind).decode(RecordedTable.self, from: Data(contentsOf: file))
        #expect(!table.rows.isEmpty)
        for row in table.rows {
            guard case .readable(let object, _) = row.object else {
                Issue.record("\(name): not read: \(row.cells)")
                continue
            }
            let ours = OracleCells.of(object, at: Self.moment)
            #expect(table.columns.map { ours[$0] ?? "no such column" } == row.cells.map(\.text))
        }
    }
}

private struct RecordedTable: Decodable {
    var columns: [String]
    var rows: [ServerTable.Row]
}
