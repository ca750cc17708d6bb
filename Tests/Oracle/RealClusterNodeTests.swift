import Foundation
import Testing

@testable import ClusterModel

/// The nodes of a real cluster, and what its metrics server measures.
@Suite(.serialized, .enabled(if: OracleServer.isThere), .timeLimit(.minutes(2)))
struct RealClusterNodeTests {
    @Test("STATUS and VERSION of every node are the ones that the server prints")
    func nodes() async throws {
        let server = try OracleServer()
        defer { server.stop() }
        let table = try await server.table(.nodes, namespace: "").table
        for row in table.rows {
            guard case .readable(.node(let node), _) = row.object else { throw Unreadable() }
            let cells = Dictionary(
                zip(table.columns.map(\.name), row.cells.map(\.text)), uniquingKeysWith: { first, _ in first })
            #expect(cells["Status"] == node.statusText)
            #expect(cells["Version"] == node.kubeletVersion)
            #expect(node.allocatable.cpu > 0 && node.allocatable.memory > 0)
        }
        #expect(!table.rows.isEmpty)
    }

    @Test("running pods and all nodes are measured, in one namespace as in all")
    func metrics() async throws {
        let server = try OracleServer()
        defer { server.stop() }
        let api = ClusterAPI.live(server.proxy, refresh: 5, requestTimeout: 10)
        let all = try await firstReading(api, "")
        let seedbox = try await firstReading(api, "kubeseed")
        let names = try await api.objects(.nodes, "").objects.map(\.metadata.name)
        #expect(Set(seedbox.nodes.keys) == Set(names))
        #expect(seedbox.pods.count > 10)
        #expect(Set(seedbox.pods.keys).isSubset(of: all.pods.keys))
        #expect(seedbox.pods.values.allSatisfy { $0.cpu >= 0 && $0.memory > 0 })
        let pods = try await api.objects(.pods, "kubeseed").objects.map(\.metadata.objectName)
        #expect(Set(seedbox.pods.keys).isSubset(of: pods))
    }

    @Test("the namespaces are the ones that kubectl lists")
    func namespaces() async throws {
        let server = try OracleServer()
        defer { server.stop() }
        let api = ClusterAPI.live(server.proxy, refresh: 5, requestTimeout: 10)
        #expect(try await api.namespaces().contains("kubeseed"))
    }

    private func firstReading(_ api: ClusterAPI, _ namespace: String) async throws -> Metrics {
        for await change in api.metrics(namespace) {
            switch change {
            case .read(let metrics): return metrics
            case .absent(.notReady): continue
            case .absent(let absence): throw Absent(absence: absence)
            }
        }
        throw Unreadable()
    }

    private struct Unreadable: Error {}
    private struct Absent: Error { let absence: MetricsAbsence }
}
