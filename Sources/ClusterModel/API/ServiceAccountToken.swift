import FoundationEssentials
import Words

/// `kubectl create token` for one service account. The answer to it appears in no error.
struct ServiceAccountToken: Sendable {
    let request: TokenRequest
    let client: APIClient

    private struct Answer: Decodable {
        var status: Status
        struct Status: Decodable { var token: String, expirationTimestamp: Date }
    }

    func ask() async throws(APIError) -> Token {
        let path = try APIPath("v1", "namespaces", request.namespace, "serviceaccounts", request.account, "token")
        let body =
            #"{"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","#
            + #""spec":{"expirationSeconds":\#(request.duration)}}"#
        let post = HTTPRequest(method: .post, path: path, contentType: "application/json", body: body)
        do throws(APIError) {
            let status = try await client.value(Answer.self, post).status
            return Token(secret: status.token, expiration: status.expirationTimestamp)
        } catch {
            throw error.isNotFound ? await explained(error) : error
        }
    }

    /// Says which of the two is missing.
    private func explained(_ error: APIError) async -> APIError {
        let hasNamespace = try? await client.hasNamespace(request.namespace)
        if hasNamespace == false {
            return .missing(Phrase("the dashboard is not installed: no namespace \(request.namespace)"))
        }
        return .missing(
            Phrase("service account \(request.account) is missing in namespace \(request.namespace)"))
    }
}
