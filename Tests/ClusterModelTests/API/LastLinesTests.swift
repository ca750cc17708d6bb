import FakeAPIServer
import FoundationEssentials
import Testing

@testable import ClusterModel

struct LastLinesTests {
    private static let query = CrashedContainer(
        namespace: "seedbox", pod: "plex-1", container: "plex", restarts: 4, isPrevious: true)

    @Test("the last lines are asked of the run that has ended")
    func previous() async throws {
        let server = FakeServer([.chunks(["2026-11-23T08:00:01Z one\n2026-11-23T08:00:02Z two"])])
        #expect(try await lines(Self.query, server) == ["one", "two"])
        #expect(
            server.requestLines == [
                "GET /api/v1/namespaces/seedbox/pods/plex-1/log"
                    + "?container=plex&timestamps=true&tailLines=3&limitBytes=16384&previous=true"
            ])
    }

    @Test("while nothing has taken its place, the ended run is the current one")
    func current() async throws {
        var query = Self.query
        query.isPrevious = false
        let server = FakeServer([.chunks([])])
        #expect(try await lines(query, server) == [])
        #expect(server.requestLines.first?.hasSuffix("limitBytes=16384") == true)
    }

    @Test("a log that is gone is an error")
    func gone() async {
        let server = FakeServer([.status(400, "BadRequest", "previous terminated container \"plex\" not found")])
        await #expect(throws: APIError.self) { try await lines(Self.query, server) }
    }

    @Test("the demo's crashing container has last words")
    func demo() async throws {
        let demo = DemoCluster(start: demoStart)
        let applications = applications(in: demo.cluster, at: demoStart)
        let crash = try #require(applications.first { $0.name == "overseerr" }?.verdict.crash)
        let clock = DemoClock(now: { demoStart }, wait: { _ in })
        let lines = try await ClusterAPI.demo(start: demoStart, clock: clock).lastLines(crash)
        #expect(lines.count == 3)
        #expect(lines.first?.text == "Error: SQLITE_CANTOPEN: unable to open database file")
    }

    private func lines(_ query: CrashedContainer, _ server: FakeServer) async throws -> [String] {
        try await ClusterAPI.over(server.client, refresh: 1).lastLines(query).map(\.text)
    }
}
