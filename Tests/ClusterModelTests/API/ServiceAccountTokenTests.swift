import Expectations
import FakeAPIServer
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct ServiceAccountTokenTests {
    private static let request = TokenRequest(namespace: "kubernetes-dashboard", account: "admin-user")

    @Test("the token comes with the server's own expiration, and shows in no description")
    func created() async throws {
        let answer = #"{"status":{"token":"SECRET","expirationTimestamp":"2026-11-23T08:12:01Z"}}"#
        let server = FakeServer([.json(answer, status: "201 Created")])
        let token = try await ask(server)
        #expect(token.secret == "SECRET" && token.expiration.timeIntervalSince1970 == 1_795_421_521)
        var dumped = "\(token)" + String(reflecting: token)
        dump(Optional([token]), to: &dumped)
        #expect(!dumped.contains("SECRET"))
        let request = try #require(server.requests.first)
        let path = "/api/v1/namespaces/kubernetes-dashboard/serviceaccounts/admin-user/token"
        #expect(request.hasPrefix("POST \(path) HTTP/1.1"))
        #expect(
            request.hasSuffix(
                #"{"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","spec":{"expirationSeconds":3600}}"#))
    }

    @Test(
        "an answer that cannot be read does not show in the error",
        arguments: [
            #"{"status":{"token":"SECRET","expirationTimestamp":"SECRET"}}"#, #"{"status":{"token":"SECRET"}}"#,
            #"{"status":"SECRET"}"#, #"{"status":{"token":"SECRET"#,
        ])
    func unreadable(_ answer: String) async throws {
        let error = await thrown(APIError.self) { try await ask(FakeServer([.json(answer)])) }
        var dumped = ""
        dump(try #require(error), to: &dumped)
        #expect(!dumped.contains("SECRET"))
    }

    @Test("it says which is missing, the namespace or the service account")
    func missing() async {
        await expect(
            "the dashboard is not installed: no namespace kubernetes-dashboard",
            [.status(404, "NotFound"), .status(404, "NotFound")])
        await expect(
            "service account admin-user is missing in namespace kubernetes-dashboard",
            [.status(404, "NotFound"), .json("{}")])
        await expect("you may not", [.status(403, "Forbidden", "you may not")])
    }

    private func expect(_ words: String, _ answers: [FakeServer.Answer]) async {
        let error = await thrown(APIError.self) { try await ask(FakeServer(answers)) }
        #expect(error?.text.english == words)
    }

    private func ask(_ server: FakeServer) async throws -> Token {
        try await ClusterAPI.over(server.client, refresh: 5).token(Self.request)
    }
}
