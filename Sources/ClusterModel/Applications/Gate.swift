import Words

/// A service of the cluster that a forwardAuth middleware asks who may pass.
struct Gate {
    var service: ObjectName
    var port: Int
}

extension FoundMiddleware {
    /// Where its passwords are kept.
    var secret: ObjectName { ObjectName(namespace: name.namespace, name: spec.secret) }

    /// Those that it is a chain of.
    var members: [ObjectName] {
        spec.members.map { member in
            ObjectName(namespace: member.namespace.isEmpty ? name.namespace : member.namespace, name: member.name)
        }
    }
}

/// Nil for a middleware that asks nobody, or nobody in the cluster: a name of one label means a service beside Traefik,
/// wherever that runs.
func gate(of found: FoundMiddleware) -> Gate? {
    guard let start = found.spec.address.firstRange(of: "://") else { return nil }
    let scheme = found.spec.address[..<start.lowerBound]
    let authority = found.spec.address[start.upperBound...].prefix { !"/?#".contains($0) }
    let (host, port) = halves(of: authority, at: ":")
    let labels = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let isService = labels.count > 2 ? labels[2] == "svc" : labels.count == 2 && labels[1] == found.name.namespace
    guard isService else { return nil }
    return Gate(
        service: ObjectName(namespace: labels[1], name: labels[0]), port: Int(port) ?? (scheme == "https" ? 443 : 80))
}

extension Survey {
    /// Why a gate does not answer; nil if it does, or if that cannot be told.
    /// - Parameter namespace: one whose services are read.
    func problem(of gate: Gate, _ namespace: String) -> Phrase? {
        let name = gate.service.name
        guard let service = index.services[gate.service] else {
            let isAbsent =
                gate.service.namespace == namespace
                ? reading(.services) == .complete : index.cluster.answers[.service(gate.service)] == .absent
            return isAbsent ? Phrase("service \(name) does not exist") : nil
        }
        guard service.type != .externalName else { return nil }
        guard let port = service.ports.first(where: { $0.port == gate.port }) else {
            return Phrase("service \(name) has no port \(gate.port)")
        }
        let isAnswered = backends(of: service, port, self).contains(where: \.isReady)
        guard !isAnswered, reading(.endpointSlices) == .complete else { return nil }
        return Phrase("service \(name) has no ready endpoints")
    }
}
