import Expectations
import FakeAPIServer
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct RestartTests {
    private static let time = "2026-11-23T09:12:01+01:00"

    @Test("the request is kubectl's, byte by byte, bound to the object's UID")
    func request() async throws {
        let server = FakeServer([.json(deployment()), .json("{}")])
        try await restart(server)
        let body =
            #"{"metadata":{"uid":"u"},"spec":{"template":{"metadata":{"annotations":"#
            + #"{"kubectl.kubernetes.io/restartedAt":"2026-11-23T09:12:01+01:00"}}}}}"#
        let expected = """
            PATCH /apis/apps/v1/namespaces/seedbox/deployments/plex?fieldManager=kubectl-rollout HTTP/1.1\r
            Host: localhost\r
            User-Agent: kstop/\(Release.version)\r
            Accept: application/json\r
            Connection: close\r
            Content-Type: application/strategic-merge-patch+json\r
            Content-Length: \(body.utf8.count)\r
            \r
            \(body)
            """
        #expect(server.requests.last == expected)
    }

    @Test(
        "sets are restarted like deployments, and called by their own names",
        arguments: [
            ("StatefulSet", "statefulsets", "stateful set plex is gone"),
            ("DaemonSet", "daemonsets", "daemon set plex is gone"),
        ])
    func sets(kind: String, plural: String, gone: String) async throws {
        let server = FakeServer([.json(deployment()), .json("{}")])
        try await restart(server, kind: kind)
        #expect(server.requests.map { $0.prefix { $0 != " " } } == ["GET", "PATCH"])
        #expect(server.requests.allSatisfy { $0.contains("/apis/apps/v1/namespaces/seedbox/\(plural)/plex") })
        let error = await thrown(APIError.self) {
            try await restart(FakeServer([.status(404, "NotFound")]), kind: kind)
        }
        #expect(error?.text.english == gone)
    }

    @Test("kubectl's refusals, without a request that changes anything")
    func refusals() async {
        let cases: [(FakeServer.Answer, String)] = [
            (.json(deployment(uid: "other")), "deployment plex has been replaced"),
            (.status(404, "NotFound"), "deployment plex is gone"),
            (
                .json(deployment(paused: true)),
                #"deployments.apps "plex" can't restart paused deployment (run rollout resume first)"#
            ),
            (
                .json(deployment(restartedAt: Self.time)),
                "if restart has already been triggered within the past second,"
                    + " please wait before attempting to trigger another"
            ),
        ]
        for (answer, words) in cases {
            let server = FakeServer([answer])
            let error = await thrown(APIError.self) { try await restart(server) }
            guard case .notAsked(let reason) = error else {
                return #expect(Bool(false), "\(String(describing: error))")
            }
            #expect(reason.english == words)
            #expect(server.requests.count == 1)
        }
    }

    @Test("the server's words when it forbids")
    func forbidden() async {
        let server = FakeServer([.json(deployment()), .status(403, "Forbidden", "you cannot patch")])
        await #expect(throws: APIError.refused(code: 403, reason: "Forbidden", message: "you cannot patch")) {
            try await restart(server)
        }
    }

    @Test("a name cannot leave its place in the path", arguments: ["..", ".", ""])
    func hostileNames(_ name: String) async {
        await #expect(throws: APIError.notAsked(Phrase("invalid name \"\(name)\""))) {
            try await restart(FakeServer([]), name: name)
        }
    }

    private func restart(
        _ server: FakeServer, name: String = "plex", kind: String = "Deployment"
    ) async throws {
        var reference = try JSON.decoder().decode(ObjectReference.self, from: Data("{}".utf8))
        (reference.kind, reference.name, reference.namespace, reference.uid) = (kind, name, "seedbox", "u")
        try await Restart(workload: reference, client: server.client).run(at: Self.time)
    }

    private func deployment(uid: String = "u", paused: Bool = false, restartedAt: String = "") -> String {
        """
        {"metadata":{"name":"plex","uid":"\(uid)"},"spec":{"paused":\(paused),"template":{"metadata":
        {"annotations":{"kubectl.kubernetes.io/restartedAt":"\(restartedAt)"}}}}}
        """
    }
}
