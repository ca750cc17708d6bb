import ClusterModel
import Words

/// What a cluster answers, and what its user may do there.
struct ClusterExamination: Sendable {
    var api: ClusterAPI
    var session: Session
    /// Of Kubernetes; nil if it is not known.
    var version: String?

    /// Nothing more is asked of an API server that does not answer.
    func examinations() async -> [Examination] {
        let served: Set<String>
        do throws(APIError) {
            served = try await api.servedVersions()
        } catch {
            let advice = Phrase("is the cluster running? on a kubeseed box: systemctl status k3s")
            return [Examination(title: Self.title, findings: [.failing(error.text, advice)])]
        }
        let answer = Phrase("the API server answers") + Phrase(verbatim: version.map { ": Kubernetes \($0)" } ?? "")
        let cluster = [.well(answer)] + (await nodes()) + [await metrics()] + others(served)
        return [
            Examination(title: Self.title, findings: cluster),
            Examination(title: Phrase("Rights"), findings: await rights(served)),
        ]
    }

    private static let title = Phrase("Cluster")

    /// Listed to see whether they may be: no namespace's rules tell what may be done outside of all namespaces.
    private func nodes() async -> [Finding] {
        let nodes: [Node]
        do throws(APIError) {
            nodes = try await api.objects(.nodes, "").objects.compactMap { object in
                if case .node(let node) = object { node } else { nil }
            }
        } catch {
            return [.limited(error.text, Phrase("without nodes the first line lacks their state and load"))]
        }
        let troubles = nodes.compactMap(trouble)
        let count = Phrase(count: nodes.count, one: "1 node", other: "\(nodes.count) nodes")
        return troubles.isEmpty ? [.well(count)] : troubles
    }

    private func trouble(_ node: Node) -> Finding? {
        guard node.statusText != "Ready" else { return nil }
        let name = Phrase("node \(node.name) is \(node.statusText)")
        let message = node.conditions.last { $0.type == "Ready" && $0.status != "True" }?.message ?? ""
        return .limited(
            message.isEmpty ? name : Phrase("\(name): \(message)"),
            Phrase("no pods are started there; on a kubeseed box: systemctl status k3s"))
    }

    private func metrics() async -> Finding {
        for await change in api.metrics(session.namespace) {
            guard case .absent(let absence) = change else { break }
            let advice = Phrase("k3s brings a metrics server, unless it was disabled; without, there is no CPU and MEM")
            return .limited(absence.phrase, advice)
        }
        return .well(Phrase("the metrics server answers"))
    }

    /// What is not part of Kubernetes.
    private func others(_ served: Set<String>) -> [Finding] {
        let traefik: [ResourceKind] = [.middlewares, .containoMiddlewares]
        let groups = traefik.filter { $0.isServed(among: served) }.flatMap(\.apiVersions).filter(served.contains)
        let certificates = ResourceKind.certificates.apiVersions.filter(served.contains)
        return [
            certificates.isEmpty
                ? .limited(Phrase("no cert-manager: how long certificates are good is not known"))
                : .well(Phrase(verbatim: "cert-manager: \(certificates.joined(separator: ", "))")),
            groups.isEmpty
                ? .limited(Phrase("no Traefik middlewares: who is let in is not known"))
                : .well(Phrase(verbatim: "Traefik: \(groups.joined(separator: ", "))")),
        ]
    }

    private func rights(_ served: Set<String>) async -> [Finding] {
        do throws(APIError) {
            let namespace = session.homeNamespace
            let rules = try await api.accessRules(namespace)
            var findings = readingFindings(rules, served: served, namespace)
            if rules.isIncomplete {
                findings.append(.limited(Phrase("the API server cannot tell all rights: more may be allowed")))
            }
            if session.isReadOnly { return findings }
            findings += actionFindings(rules, namespace)
            let tokenRules = try await api.accessRules(session.tokenRequest.namespace)
            return findings + [tokenFinding(tokenRules, session.tokenRequest)]
        } catch {
            return [.limited(Phrase("the API server does not tell what is allowed: \(error.text)"))]
        }
    }
}
