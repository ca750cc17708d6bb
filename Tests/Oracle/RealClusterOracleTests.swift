import Foundation
import Testing

@testable import ClusterModel

/// A real API server's own Table beside kstop's columns, for every object of a corpus and of the seedbox.
@Suite(.serialized, .enabled(if: OracleServer.isThere), .timeLimit(.minutes(3)))
struct RealClusterOracleTests {
    @Test("every cell is the one that the server prints")
    func cells() async throws {
        let server = try OracleServer()
        defer { server.stop() }
        var comparison = Comparison(serverMinor: try await server.minorVersion())
        try await OracleNamespace(server).use { namespace in
            for answer in try await namespace.place(corpus) { comparison.add(answer) }
            for kind in OracleCells.kinds {
                comparison.add(try await server.table(kind, namespace: namespace.name))
                comparison.add(try await server.table(kind, namespace: "kubeseed"))
            }
        }
        let counts = OracleCells.kinds.map { kind in "\(corpus.count { $0.kind == kind }) \(kind.plural)" }
        print("oracle: a corpus of \(counts.joined(separator: ", "))")
        print(comparison.summary)
        #expect(comparison.differences == [])
        #expect(comparison.unusedRules == [])
        #expect(comparison.objects.count > corpus.count)
    }

    private let corpus =
        Shape.pods + Shape.deployments + Shape.statefulSets + Shape.daemonSets + Shape.jobs + Shape.services
        + Shape.ingresses + Shape.events
}
