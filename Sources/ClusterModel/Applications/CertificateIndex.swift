/// The certificates of a cluster by the secret that each is kept in.
struct CertificateIndex {
    private var bySecret: [ObjectName: Certificate] = [:]
    /// By name.
    private var byNamespace: [String: [Certificate]] = [:]
    private var ingresses: [Ingress] = []
    /// Which ingresses name a secret.
    private var usersOfSecret: [ObjectName: [Ingress]] = [:]

    init() {}

    init(_ cluster: Cluster) {
        for certificate in cluster.certificates.values.sorted(by: { ($0.name, $0.uid) < ($1.name, $1.uid) }) {
            let namespace = certificate.metadata.namespace
            bySecret[ObjectName(namespace: namespace, name: certificate.secretName)] = certificate
            byNamespace[namespace, default: []].append(certificate)
        }
        ingresses = Array(cluster.ingresses.values)
        for ingress in ingresses {
            for tls in ingress.tls where !tls.secretName.isEmpty {
                let secret = ObjectName(namespace: ingress.metadata.namespace, name: tls.secretName)
                usersOfSecret[secret, default: []].append(ingress)
            }
        }
    }

    func certificate(in secret: ObjectName) -> Certificate? { bySecret[secret] }

    /// The first that is good for a host.
    func certificate(for host: String, namespace: String) -> Certificate? {
        byNamespace[namespace]?.first { $0.covers(host) }
    }

    /// The ingresses that show a certificate, or else ask for a host of it.
    func users(of certificate: Certificate) -> [Ingress] {
        let namespace = certificate.metadata.namespace
        let secret = ObjectName(namespace: namespace, name: certificate.secretName)
        if let users = usersOfSecret[secret] { return users }
        return ingresses.filter { ingress in
            ingress.metadata.namespace == namespace
                && ingress.rules.contains { !$0.host.isEmpty && certificate.covers($0.host) }
        }
    }
}

extension Certificate {
    func covers(_ host: String) -> Bool { dnsNames.contains { ClusterModel.covers($0, host) } }
}
