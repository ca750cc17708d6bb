import ClusterModel
import TUI
import Words

extension Writer {
    /// What each network policy selects, and who may connect to that.
    func policies(_ policies: [NetworkPolicy]) -> Section {
        let lines = policies.flatMap { policy in
            let selector = policy.podSelector
            let selected = selector.isEmpty ? styled(Phrase("all pods")) : StyledText(selector.text)
            return paragraph(StyledText(policy.name))
                + Grid(
                    rows: [[styled(Phrase("selects"), .quiet), selected]]
                        + admitted(by: policy).enumerated().map { index, peer in
                            [index == 0 ? styled(Phrase("lets in"), .quiet) : StyledText(), peer]
                        }, indent: 5
                ).lines(width: width)
        }
        return section(Phrase("Network policies"), of: .networkPolicies, lines)
    }

    private func admitted(by policy: NetworkPolicy) -> [StyledText] {
        guard policy.isolatesIngress else { return [styled(Phrase("everyone: it is about what pods may reach"))] }
        if policy.ingress.isEmpty { return [styled(Phrase("nobody"))] }
        return policy.ingress.flatMap { rule in
            let peers = rule.from.isEmpty ? [Phrase("everyone")] : rule.from.map(phrase)
            let ports = rule.ports.map(\.text).joined(separator: ", ")
            return peers.map { peer in styled(ports.isEmpty ? peer : Phrase("\(peer) to port \(ports)")) }
        }
    }

    private func phrase(_ peer: NetworkPolicy.Peer) -> Phrase {
        if peer.hasIPBlock { return Phrase("a range of addresses") }
        let pods = peer.podSelector.map { $0.isEmpty ? Phrase("all pods") : Phrase("pods with \($0.text)") }
        guard let namespaces = peer.namespaceSelector else { return pods ?? Phrase("nobody") }
        let everyPod = pods ?? Phrase("all pods")
        return namespaces.isEmpty
            ? Phrase("\(everyPod) of all namespaces") : Phrase("\(everyPod) of namespaces with \(namespaces.text)")
    }
}

extension NetworkPolicy.Port {
    /// "3306/TCP", "8000-8100/UDP", "*/TCP".
    fileprivate var text: String {
        let first = port?.text ?? "*"
        return "\(endPort.map { "\(first)-\($0)" } ?? first)/\(transport)"
    }
}
