import Words

/// The certificate that a host is shown with.
///
/// What is wrong with it, from the worst: an expired one is broken, since browsers turn visitors away. One that is
/// not ready, does not name the host, expires soon or was never made is doubtful: the controller goes on with what
/// the secret holds, or with its own certificate. Secrets are never read, so one without a certificate of
/// cert-manager counts as good, unless the ingress asks cert-manager for it.
func tlsLink(_ ingress: Ingress, _ host: String, _ survey: Survey) -> (link: Link, fault: Fault?) {
    let words = host.isEmpty ? Phrase("every host") : Phrase(verbatim: host)
    guard let tls = ingress.tls(covering: host) else { return (uncovered(ingress, words, survey), nil) }
    if tls.secretName.isEmpty { return (ownCertificateLink(ingress, words), nil) }
    let secret = ObjectName(namespace: ingress.metadata.namespace, name: tls.secretName)
    let answers = survey.index.cluster.answers
    let isMissing = ingress.isForTraefik(answers) && answers[.secret(secret)] == .absent
    guard let certificate = survey.index.certificates.certificate(in: secret) else {
        let link = secretLink(secret, ingress, host, words, survey)
        return isMissing ? missingSecret(secret, words, link.state == .doubtful ? link.detail : .nothing) : (link, nil)
    }
    let text = certificate.text(at: survey.now, answers)
    let standing = certificate.standing(at: survey.now)
    let name = tls.secretName
    if isMissing {
        let why = standing.state == .notReady ? Phrase("certificate \(certificate.name) is \(text)") : .nothing
        return missingSecret(secret, words, why)
    }
    if standing.state == .expired {
        let why = Phrase("certificate \(certificate.name) \(text): browsers refuse \(words)").sentence
        return (Link(.tls, .broken, named: name, detail: text), Fault(status: Phrase("expired"), why: why))
    }
    if standing.state == .notReady { return (Link(.tls, .doubtful, named: name, detail: text), nil) }
    if !host.isEmpty, !certificate.dnsNames.isEmpty, !certificate.covers(host) {
        let names = certificate.dnsNames.prefix(3).joined(separator: ", ")
        return (Link(.tls, .doubtful, named: name, detail: Phrase("is for \(names), not for \(host)")), nil)
    }
    return (Link(.tls, standing.state == .valid ? .ok : .doubtful, named: name, detail: text), nil)
}

/// Traefik shows its own certificate for want of the one in the secret, whatever cert-manager says.
/// - Parameter why: why it is not there; may be nothing.
private func missingSecret(_ secret: ObjectName, _ words: Phrase, _ why: Phrase) -> (Link, Fault?) {
    let missing = Phrase("secret \(secret.name) does not exist")
    let reason = why == .nothing ? missing : why
    let sentence = Phrase("browsers reject \(words) unless Traefik's default certificate was replaced: \(reason)")
        .sentence
    let detail = Phrase("Traefik's default certificate: \(reason)")
    return (
        Link(.tls, .doubtful, named: secret.name, detail: detail),
        Fault(status: Phrase("no certificate"), why: sentence, isPassable: true)
    )
}

/// The certificate that Traefik gets, or shows for want of another.
private func ownCertificateLink(_ ingress: Ingress, _ words: Phrase) -> Link {
    if let resolver = ingress.certificateResolver {
        return Link(.tls, .ok, named: resolver, detail: Phrase("Traefik itself gets a certificate for \(words)"))
    }
    let detail = Phrase("browsers refuse it, unless it was replaced")
    return Link(.tls, .doubtful, Phrase("default certificate"), detail: detail)
}

/// For a host that no part of `spec.tls` covers. Traefik's entry point websecure has TLS of its own.
private func uncovered(_ ingress: Ingress, _ words: Phrase, _ survey: Survey) -> Link {
    if ingress.hasRouterTLS { return ownCertificateLink(ingress, words) }
    let isSecureToo = ingress.isForTraefik(survey.index.cluster.answers) && ingress.entryPoints.isEmpty
    let schemes = isSecureToo ? Phrase("plain http, or https with Traefik's default certificate") : Phrase("plain http")
    guard let other = ingress.tls.first else {
        return Link(.tls, .doubtful, Phrase("none"), detail: Phrase("no TLS: \(schemes)"))
    }
    return Link(.tls, .doubtful, named: other.secretName, detail: Phrase("does not cover \(words): \(schemes)"))
}

/// A secret that no certificate of cert-manager is kept in.
private func secretLink(
    _ secret: ObjectName, _ ingress: Ingress, _ host: String, _ words: Phrase, _ survey: Survey
) -> Link {
    guard ingress.asksForCertificate else {
        return Link(.tls, .ok, named: secret.name, detail: Phrase("covers \(words)"))
    }
    let reading = survey.reading(.certificates)
    guard reading == .complete else {
        return Link(.tls, .unknown, named: secret.name, detail: reading.text(.certificates))
    }
    if let other = survey.index.certificates.certificate(for: host, namespace: secret.namespace) {
        let detail = Phrase("certificate \(other.name) is kept in \(other.secretName) instead")
        return Link(.tls, .doubtful, named: secret.name, detail: detail)
    }
    return Link(.tls, .doubtful, named: secret.name, detail: Phrase("cert-manager has no certificate for it"))
}

extension Ingress {
    /// Whether it tells cert-manager to make its certificates.
    fileprivate var asksForCertificate: Bool {
        ["cert-manager.io/cluster-issuer", "cert-manager.io/issuer", "kubernetes.io/tls-acme"].contains {
            metadata.annotations[$0] != nil
        }
    }
}
