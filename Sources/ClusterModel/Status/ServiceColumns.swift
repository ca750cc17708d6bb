/// The columns of `kubectl get services`, by `printService` in Kubernetes' printers.go.
extension Service {
    package var clusterIPText: String { clusterIPs.first ?? "<none>" }

    package var externalIPText: String {
        switch type {
        case .clusterIP, .nodePort:
            return externalIPs.isEmpty ? "<none>" : externalIPs.joined(separator: ",")
        case .loadBalancer: return externalAddresses.isEmpty ? "<pending>" : externalAddresses.joined(separator: ",")
        case .externalName: return externalName
        case .other: return "<unknown>"
        }
    }

    /// Of a load balancer.
    var externalAddresses: [String] {
        let balancer = loadBalancer.text
        return (balancer.isEmpty ? [] : [balancer]) + externalIPs
    }

    package var portsText: String {
        ports.isEmpty ? "<none>" : ports.map(\.text).joined(separator: ",")
    }

    package var selectorText: String { selector.isEmpty ? "<none>" : selector.labelText }
}

extension ServicePort {
    /// "80/TCP", or "80:31234/TCP" with a node port.
    package var text: String {
        nodePort > 0 ? "\(port):\(nodePort)/\(transport)" : "\(port)/\(transport)"
    }
}

extension [LoadBalancerAddress] {
    /// Each address once, sorted, joined by commas; empty for none. Also narrow tables have it in full: the API server
    /// prints all tables as wide ones, and kubectl only leaves columns out.
    var text: String {
        let addresses = Set(map { $0.ip.isEmpty ? $0.hostname : $0.ip }).subtracting([""])
        return addresses.sorted().joined(separator: ",")
    }
}
