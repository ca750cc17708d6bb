// Services and ingresses.
extension DemoManifest {
    static func parts(of service: Service) -> [OrderedJSON.Member] {
        [
            .init(
                "spec",
                .fields([
                    ("ports", .items(service.ports.map(port))), ("selector", .words(service.selector)),
                    ("clusterIP", .words(service.clusterIPs.first ?? "")),
                    ("clusterIPs", .items(service.clusterIPs.map(OrderedJSON.string))),
                    ("type", .string(service.type.word)),
                    ("externalIPs", .items(service.externalIPs.map(OrderedJSON.string))),
                    ("externalName", .words(service.externalName)),
                    ("sessionAffinity", .words(service.sessionAffinity)),
                    ("externalTrafficPolicy", .words(service.externalTrafficPolicy)),
                ])), .init("status", loadBalancer(service.loadBalancer)),
        ]
    }

    private static func port(_ port: ServicePort) -> OrderedJSON {
        .fields([
            ("name", .words(port.name)), ("protocol", .string(port.transport)), ("port", .number(String(port.port))),
            ("targetPort", port.targetPort.map(reference) ?? .number(String(port.port))),
            ("nodePort", .count(port.nodePort)),
        ])
    }

    private static func reference(_ port: PortReference) -> OrderedJSON {
        switch port {
        case .number(let number): .number(String(number))
        case .name(let name): .string(name)
        }
    }

    static func parts(of ingress: Ingress) -> [OrderedJSON.Member] {
        let tls = ingress.tls.map { tls in
            OrderedJSON.fields([
                ("hosts", .items(tls.hosts.map(OrderedJSON.string))), ("secretName", .words(tls.secretName)),
            ])
        }
        return [
            .init(
                "spec",
                .fields([
                    ("ingressClassName", ingress.className.map(OrderedJSON.string) ?? .null),
                    ("defaultBackend", ingress.defaultBackend.map(backend) ?? .null), ("tls", .items(tls)),
                    ("rules", .items(ingress.rules.map(rule))),
                ])), .init("status", loadBalancer(ingress.loadBalancer)),
        ]
    }

    private static func rule(_ rule: IngressRule) -> OrderedJSON {
        let paths = (rule.paths ?? []).map { path in
            OrderedJSON.fields([
                ("path", .words(path.path)), ("pathType", .string(path.type.rawValue)),
                ("backend", backend(path.backend)),
            ])
        }
        return .fields([
            ("host", .words(rule.host)), ("http", rule.paths == nil ? .null : .fields([("paths", .array(paths))])),
        ])
    }

    private static func backend(_ backend: IngressBackend) -> OrderedJSON {
        switch backend {
        case .service(let name, let port):
            .fields([("service", .fields([("name", .string(name)), ("port", port.map(servicePort) ?? .object([]))]))])
        case .resource(let group, let kind, let name):
            .fields([
                (
                    "resource",
                    .fields([("apiGroup", .words(group)), ("kind", .string(kind)), ("name", .string(name))])
                )
            ])
        }
    }

    private static func servicePort(_ port: PortReference) -> OrderedJSON {
        switch port {
        case .number(let number): .fields([("number", .number(String(number)))])
        case .name(let name): .fields([("name", .string(name))])
        }
    }

    private static func loadBalancer(_ addresses: [LoadBalancerAddress]) -> OrderedJSON {
        let ingress = addresses.map { OrderedJSON.fields([("ip", .words($0.ip)), ("hostname", .words($0.hostname))]) }
        return .fields([("loadBalancer", .fields([("ingress", .items(ingress))]))])
    }
}
