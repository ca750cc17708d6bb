import FoundationEssentials

/// The services and ingresses of an application, as kubeseed's playbooks write them.
extension DemoApplication {
    func services(start: Date, names: inout DemoNames) -> [Service] {
        guard !exposure.isExternal else { return [externalService(start, &names)] }
        var services = [
            Service(
                metadata: metadata(name, exposure == .service ? [:] : labels, start, &names),
                clusterIPs: [names.clusterAddress()], ports: [ServicePort(port: port)],
                selector: labels.mapValues { _ in selected })
        ]
        services += nodePorts.map { number in
            nodePort("svc-\(name)-\(number)", ServicePort(port: number, nodePort: number), start, &names)
        }
        if let udp {
            let port = ServicePort(port: udp.port, transport: "UDP", nodePort: udp.nodePort)
            services.append(nodePort("svc-udp-\(name)-\(udp.port)-\(udp.nodePort)", port, start, &names))
        }
        if let database {
            services.append(service(of: database, start, &names))
        }
        return services
    }

    func ingress(start: Date, names: inout DemoNames) -> Ingress? {
        guard exposure != .service else { return nil }
        var ingress = Ingress(metadata: metadata("ing-\(name)", labels, start, &names))
        ingress.metadata.annotations = annotations
        let host = "\(host).\(DemoSeedbox.domain)"
        let backend = IngressBackend.service(name: ingressService, port: .number(ingressPort))
        ingress.rules = [IngressRule(host: host, paths: [IngressPath(path: "/", type: .prefix, backend: backend)])]
        ingress.tls = [IngressTLS(hosts: [host], secretName: "\(name)-tls")]
        ingress.loadBalancer = [LoadBalancerAddress(ip: DemoSeedbox.address)]
        return ingress
    }

    /// Nil for what no ingress shows, and for the machine beside the cluster, whose certificate nobody asked for.
    func certificate(start: Date, names: inout DemoNames) -> Certificate? {
        guard exposure == .ingress else { return nil }
        var certificate = Certificate(metadata: metadata("\(name)-tls", [:], start, &names))
        certificate.secretName = "\(name)-tls"
        certificate.dnsNames = ["\(host).\(DemoSeedbox.domain)"]
        certificate.issuer = "letsencrypt-prod"
        certificate.issuerKind = "ClusterIssuer"
        switch self.certificate {
        case .days(let days):
            certificate.notAfter = start + Double(days) * 86_400
            certificate.conditions = [
                Condition(
                    type: "Ready", status: "True", reason: "Ready",
                    message: "Certificate is up to date and has not expired")
            ]
        case .notIssued:
            certificate.conditions = [
                Condition(
                    type: "Ready", status: "False", reason: "DoesNotExist",
                    message: "Issuing certificate as Secret does not exist", lastTransitionTime: start - 32 * 60)
            ]
        }
        return certificate
    }

    /// Lets nobody but the application itself reach its database.
    func databasePolicy(start: Date, names: inout DemoNames) -> NetworkPolicy? {
        guard let database else { return nil }
        var policy = NetworkPolicy(metadata: metadata("db-\(name)-backend-access", [:], start, &names))
        policy.podSelector.matchLabels = databaseLabels(database)
        let peer = NetworkPolicy.Peer(podSelector: LabelSelector(matchLabels: labels))
        policy.ingress = [NetworkPolicy.Rule(from: [peer], ports: [NetworkPolicy.Port(port: .number(database.port))])]
        return policy
    }

    private var annotations: [String: String] {
        let redirect = "default-redirect-https@kubernetescrd"
        let middlewares =
            switch authentication {
            case .basic: "\(redirect), kubeseed-my-basic-auth@kubernetescrd"
            case .oauth: "\(redirect), kubeseed-oauth@kubernetescrd"
            case .none, .other: redirect
            }
        return [
            "kubernetes.io/ingress.class": "traefik",
            "traefik.ingress.kubernetes.io/router.middlewares": middlewares,
            "cert-manager.io/cluster-issuer": "letsencrypt-prod",
        ]
    }

    private func externalService(_ start: Date, _ names: inout DemoNames) -> Service {
        Service(
            metadata: metadata(ingressService, labels, start, &names), clusterIPs: [names.clusterAddress()],
            ports: [ServicePort(port: port)])
    }

    private func nodePort(_ name: String, _ port: ServicePort, _ start: Date, _ names: inout DemoNames) -> Service {
        Service(
            metadata: metadata(name, labels, start, &names), type: .nodePort, clusterIPs: [names.clusterAddress()],
            ports: [port], selector: labels, externalTrafficPolicy: "Cluster")
    }

    private func service(of database: DemoDatabase, _ start: Date, _ names: inout DemoNames) -> Service {
        let labels = databaseLabels(database)
        let role = labels.merging(["role": "\(database.name).\(name)"]) { $1 }
        return Service(
            metadata: metadata(database.name, role, start, &names), clusterIPs: [names.clusterAddress()],
            ports: [ServicePort(port: database.port)], selector: labels)
    }

    private func metadata(
        _ name: String, _ labels: [String: String], _ start: Date, _ names: inout DemoNames
    ) -> Metadata {
        Metadata(
            name: name, namespace: DemoSeedbox.namespace, uid: names.uid(), resourceVersion: "1", labels: labels,
            creationTimestamp: start - created.daysAgo)
    }
}

extension Middleware {
    static func demo(
        _ name: String, _ spec: MiddlewareSpec, start: Date, names: inout DemoNames
    ) -> Middleware {
        let metadata = Metadata(
            name: name, namespace: DemoSeedbox.namespace, uid: names.uid(), creationTimestamp: start - 212.0.daysAgo)
        return Middleware(metadata: metadata, spec: spec)
    }
}
