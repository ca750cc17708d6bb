/// The columns of `kubectl get services`, by `printService` in Kubernetes' printers.go.
extension Service {
    package var clusterIPText: String { clusterIPs.first ?? "<none>" }

    package var externalIPText: String { externalIPText(balancer: loadBalancer.shortText) }

    /// EXTERNAL-IP with `-o wide`: not shortened.
    package var wideExternalIPText: String { externalIPText(balancer: loadBalancer.text) }

    package var portsText: String {
        ports.isEmpty ? "<none>" : ports.map(\.text).joined(separator: ",")
    }

    package var selectorText: String { selector.isEmpty ? "<none>" : selector.labelText }

    private func externalIPText(balancer: String) -> String {
        switch type {
        case .clusterIP, .nodePort:
            return externalIPs.isEmpty ? "<none>" : externalIPs.joined(separator: ",")
        case .loadBalancer:
            let addresses = (balancer.isEmpty ? [] : [balancer]) + externalIPs
            return addresses.isEmpty ? "<pending>" : addresses.joined(separator: ",")
        case .externalName: return externalName
        case .other: return "<unknown>"
        }
    }
}

extension ServicePort {
    /// "80/TCP", or "80:31234/TCP" with a node port.
    package var text: String {
        nodePort > 0 ? "\(port):\(nodePort)/\(transport)" : "\(port)/\(transport)"
    }
}

extension [LoadBalancerAddress] {
    /// Each address once, sorted, joined by commas; empty for none.
    var text: String {
        let addresses = Set(map { $0.ip.isEmpty ? $0.hostname : $0.ip }).subtracting([""])
        return addresses.sorted().joined(separator: ",")
    }

    /// At most 16 characters, as kubectl shortens it without `-o wide`.
    var shortText: String { text.utf8.count > 16 ? "\(text.prefix(13))..." : text }
}
