import FakeAPIServer
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct MetricsTests {
    private static let none = FakeServer.Answer.json(#"{"items":[]}"#)

    @Test("what a real metrics server measured is read, with the containers of a pod added up")
    func recorded() async throws {
        let pods = FakeServer.Answer.json(try ClusterModelTests.recorded("podmetrics.json"))
        let nodes = FakeServer.Answer.json(
            #"{"items":[{"metadata":{"name":"realk8s"},"usage":{"cpu":"163456789n","memory":"3142712Ki"}}]}"#)
        let server = FakeServer([pods, nodes])
        guard case .read(let metrics) = await first(server, "kubeseed") else { return #expect(Bool(false)) }
        let sonarr = ObjectName(namespace: "kubeseed", name: "sonarr-dc6b5c97f-4gq9q")
        #expect(metrics.pods[sonarr] == Usage(cpu: 2, memory: 632 << 10))
        #expect(metrics.nodes == ["realk8s": Usage(cpu: 164, memory: 3_142_712 << 10)])
        #expect(metrics.at == TestPace.now)
        #expect(
            server.requestLines == [
                "GET /apis/metrics.k8s.io/v1beta1/namespaces/kubeseed/pods", "GET /apis/metrics.k8s.io/v1beta1/nodes",
            ])
    }

    @Test("containers are added up before they are rounded")
    func sum() async {
        let usage = #"{"usage":{"cpu":"1400u","memory":"1Ki"}}"#
        let bad = #"{"metadata":{"name":"b"},"containers":[{"usage":{"cpu":"?"}}]}"#
        let list = #"{"items":[\#(bad),{"metadata":{"name":"a","namespace":"x"},"containers":[\#(usage),\#(usage)]}]}"#
        let change = await first(FakeServer([.json(list), Self.none]), "x")
        let pods = [ObjectName(namespace: "x", name: "a"): Usage(cpu: 3, memory: 2048)]
        #expect(change == .read(Metrics(pods: pods, at: TestPace.now)))
    }

    @Test("all namespaces, and nodes that may not be seen")
    func allNamespaces() async {
        let pods = #"{"items":[{"metadata":{"name":"a","namespace":"x"},"containers":[]}]}"#
        let server = FakeServer([.json(pods), .status(403, "Forbidden")])
        let pod = Pod(metadata: Metadata(name: "a", namespace: "x"))
        guard case .read(let metrics) = await first(server, "") else { return #expect(Bool(false)) }
        #expect(metrics.usage(of: pod) == Usage())
        #expect(metrics.nodes.isEmpty)
        #expect(server.requestLines.first == "GET /apis/metrics.k8s.io/v1beta1/pods")
    }

    @Test(
        "why there are none",
        arguments: [
            ([FakeServer.Answer.raw("HTTP/1.1 404 Not Found\r\n\r\n404 page not found\n")], MetricsAbsence.notServed),
            ([.status(404, "NotFound")], .notReady), ([.status(503, "ServiceUnavailable")], .silent),
            ([.raw("HTTP/1.1 503 Service Unavailable\r\n\r\nservice unavailable\n")], .silent),
            ([none, none], .notReady),
            ([.status(403, "Forbidden", "may not"), .json(#"{"groups":[]}"#)], .notServed),
            ([.status(403, "Forbidden", "may not"), .status(403, "Forbidden")], .forbidden("may not")),
            ([.raw("")], .failing(.unreachable(Phrase("the connection was closed")))),
        ])
    func absence(_ answers: [FakeServer.Answer], _ absence: MetricsAbsence) async {
        #expect(await first(FakeServer(answers), "x") == .absent(absence))
    }

    @Test("it asks again after 15 seconds, and does not repeat its trouble")
    func pace() async {
        let no = FakeServer.Answer.status(404, "NotFound")
        let server = FakeServer([no, no, no, .raw("HTTP/1.1 404 Not Found\r\n\r\n")])
        let pace = TestPace()
        #expect(await changes(server, "x", pace).first(2) == [.absent(.notReady), .absent(.notServed)])
        #expect(pace.sleeps.prefix(3) == [15, 15, 15])
    }

    @Test("the reasons can be said in French")
    func french() {
        let text = MetricsAbsence.forbidden("pods.metrics.k8s.io is forbidden").phrase.text(in: .french)
        #expect(text == "pas de métriques : pods.metrics.k8s.io is forbidden")
    }

    private func first(_ server: FakeServer, _ namespace: String) async -> MetricsChange? {
        await changes(server, namespace, TestPace()).first(1).first
    }

    private func changes(
        _ server: FakeServer, _ namespace: String, _ pace: TestPace
    ) -> AsyncStream<MetricsChange> {
        ClusterAPI.over(server.client, refresh: 5, pace: pace.pace).metrics(namespace)
    }

}
