import Dispatch
import FakeAPIServer
import FoundationEssentials
import Synchronization
import Testing
import Words

@testable import ClusterModel

struct ReflectorTests {
    private static let empty = FakeServer.Answer.json(#"{"metadata":{"resourceVersion":"7"},"items":[]}"#)
    private static let live: [ClusterChange] = [
        .listed(.pods, keeping: [], unreadable: []), .source(.pods, .live),
    ]

    @Test("a recorded list and watch arrive whole, byte by byte")
    func recorded() async throws {
        let lines = try apiFixture("pods-watch.jsonl").split(separator: "\n").map { $0 + "\n" }
        let server = FakeServer([
            FakeServer.Answer.json(try apiFixture("pods.json")).inSingleBytes,
            FakeServer.Answer.openStream(lines.map(String.init)).inSingleBytes,
        ])
        var cluster = Cluster()
        for await change in changes(server, .pods) {
            cluster.apply(change)
            if case .deleted = change { break }
        }
        #expect(cluster.source(.pods) == .live && cluster.pods.count >= 2)
        let lists = server.requestLines
        #expect(lists.first == "GET /api/v1/namespaces/seedbox/pods?limit=500")
        #expect(
            lists[1].hasPrefix(
                "GET /api/v1/namespaces/seedbox/pods?watch=true&allowWatchBookmarks=true&resourceVersion="))
        #expect(lists[1].hasSuffix("&timeoutSeconds=275"))
    }

    @Test("requests look like kstop's, not like curl's")
    func request() async {
        let server = FakeServer([Self.empty])
        _ = await changes(server, .pods).first(2)
        let expected = """
            GET /api/v1/namespaces/seedbox/pods?limit=500 HTTP/1.1\r
            Host: localhost\r
            User-Agent: kstop/\(Release.version)\r
            Accept: application/json\r
            Connection: close\r
            \r

            """
        #expect(server.requests.first == expected)
    }

    @Test("a list of several pages arrives page by page")
    func pages() async {
        func page(_ name: String, _ continuation: String) -> FakeServer.Answer {
            .json(
                """
                {"metadata":{"resourceVersion":"7","continue":"\(continuation)"},
                "items":[{"metadata":{"name":"\(name)","uid":"\(name)"}}]}
                """)
        }
        let server = FakeServer([page("a", "a/b=="), page("b", "")])
        let changes = await changes(server, .pods).first(4)
        #expect(changes[2] == .listed(.pods, keeping: ["a", "b"], unreadable: []))
        #expect(server.requestLines[1] == "GET /api/v1/namespaces/seedbox/pods?limit=500&continue=a%2Fb%3D%3D")
    }

