import FoundationEssentials

extension DemoCluster {
    /// What the made-up API server answers about what is not watched.
    func answer(to inquiry: Inquiry) -> Answer {
        switch inquiry {
        case .traefik: .traefik(TraefikVersion(3, 5))
        case .ingressClasses: .ingressClasses(["traefik"])
        case .middleware("default-redirect-https"): .middleware(Self.redirect)
        case .middleware: .absent
        case .secret(let name): hasSecret(name) ? .exists : .absent
        case .service(let name):
            cluster.services.values.contains { $0.metadata.objectName == name } ? .exists : .absent
        case .issuance(let namespace): .issuance(issuance(in: namespace))
        case .issuer(let name): name == Self.issuer ? .issuer([Condition(type: "Ready", status: "True")]) : .absent
        }
    }

    private static let issuer = ObjectName(namespace: "", name: "letsencrypt-prod")

    private static let redirect = FoundMiddleware(
        name: ObjectName(namespace: "default", name: "redirect-https"),
        spec: MiddlewareSpec(types: ["redirectScheme"]), groups: .newer)

    /// What an ingress shows has a secret, unless cert-manager still waits for it.
    private func hasSecret(_ name: ObjectName) -> Bool {
        guard name.namespace == DemoSeedbox.namespace else { return false }
        if name.name == DemoSeedbox.passwords { return true }
        let isNamed = cluster.ingresses.values.contains { $0.tls.contains { $0.secretName == name.name } }
        return isNamed
            && !cluster.certificates.values.contains { $0.secretName == name.name && !$0.conditions.isTrue("Ready") }
    }

    private func issuance(in namespace: String) -> Issuance {
        var issuance = Issuance()
        for certificate in cluster.certificates.values.sorted(by: { $0.name < $1.name })
        where certificate.metadata.namespace == namespace && !certificate.conditions.isTrue("Ready") {
            issuance.add(certificate)
        }
        return issuance
    }
}

extension Issuance {
    /// A host that the DNS does not know: Let's Encrypt's challenge cannot be met.
    fileprivate mutating func add(_ certificate: Certificate) {
        let host = certificate.dnsNames.first ?? ""
        var request = IssuanceStep(metadata: step("1", of: certificate, owner: certificate.metadata))
        request.metadata.annotations = ["cert-manager.io/certificate-name": certificate.name]
        request.conditions = [Condition(type: "Ready", status: "False", reason: "Pending")]
        var order = IssuanceStep(metadata: step("1-2239532459", of: certificate, owner: request.metadata))
        order.state = "pending"
        var challenge = IssuanceStep(metadata: step("1-2239532459-916380436", of: certificate, owner: order.metadata))
        challenge.host = host
        challenge.state = "pending"
        challenge.reason =
            "Waiting for HTTP-01 challenge propagation: failed to perform self check GET request "
            + "'http://\(host)/.well-known/acme-challenge/YlmYYtLVs5GoaSlfsRPws9r79p8DQZUttFuKo9lfMew': Get "
            + "\"http://\(host)/.well-known/acme-challenge/YlmYYtLVs5GoaSlfsRPws9r79p8DQZUttFuKo9lfMew\": "
            + "dial tcp: lookup \(host) on 10.43.0.10:53: no such host"
        requests.append(request)
        orders.append(order)
        challenges.append(challenge)
    }

    private func step(_ suffix: String, of certificate: Certificate, owner: Metadata) -> Metadata {
        let name = "\(certificate.name)-\(suffix)"
        return Metadata(
            name: name, namespace: owner.namespace, uid: "\(certificate.uid)-\(suffix)",
            ownerReferences: [OwnerReference(kind: "", name: owner.name, uid: owner.uid)])
    }
}
