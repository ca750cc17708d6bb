package import FoundationEssentials

/// A certificate (cert-manager.io/v1), as far as kstop reads it; the secret that it is kept in is never read.
package struct Certificate: Resource {
    package static let kind = ResourceKind.certificates

    package var metadata: Metadata
    package var secretName = ""
    /// May begin with a wildcard for one label.
    package var dnsNames: [String] = []
    package var issuer = ""
    /// "ClusterIssuer", "Issuer"; empty for the issuers of others.
    package var issuerKind = ""
    /// Nil until it has been issued.
    package var notAfter: Date?
    package var conditions: [Condition] = []
}

extension Certificate: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }
    private struct Spec: Decodable {
        var secretName: String?
        var dnsNames: [String]?
        var commonName: String?
        var issuerRef: Issuer?
        struct Issuer: Decodable { var name: String?, kind: String?, group: String? }
    }
    private struct Status: Decodable { var notAfter: Date?, conditions: [Condition]? }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        metadata = try fields.decode(Metadata.self, forKey: .metadata)
        let spec = try fields.decodeIfPresent(Spec.self, forKey: .spec)
        secretName = spec?.secretName ?? ""
        dnsNames = spec?.dnsNames ?? [spec?.commonName].compactMap(\.self)
        issuer = spec?.issuerRef?.name ?? ""
        if ["", "cert-manager.io"].contains(spec?.issuerRef?.group ?? "") {
            issuerKind = spec?.issuerRef?.kind ?? "Issuer"
        }
        let status = try fields.decodeIfPresent(Status.self, forKey: .status)
        notAfter = status?.notAfter
        conditions = status?.conditions ?? []
    }
}
