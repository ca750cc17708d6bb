import Foundation
import Testing

@testable import ClusterModel

/// Why a real cert-manager had not issued six certificates, all of which say the same.
struct IssuanceTests {
    private static let causes: [(name: String, reason: String)] = [
        (
            "nodns-tls",
            "dial tcp: lookup nodns.seedbox.example on 10.255.255.53:53: no such host (nodns.seedbox.example "
                + "has no DNS record)"
        ),
        (
            "hosts404-tls",
            "wrong status code '503', expected '200' (usually the DNS record of hosts404.seedbox.example "
                + "points elsewhere, or the solver pod is not running)"
        ),
        (
            "blocked-tls",
            "Failed to create Order: 400 urn:ietf:params:acme:error:rejectedIdentifier: Order included an identifier "
                + "for which issuance is forbidden by policy: \"blocked.example\" (the issuer refuses to issue for "
                + "blocked.example)"
        ),
        ("noissuer-tls", "ClusterIssuer letsencrypt does not exist"),
        (
            "unready-tls",
            "ClusterIssuer unreachable is not ready: Failed to register ACME account: Get "
                + "\"https://127.0.0.1:14999/dir\": dial tcp 127.0.0.1:14999: connect: connection refused (the cluster "
                + "cannot reach the issuer's server)"
        ),
        (
            "token-tls",
            "ClusterIssuer cloudflare is not ready: failed to get secret \"cf-token\": secrets \"cf-token\" not found"
        ),
    ]

    @Test("the reason is found where it stands, with what it usually means", arguments: causes)
    func reasons(name: String, reason: String) throws {
        let certificate = try certificate(name)
        let since = try #require(certificate.notReadySince)
        let text = certificate.text(at: since + 16 * 60, try Self.answers())
        #expect("\(text)" == "not ready for 16m: \(reason)")
    }

    @Test("where only requests may be seen, theirs is the reason")
    func requestAlone() throws {
        var issuance = Issuance()
        issuance.requests = try Self.list("certificaterequests")
        let certificate = try certificate("noissuer-tls")
        let text = certificate.text(
            at: try #require(certificate.notReadySince) + 60, [.issuance(namespace: "certs"): .issuance(issuance)])
        #expect(
            "\(text)" == "not ready for 60s: Referenced \"ClusterIssuer\" not found: clusterissuer.cert-manager.io "
                + "\"letsencrypt\" not found")
    }

    @Test("what a port means is said of challenges over HTTP alone", arguments: ["HTTP-01", "DNS-01"])
    func challengeType(type: String) {
        var certificate = Certificate(metadata: Metadata(name: "a-tls", namespace: "x", uid: "a"))
        certificate.conditions = [Condition(type: "Ready", status: "False")]
        let owner = { (uid: String) in [OwnerReference(kind: "", name: "", uid: uid)] }
        var issuance = Issuance()
        issuance.requests = [IssuanceStep(metadata: Metadata(name: "r", uid: "r", ownerReferences: owner("a")))]
        issuance.orders = [IssuanceStep(metadata: Metadata(name: "o", uid: "o", ownerReferences: owner("r")))]
        var challenge = IssuanceStep(metadata: Metadata(name: "c", ownerReferences: owner("o")))
        (challenge.host, challenge.type) = ("a.example", type)
        challenge.reason = "Get \"http://a.example/key\": dial tcp 192.0.2.1:80: i/o timeout"
        issuance.challenges = [challenge]
        let meaning =
            type == "HTTP-01" ? " (usually port 80 of a.example is closed, or its DNS record points elsewhere)" : ""
        #expect(
            "\(certificate.text(at: noon, [.issuance(namespace: "x"): .issuance(issuance)]))"
                == "not ready: dial tcp 192.0.2.1:80: i/o timeout\(meaning)")
    }

    @Test("the newest request counts, and no other certificate's")
    func newest() throws {
        var certificate = Certificate(metadata: Metadata(name: "a-tls", namespace: "x", uid: "a"))
        certificate.conditions = [Condition(type: "Ready", status: "False", message: "Issuing")]
        let requests = [("a-tls", "9", "old"), ("a-tls", "10", "new"), ("b-tls", "11", "another's")].map {
            name, revision, words in
            var request = IssuanceStep(metadata: Metadata(name: "\(name)-\(revision)", namespace: "x"))
            request.metadata.annotations = [
                "cert-manager.io/certificate-name": name, "cert-manager.io/certificate-revision": revision,
            ]
            request.conditions = [Condition(type: "Ready", status: "False", message: words)]
            return request
        }
        var issuance = Issuance()
        issuance.requests = requests
        #expect("\(certificate.text(at: noon, [.issuance(namespace: "x"): .issuance(issuance)]))" == "not ready: new")
        #expect("\(certificate.text(at: noon, [:]))" == "not ready: Issuing")
    }

    @Test("objects that lack everything are read", arguments: ["{}", #"{"status":{}}"#, #"{"spec":{},"status":null}"#])
    func empty(rest: String) throws {
        let json = rest.replacing(
            "{", with: #"{"metadata":{"name":"x"}\#(rest == "{}" ? "" : ",")"#, maxReplacements: 1)
        let step = try Fixture.decode(IssuanceStep.self, json: Data(json.utf8))
        #expect(step == IssuanceStep(metadata: Metadata(name: "x")))
    }

    /// What the recorded API server would have answered to kstop.
    private static func answers() throws -> [Inquiry: Answer] {
        var issuance = Issuance()
        issuance.requests = try list("certificaterequests")
        issuance.orders = try list("orders")
        issuance.challenges = try list("challenges")
        var answers: [Inquiry: Answer] = [.issuance(namespace: "certs"): .issuance(issuance)]
        for name in ["letsencrypt", "letsencrypt-prod", "unreachable", "cloudflare"] {
            answers[.issuer(ObjectName(namespace: "", name: name))] = .absent
        }
        for issuer in try list("clusterissuers", of: RecordedIssuer.self) {
            answers[.issuer(ObjectName(namespace: "", name: issuer.metadata.name))] = .issuer(issuer.status.conditions)
        }
        return answers
    }

    private func certificate(_ name: String) throws -> Certificate {
        try #require(try Self.list("certificates", of: Certificate.self).first { $0.name == name })
    }

    private static func list(_ name: String) throws -> [IssuanceStep] { try list(name, of: IssuanceStep.self) }

    private static func list<Item: Decodable>(_ name: String, of type: Item.Type) throws -> [Item] {
        let file = Bundle.module.bundleURL.appending(path: "Fixtures/cert-manager/\(name).json")
        return try Fixture.decode(ReadableList<Item>.self, json: Data(contentsOf: file)).items
    }
}

private struct RecordedIssuer: Decodable {
    struct Status: Decodable { var conditions: [Condition] }
    var metadata: Metadata
    var status: Status
}
