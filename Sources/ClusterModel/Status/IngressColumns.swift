/// The columns of `kubectl get ingresses`, by `printIngress` in Kubernetes' printers.go.
extension Ingress {
    /// Without the annotation that kubeseed uses instead of the field, as kubectl does it.
    package var classText: String { className ?? "<none>" }

    package var hostsText: String {
        var hosts: [String] = []
        var hasMore = false
        for rule in rules {
            hasMore = hosts.count == 3
            if hasMore { break }
            if !rule.host.isEmpty { hosts.append(rule.host) }
        }
        if hosts.isEmpty { return "*" }
        let list = hosts.joined(separator: ",")
        return hasMore ? "\(list) + \(rules.count - 3) more..." : list
    }

    package var addressText: String { loadBalancer.text }

    /// All that it means is whether there is a `tls` part.
    package var portsText: String { tls.isEmpty ? "80" : "80, 443" }
}
