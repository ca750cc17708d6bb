import FakeAPIServer
import FoundationEssentials
import Testing

@testable import ClusterModel

struct NamespaceTests {
    @Test("the names of all namespaces, of all pages, sorted")
    func names() async throws {
        let server = FakeServer([
            .json(#"{"metadata":{"continue":"x"},"items":[{"metadata":{"name":"kubeseed"}}]}"#),
            .json(#"{"metadata":{},"items":[{"metadata":{"name":"default"}}]}"#),
        ])
        #expect(try await ClusterAPI.over(server.client, refresh: 5).namespaces() == ["default", "kubeseed"])
        #expect(
            server.requestLines == ["GET /api/v1/namespaces?limit=500", "GET /api/v1/namespaces?limit=500&continue=x"])
    }

    @Test("who may not list them is told so")
    func forbidden() async {
        let server = FakeServer([.status(403, "Forbidden", "namespaces is forbidden")])
        await #expect(throws: APIError.refused(code: 403, reason: "Forbidden", message: "namespaces is forbidden")) {
            try await ClusterAPI.over(server.client, refresh: 5).namespaces()
        }
    }

    @Test("every kind can be listed and watched in all namespaces", arguments: ResourceKind.allCases)
    func allNamespaces(_ kind: ResourceKind) async throws {
        let version = try #require(kind.apiVersions.first)
        let list = FakeServer.Answer.json(
            #"{"metadata":{"resourceVersion":"7"},"items":[{"metadata":{"name":"a","namespace":"x","uid":"1"}}]}"#)
        let watch = FakeServer.Answer.openStream([
            #"{"type":"ADDED","object":{"metadata":{"name":"a","namespace":"y","uid":"2"}}}"# + "\n"
        ])
        let groups = #"{"groups":[{"versions":[{"groupVersion":"\#(version)"}]}]}"#
        let server = FakeServer((version == "v1" ? [] : [.json(groups)]) + [list, watch])
        var cluster = Cluster()
        for await change in ClusterAPI.over(server.client, refresh: 5, pace: TestPace().pace).changes(kind, "") {
            cluster.apply(change)
            if kind.type.objects(in: cluster).count == 2 { break }
        }
        #expect(kind.type.objects(in: cluster).map(\.metadata.namespace).sorted() == ["x", "y"])
        let folder = (version == "v1" ? "/api/v1/" : "/apis/\(version)/") + kind.plural
        let lines = server.requestLines.suffix(2)
        #expect(lines.first == "GET \(folder)?limit=500")
        #expect(lines.last?.hasPrefix("GET \(folder)?watch=true&") == true)
    }

    @Test("nodes are asked for in no namespace")
    func nodes() async {
        let server = FakeServer([.json(#"{"metadata":{"resourceVersion":"7"},"items":[]}"#)])
        _ = await ClusterAPI.over(server.client, refresh: 5, pace: TestPace().pace).changes(.nodes, "kubeseed").first(2)
        #expect(server.requestLines.first == "GET /api/v1/nodes?limit=500")
    }
}
