import FakeAPIServer
import FoundationEssentials
import Synchronization
import Testing

@testable import ClusterModel

struct PlainLogTests {
    @Test("a log is handed over byte for byte, up to its end")
    func bytes() async throws {
        let server = FakeServer([.chunks(["2026-11-23T08:00:01Z a\r\n", "\u{1B}[1mno break"])])
        #expect(try await read(PlainLogQuery(), server) == "2026-11-23T08:00:01Z a\r\n\u{1B}[1mno break")
        #expect(server.requestLines == ["GET /api/v1/namespaces/seedbox/pods/plex-1/log?container=plex"])
    }

    @Test("what is asked for is in the request")
    func request() async throws {
        let server = FakeServer([.chunks([])])
        var query = PlainLogQuery()
        (query.isFollowed, query.isPrevious, query.hasTimestamps) = (true, true, true)
        (query.tailLines, query.sinceSeconds) = (0, 90)
        #expect(try await read(query, server) == "")
        let options = "&follow=true&previous=true&timestamps=true&sinceSeconds=90&tailLines=0"
        #expect(server.requestLines[0].hasSuffix("/log?container=plex\(options)"))
    }

    @Test("a refusal has the API server's words")
    func refusal() async {
        let server = FakeServer([.status(400, "BadRequest", "waiting to start")])
        await #expect(throws: APIError.refused(code: 400, reason: "BadRequest", message: "waiting to start")) {
            try await read(PlainLogQuery(), server)
        }
    }

    private func read(_ query: PlainLogQuery, _ server: FakeServer) async throws -> String {
        let text = Mutex<[UInt8]>([])
        try await ClusterAPI.over(server.client, refresh: 5).plainLog(query) { bytes in text.withLock { $0 += bytes } }
        return String(decoding: text.withLock(\.self), as: UTF8.self)
    }
}

extension PlainLogQuery {
    fileprivate init() { self.init(namespace: "seedbox", pod: "plex-1", container: "plex") }
}

struct KubectlVersionsTests {
    @Test(
        "what kubectl version says is read, as far as it says it",
        arguments: [
            (
                #"{"clientVersion":{"gitVersion":"v1.36.0"},"serverVersion":{"gitVersion":"v1.36.1+k3s1"}}"#,
                KubectlVersions(client: "v1.36.0", server: "v1.36.1+k3s1")
            ),
            (#"{"clientVersion":{"gitVersion":"v1.20.2","major":"1"}}"#, KubectlVersions(client: "v1.20.2")),
            ("", KubectlVersions()), ("[]", KubectlVersions()),
        ])
    func json(text: String, versions: KubectlVersions) {
        #expect(KubectlVersions(json: Array(text.utf8)) == versions)
    }
}
