import Expectations
import FakeAPIServer
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct ScaleTests {
    private static let stop = Scaling(
        .deployment, name: "plex", namespace: "seedbox", uid: "u", replicas: 0, remembered: 2)

    @Test("a stop remembers the number of pods on the object, and is bound to its UID")
    func stop() async throws {
        let server = FakeServer([.json(#"{"metadata":{"name":"plex","uid":"u"}}"#), .json("{}")])
        try await scale(Self.stop, server)
        #expect(
            server.requestLines == [
                "GET /apis/apps/v1/namespaces/seedbox/deployments/plex",
                "PATCH /apis/apps/v1/namespaces/seedbox/deployments/plex?fieldManager=kstop",
            ])
        let body = #"{"metadata":{"uid":"u","annotations":{"kstop/replicas":"2"}},"spec":{"replicas":0}}"#
        #expect(server.requests.last?.hasSuffix("\r\n\r\n" + body) == true)
        #expect(server.requests.last?.contains("application/strategic-merge-patch+json") == true)
    }

    @Test("a start forgets the number again")
    func start() async throws {
        let server = FakeServer([.json(#"{"metadata":{"name":"db","uid":"u"}}"#), .json("{}")])
        try await scale(Scaling(.statefulSet, name: "db", namespace: "x", uid: "u", replicas: 3), server)
        let body = #"{"metadata":{"uid":"u","annotations":{"kstop/replicas":null}},"spec":{"replicas":3}}"#
        #expect(server.requests.last?.hasSuffix("\r\n\r\n" + body) == true)
        #expect(server.requestLines.last == "PATCH /apis/apps/v1/namespaces/x/statefulsets/db?fieldManager=kstop")
    }

    @Test("what is gone or was replaced is not scaled")
    func refusals() async {
        let cases: [(FakeServer.Answer, String)] = [
            (.json(#"{"metadata":{"name":"plex","uid":"other"}}"#), "deployment plex has been replaced"),
            (.status(404, "NotFound"), "deployment plex is gone"),
        ]
        for (answer, words) in cases {
            let server = FakeServer([answer])
            let error = await thrown(APIError.self) { try await scale(Self.stop, server) }
            #expect(error?.text.english == words)
            #expect(server.requests.count == 1)
        }
    }

    @Test("the server's words when it forbids")
    func forbidden() async {
        let server = FakeServer([
            .json(#"{"metadata":{"name":"plex","uid":"u"}}"#), .status(403, "Forbidden", "you cannot patch"),
        ])
        await #expect(throws: APIError.refused(code: 403, reason: "Forbidden", message: "you cannot patch")) {
            try await scale(Self.stop, server)
        }
    }

    @Test("a pod is deleted by its UID; the server's words if it is another one by now")
    func deletePod() async {
        let server = FakeServer([.status(409, "Conflict", "the UID in the precondition")])
        let pod = ObjectReference(kind: "Pod", name: "plex-1", namespace: "seedbox", uid: "u")
        await #expect(throws: APIError.refused(code: 409, reason: "Conflict", message: "the UID in the precondition")) {
            try await server.client.delete(pod)
        }
        #expect(server.requestLines == ["DELETE /api/v1/namespaces/seedbox/pods/plex-1"])
        #expect(
            server.requests.last?.hasSuffix(
                #"{"apiVersion":"v1","kind":"DeleteOptions","preconditions":{"uid":"u"}}"#) == true)
    }

    @Test(
        "what is remembered is a sensible number, or nothing",
        arguments: [("2", 2), ("0", nil), ("-1", nil), ("many", nil), ("999999", nil)] as [(String, Int?)])
    func remembered(note: String, expected: Int?) {
        var metadata = Metadata(name: "x")
        metadata.annotations = ["kstop/replicas": note]
        #expect(metadata.rememberedReplicas == expected)
    }

    private func scale(_ scaling: Scaling, _ server: FakeServer) async throws {
        try await Scale(scaling: scaling, client: server.client).run()
    }
}

struct DashboardURLTests {
    @Test("the dashboard's URL is that of its ingress")
    func found() async throws {
        let ingress =
            #"{"metadata":{"name":"board"},"spec":{"rules":[{"host":"board.example.org"}],"#
            + #""tls":[{"hosts":["board.example.org"]}]}}"#
        let url = try await api([ingress]).dashboardURL()
        #expect(url == "https://board.example.org")
    }

    @Test("that there is none is said")
    func missing() async throws {
        let api = api([])
        let error = await thrown(APIError.self) { try await api.dashboardURL() }
        #expect(error?.text.english == "no ingress in namespace kubernetes-dashboard shows it")
    }

    /// A cluster with these ingresses, as long as it is asked for those of the dashboard's namespace.
    private func api(_ ingresses: [String]) -> ClusterAPI {
        var api = ClusterAPI.demo(start: demoStart)
        api.objects = { kind, namespace throws(APIError) in
            guard kind == .ingresses, namespace == "kubernetes-dashboard" else { return ObjectList(objects: []) }
            let decoded = ingresses.compactMap { try? JSON.decoder().decode(Ingress.self, from: Data($0.utf8)) }
            return ObjectList(objects: decoded.map(ClusterObject.ingress))
        }
        return api
    }
}
