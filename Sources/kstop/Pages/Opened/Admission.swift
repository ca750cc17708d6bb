import ClusterModel
import TUI
import Words

// Who is let in.
extension Writer {
    /// What visitors must show, and the middlewares that ask for it.
    func admission(to ingress: Ingress, in application: Application?) -> Section {
        let rows = ingress.middlewares(in: model.cluster).map(row)
        let verdict = application?.authentications[ingress.uid].map(words(on:)) ?? StyledText()
        return section(
            Phrase("Who is let in"),
            (verdict.width == 0 ? [] : paragraph(verdict)) + (rows.isEmpty ? [] : Grid(rows: rows).lines(width: width)))
    }

    private func words(on authentication: Authentication) -> StyledText {
        switch authentication {
        case .none: styled(Phrase("everyone who can reach this address"), .warning)
        case .basic: styled(Phrase("who knows a name and its password"))
        case .oauth: styled(Phrase("who has signed in with an account that is allowed"))
        case .other: styled(Phrase("those whom its middlewares let pass"))
        }
    }

    private func row(_ middleware: NamedMiddleware) -> [StyledText] {
        let name = StyledText(middleware.name)
        switch middleware.knowledge {
        case .known(let spec):
            let meanings = spec.types.map { meaning(of: $0, spec) }
            return [name, StyledText(spec.types.joined(separator: ", "), .quiet), meanings.joined(separator: "; ")]
        case .missing:
            return [name, StyledText(), styled(Phrase("does not exist: the controller drops the route"), .failed)]
        case .unread:
            return [name, StyledText(), styled(Phrase("the running Traefik ignores it and drops the route"), .failed)]
        case .unknown: return [name, StyledText(), styled(Phrase("not to be read from here"), .quiet)]
        }
    }

    private func meaning(of type: String, _ spec: MiddlewareSpec) -> StyledText {
        let phrase: Phrase? =
            switch type {
            case "basicAuth", "digestAuth": Phrase("asks for a name and a password")
            case "forwardAuth": Phrase("asks another service whether a visitor has signed in")
            case "ipAllowList", "ipWhiteList": Phrase("lets only some addresses in")
            case "inFlightReq", "rateLimit": Phrase("limits how many requests pass")
            case "redirectScheme": Phrase("sends plain http on to https")
            case "headers": Phrase("changes headers")
            case "chain": Phrase("passes \(spec.members.map(\.name).joined(separator: ", "))")
            default: nil
            }
        return phrase.map { styled($0, .quiet) } ?? StyledText()
    }

    /// What certificate each host is shown with.
    func tls(_ ingress: Ingress) -> Section {
        section(
            Phrase("TLS"), titles: ["HOSTS", "SECRET", "CERTIFICATE"],
            ingress.tls.map { tls in
                let certificate = model.cluster.certificates.values.first { certificate in
                    certificate.secretName == tls.secretName && !tls.secretName.isEmpty
                        && certificate.metadata.namespace == ingress.metadata.namespace
                }
                let hosts = tls.hosts.isEmpty ? "*" : tls.hosts.joined(separator: ", ")
                let secret =
                    tls.secretName.isEmpty
                    ? styled(Phrase("default certificate"), .quiet) : StyledText(tls.secretName)
                return [StyledText(hosts, .accent), secret, certificate.map(standing(of:)) ?? ignorance]
            })
    }

    /// What is said of a certificate that is not there.
    private var ignorance: StyledText {
        guard case .forbidden(let message) = model.cluster.source(.certificates) else { return StyledText() }
        return styled(Phrase("forbidden: \(message)"), .warning)
    }

    func certificates(_ certificates: [Certificate]) -> Section {
        section(
            Phrase("Certificates"), of: .certificates, titles: ["NAME", "", "ISSUER", "NAMES"],
            certificates.map { certificate in
                [
                    StyledText(certificate.name), standing(of: certificate), StyledText(certificate.issuer, .quiet),
                    StyledText(certificate.dnsNames.joined(separator: ", "), .quiet),
                ]
            })
    }

    /// How long it is good, and why not.
    private func standing(of certificate: Certificate) -> StyledText {
        let standing = certificate.standing(at: model.now)
        let days = standing.days ?? 0
        switch standing.state {
        case .valid where standing.days == nil: return styled(Phrase("valid"), .quiet)
        case .valid: return styled(Phrase("valid \(days)d"), .quiet)
        case .expiring: return styled(Phrase("expires in \(days)d"), .warning, bold: true)
        case .expired: return styled(Phrase("expired \(-days)d ago"), .failed, bold: true)
        case .notReady:
            return styled(certificate.text(at: model.now, model.cluster.answers), .warning, bold: true)
        }
    }
}