    @Test("an old server's endpoint slices are read in the version it has")
    func discovery() async {
        let groups =
            #"{"groups":[{"name":"discovery.k8s.io","versions":[{"groupVersion":"discovery.k8s.io/v1beta1"}]}]}"#
        let server = FakeServer([.json(groups), Self.empty])
        _ = await changes(server, .endpointSlices).first(2)
        #expect(
            server.requestLines.prefix(2) == [
                "GET /apis", "GET /apis/discovery.k8s.io/v1beta1/namespaces/seedbox/endpointslices?limit=500",
            ])
    }

    @Test("a kind that the server does not have is said not to be served")
    func notServed() async {
        let server = FakeServer([.json(#"{"groups":[]}"#)])
        #expect(await changes(server, .ingresses).first(1) == [.source(.ingresses, .notServed)])
    }

    @Test("while it is asked what is served, nothing else is: kubectl would make a connection for each request")
    func oneFirst() async {
        let others = DispatchSemaphore(value: 0)
        let isAlone = Mutex(false)
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let server = FakeServer { line in
            if line == "GET /apis" {
                ask.yield()
                isAlone.withLock { $0 = others.wait(timeout: .now() + 0.3) == .timedOut }
                return .json(#"{"groups":[]}"#)
            }
            others.signal()
            return Self.empty
        }
        let api = ClusterAPI.over(server.client, refresh: 5)
        let deployments = api.changes(.deployments, "seedbox")
        _ = await asked.first(1)
        #expect(await api.changes(.pods, "seedbox").first(2) == Self.live)
        #expect(await deployments.first(1) == [.source(.deployments, .notServed)])
        #expect(isAlone.withLock { $0 })
    }

    @Test(
        "a version that is too old, said in either form, leads to a new list",
        arguments: [
            FakeServer.Answer.status(410, "Expired"),
            .chunks([#"{"type":"ERROR","object":{"kind":"Status","code":410}}"# + "\n"]),
        ])
    func gone(_ answer: FakeServer.Answer) async {
        let server = FakeServer([Self.empty, answer, Self.empty])
        #expect(await changes(server, .pods).first(3) == Self.live + [.listed(.pods, keeping: [], unreadable: [])])
    }

    @Test("who may not list is told so in the server's words")
    func forbidden() async {
        let server = FakeServer([.status(403, "Forbidden", "pods is forbidden")])
        #expect(await changes(server, .pods).first(1) == [.source(.pods, .forbidden("pods is forbidden"))])
    }

    @Test("who may not know what is served is told so once, not once a kind and try")
    func forbiddenDiscovery() async {
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let server = FakeServer { line in
            if line != "GET /apis" { ask.yield() }
            return .status(403, "Forbidden", "may not")
        }
        let changes = ClusterAPI.over(server.client, refresh: 5, pace: TestPace().pace)
            .changes(of: [.ingresses, .cronJobs])
        _ = await asked.first(6)
        withExtendedLifetime(changes) {}
        #expect(server.requestLines.count { $0 == "GET /apis" } == 1)
    }

    @Test("who may not watch polls")
    func polled() async {
        let server = FakeServer([Self.empty, .status(403, "Forbidden"), Self.empty])
        let pace = TestPace()
        let changes = await changes(server, .pods, pace).first(4)
        #expect(changes == Self.live + [.source(.pods, .polled), .listed(.pods, keeping: [], unreadable: [])])
        #expect(pace.sleeps.first == 5)
    }

    @Test(
        "trouble is told and gone over",
        arguments: [
            (FakeServer.Answer.status(503, "ServiceUnavailable", "busy"), "busy"),
            (.raw("HTTP/1.1 503 Service Unavailable\r\n\r\n"), "HTTP 503 Service Unavailable"),
            (
                .raw(
                    "HTTP/1.1 500 X\r\nContent-Type: text/plain\r\n\r\ndial tcp 1.2.3.4:6443: connect: connection refused\n"
                ),
                "The connection to the server 1.2.3.4:6443 was refused - did you specify the right host or port?"
            ),
            (.raw("HTTP/1.1 500 X\r\nContent-Type: text/plain\r\n\r\npanic\n"), "panic"),
            (.raw("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"), "Unable to connect to the server: EOF"),
            (.status(401, "Unauthorized", "Unauthorized"), "You must be logged in to the server (Unauthorized)"),
            (.raw("SSH-2.0-OpenSSH\r\n"), "unexpected answer: not HTTP"),
            (.raw(""), "the connection was closed"),
            (.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"), "the connection was closed"),
            (.json("[]"), "unexpected answer: list of pods: the object is not an object"),
            (.json("{"), "unexpected answer: list of pods: not JSON"),
            (
                .raw("HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 100_000)),
                "unexpected answer: a header without end"
            ),
        ])
    func trouble(_ answer: FakeServer.Answer, _ words: String) async {
        let server = FakeServer([answer, Self.empty])
        let changes = await changes(server, .pods).first(3)
        guard case .source(.pods, .failing(let error, since: TestPace.now, _)) = changes[0] else {
            return #expect(Bool(false), "\(changes[0])")
        }
        #expect(error.text.english == words)
        #expect(changes.dropFirst() == Self.live[...])
    }

    @Test("a server that does not answer has timed out")
    func timeout() async {
        var silent = FakeServer.Answer.raw("")
        silent.isHeld = true
        let server = FakeServer([silent])
        await #expect(throws: APIError.timedOut(seconds: 0.01)) {
            try await server.client(timeout: 0.01).hasNamespace("x")
        }
    }

    @Test("cancelling ends a pending read at once")
    func cancel() async {
        let server = FakeServer([Self.empty, .openStream([])])
        let task = Task { [changes = changes(server, .pods)] in
            var heard = 0
            for await _ in changes { heard += 1 }
            return heard
        }
        await waitUntil { server.requests.count >= 2 }
        task.cancel()
        #expect(await task.value <= 2)
    }

    private func changes(
        _ server: FakeServer, _ kind: ResourceKind, _ pace: TestPace = TestPace()
    ) -> AsyncStream<ClusterChange> {
        let refused = "E1123 19:07:15.968908 1 p.go:1] Error: dial tcp 1.2.3.4:6443: connect: connection refused"
        let client = server.client(timeout: 10, complaints: [refused, "2026/11/23 19:00:00 http: proxy error: EOF"])
        return ClusterAPI.over(client, refresh: 5, pace: pace.pace).changes(kind, "seedbox")
    }
}
