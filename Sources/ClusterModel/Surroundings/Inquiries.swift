extension Cluster {
    /// What there is to ask so that nothing false is said of its ingresses and certificates; each once, in the order in
    /// which it matters. What an answer leads to is asked after it.
    package var inquiries: [Inquiry] {
        var inquiries = Inquiries()
        let index = MiddlewareIndex(self)
        for ingress in ingresses.values.sorted(by: { $0.metadata.objectName < $1.metadata.objectName })
        where !ingress.metadata.isSolver {
            inquiries.add(ingress, index, self)
        }
        for certificate in certificates.values.sorted(by: { $0.metadata.objectName < $1.metadata.objectName })
        where !certificate.conditions.isTrue("Ready") {
            inquiries.insert(certificate.issuerInquiry)
            inquiries.insert(.issuance(namespace: certificate.metadata.namespace))
        }
        return inquiries.all
    }
}

/// Each once, in the order of their first mention.
private struct Inquiries {
    private(set) var all: [Inquiry] = []
    private var known: Set<Inquiry> = []

    mutating func insert(_ inquiry: Inquiry?) {
        if let inquiry, known.insert(inquiry).inserted { all.append(inquiry) }
    }

    mutating func add(_ ingress: Ingress, _ index: MiddlewareIndex, _ cluster: Cluster) {
        if ingress.effectiveClass != nil { insert(.ingressClasses) }
        guard ingress.isForTraefik else { return }
        var visited: Set<ObjectName> = []
        for reference in ingress.middlewareReferences {
            insert(.traefik)
            insert(index.inquiry(for: reference))
            if case .found(let found) = index.find(reference, by: ingress) {
                add(found, of: ingress, index, cluster, &visited)
            }
        }
        if ingress.effectiveClass == nil, !ingress.tls.isEmpty { insert(.traefik) }
        for tls in ingress.tls where !tls.secretName.isEmpty {
            insert(.secret(ObjectName(namespace: ingress.metadata.namespace, name: tls.secretName)))
        }
    }

    private mutating func add(
        _ found: FoundMiddleware, of ingress: Ingress, _ index: MiddlewareIndex, _ cluster: Cluster,
        _ visited: inout Set<ObjectName>
    ) {
        guard visited.insert(found.name).inserted else { return }
        if !found.spec.secret.isEmpty { insert(.secret(found.secret)) }
        if let gate = gate(of: found), gate.service.namespace != ingress.metadata.namespace {
            insert(.service(gate.service))
        }
        for member in found.members {
            insert(index.inquiry(for: member))
            let reference = MiddlewareIndex.reference(to: member)
            guard case .found(let found) = index.find(reference, by: ingress.metadata.namespace) else { continue }
            add(found, of: ingress, index, cluster, &visited)
        }
    }
}
