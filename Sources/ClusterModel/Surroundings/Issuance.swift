import FoundationEssentials
import Words

/// What cert-manager has under way in a namespace.
package struct Issuance: Equatable, Sendable {
    package var requests: [IssuanceStep] = []
    package var orders: [IssuanceStep] = []
    package var challenges: [IssuanceStep] = []

    package init() {}
}

/// A step on the way to a certificate: a CertificateRequest (cert-manager.io/v1), an Order or a Challenge
/// (acme.cert-manager.io/v1), as far as kstop reads them.
package struct IssuanceStep: Equatable, Sendable {
    package var metadata: Metadata
    /// Of a challenge: the host that is to be shown to be the owner's.
    package var host = ""
    /// Of a challenge: "HTTP-01" or "DNS-01".
    package var type = ""
    /// Of orders and challenges: "pending", "errored", "valid" …
    package var state = ""
    /// Of orders and challenges: why they are not done.
    package var reason = ""
    /// Of requests.
    package var conditions: [Condition] = []
}

extension IssuanceStep: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }
    private struct Spec: Decodable { var dnsName: String?, type: String? }
    private struct Status: Decodable { var state: String?, reason: String?, conditions: [Condition]? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        let spec = try fields.decodeIfPresent(Spec.self, forKey: .spec)
        host = spec?.dnsName ?? ""
        type = spec?.type ?? ""
        let status = try fields.decodeIfPresent(Status.self, forKey: .status)
        state = status?.state ?? ""
        reason = status?.reason ?? ""
        conditions = status?.conditions ?? []
    }

    fileprivate func isOwned(by owner: IssuanceStep) -> Bool {
        metadata.ownerReferences.contains { $0.uid == owner.metadata.uid }
    }
}

/// Why cert-manager has not made a certificate.
struct IssuanceTrouble: Equatable {
    /// That the issuer is not there or not ready; nothing where the words tell all.
    var who: Phrase
    /// In the words of cert-manager or of the issuer, without what surrounds them.
    var words: String
    /// What that usually means; nil if nobody knows.
    var meaning: Phrase?
}

extension Certificate {
    /// Looked for on the way from the certificate to its newest request, that one's order, and the order's challenges;
    /// an issuer that cannot work comes first. Nil if nothing of that says why, or nothing is known.
    func trouble(_ answers: [Inquiry: Answer]) -> IssuanceTrouble? {
        if let trouble = issuerTrouble(answers) { return trouble }
        guard case .issuance(let issuance)? = answers[.issuance(namespace: metadata.namespace)],
            let request = newestRequest(in: issuance)
        else { return nil }
        let orders = issuance.orders.filter { $0.isOwned(by: request) }
        let challenges = issuance.challenges.filter { challenge in orders.contains { challenge.isOwned(by: $0) } }
        if let challenge = challenges.first(where: { $0.state != "valid" && !$0.reason.isEmpty }) {
            let words = withoutRequest(challenge.reason)
            let meaning = meaning(of: words, challenge.host, isOfHTTP: challenge.type != "DNS-01")
            return IssuanceTrouble(who: .nothing, words: words, meaning: meaning)
        }
        if let order = orders.first(where: { $0.state != "valid" && !$0.reason.isEmpty }) {
            let words = withoutPreamble(order.reason)
            let meaning = meaning(of: words, dnsNames.first ?? "", isOfHTTP: false)
            return IssuanceTrouble(who: .nothing, words: words, meaning: meaning)
        }
        guard let condition = request.conditions.first(type: "Ready"), condition.status == "False" else { return nil }
        return IssuanceTrouble(who: .nothing, words: condition.message)
    }

    private func issuerTrouble(_ answers: [Inquiry: Answer]) -> IssuanceTrouble? {
        guard let inquiry = issuerInquiry else { return nil }
        let who = Phrase(verbatim: "\(issuerKind) \(issuer)")
        switch answers[inquiry] {
        case .absent: return IssuanceTrouble(who: Phrase("\(who) does not exist"), words: "")
        case .issuer(let conditions):
            guard let condition = conditions.first(type: "Ready"), condition.status == "False" else { return nil }
            let isAway = ["connection refused", "i/o timeout", "no such host"].contains {
                condition.message.contains($0)
            }
            return IssuanceTrouble(
                who: Phrase("\(who) is not ready"), words: condition.message,
                meaning: isAway ? Phrase("the cluster cannot reach the issuer's server") : nil)
        default: return nil
        }
    }

    private func newestRequest(in issuance: Issuance) -> IssuanceStep? {
        let own = issuance.requests.filter { request in
            request.metadata.annotations["cert-manager.io/certificate-name"] == name
                || request.metadata.ownerReferences.contains { !$0.uid.isEmpty && $0.uid == uid }
        }
        return own.max { $0.revision < $1.revision }
    }

    /// Nil for an issuer that is not cert-manager's own.
    var issuerInquiry: Inquiry? {
        switch issuerKind {
        case "ClusterIssuer": .issuer(ObjectName(namespace: "", name: issuer))
        case "Issuer": .issuer(ObjectName(namespace: metadata.namespace, name: issuer))
        default: nil
        }
    }

    /// Since when it is not ready; nil if nobody says so.
    var notReadySince: Date? {
        guard let condition = conditions.first(type: "Ready"), condition.status != "True" else { return nil }
        return condition.lastTransitionTime ?? metadata.creationTimestamp
    }
}

extension IssuanceStep {
    fileprivate var revision: Int { Int(metadata.annotations["cert-manager.io/certificate-revision"] ?? "") ?? 0 }
}

/// Without the request that Go repeats in its error, whose path is a secret of sorts: `… Get "http://…": dial tcp: …`.
private func withoutRequest(_ reason: String) -> String {
    let reason = withoutPreamble(reason)
    guard let get = reason.firstRange(of: "Get \""), let end = reason[get.upperBound...].firstRange(of: "\": ") else {
        return reason
    }
    return String(reason[end.upperBound...])
}

/// Without what all reasons of the kind begin with.
private func withoutPreamble(_ reason: String) -> String {
    for preamble in ["Waiting for HTTP-01 challenge propagation: ", "Waiting for DNS-01 challenge propagation: "]
    where reason.hasPrefix(preamble) {
        return String(reason.dropFirst(preamble.count))
    }
    // Problems of one name each follow, which say the same again.
    return reason.firstRange(of: "; subproblems:").map { String(reason[..<$0.lowerBound]) } ?? reason
}

/// What the words of a challenge or an order usually mean.
private func meaning(of words: String, _ host: String, isOfHTTP: Bool) -> Phrase? {
    func say(_ signs: String...) -> Bool { signs.contains { words.contains($0) } }
    if say("no such host", "NXDOMAIN", "no valid A records") { return Phrase("\(host) has no DNS record") }
    let isUnreached = say("connection refused", "i/o timeout", "Timeout during connect", "no route to host")
    if isOfHTTP, isUnreached || say("deadline exceeded") {
        return Phrase("usually port 80 of \(host) is closed, or its DNS record points elsewhere")
    }
    if isOfHTTP, say("wrong status code", "Invalid response from", "did not return the expected") {
        return Phrase("usually the DNS record of \(host) points elsewhere, or the solver pod is not running")
    }
    if say("rateLimited", "too many certificates") {
        return Phrase("the issuer's rate limit is reached; cert-manager retries later")
    }
    if say("rejectedIdentifier") { return Phrase("the issuer refuses to issue for \(host)") }
    return nil
}
