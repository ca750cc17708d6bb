import CSystem
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

    /// From here on no core dump of this process is written, and no other process may look into its memory.
    /// - Throws: `malformed` also for what is no token, and might be obeyed where it is written or pasted.
    func ask() async throws(APIError) -> Token {
        _ = cs_forbid_core_dumps()
        let path = try APIPath("v1", "namespaces", request.namespace, "serviceaccounts", request.account, "token")
        let body =
            #"{"apiVersion":"authentication.k8s.io/v1","kind":"TokenRequest","#
            + #""spec":{"expirationSeconds":\#(request.duration)}}"#
        let post = HTTPRequest(method: .post, path: path, contentType: "application/json", body: body)
        do throws(APIError) {
            let status = try await client.value(Answer.self, post).status
            guard isToken(status.token) else { throw .malformed(Phrase("a token that is none")) }
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

/// Whether a text has the form of a bearer token (RFC 6750).
private func isToken(_ text: String) -> Bool {
    !text.isEmpty
        && text.utf8.allSatisfy { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar.properties.isAlphabetic && scalar.isASCII || "0123456789-._~+/=".utf8.contains(byte)
        }
}
