import FoundationEssentials

// Deployments, services, ingresses and events.
extension DemoDescription {
    func lines(on deployment: Deployment) -> [String] {
        let (spec, status) = (deployment.spec, deployment.status)
        let metadata = deployment.metadata
        let unavailable = max(0, max(status.replicas, spec.replicas) - status.availableReplicas)
        let counts =
            "\(spec.replicas) desired | \(status.updatedReplicas) updated | \(status.replicas) total"
            + " | \(status.availableReplicas) available | \(unavailable) unavailable"
        let isRolling = spec.strategy == "RollingUpdate"
        let rolling: [Row] = isRolling ? [("RollingUpdateStrategy:", ["25% max unavailable, 25% max surge"])] : []
        let head = aligned(
            [
                ("Name:", [deployment.name]), ("Namespace:", [metadata.namespace]),
                ("CreationTimestamp:", [time(metadata.creationTimestamp)]),
            ] + marks(metadata) + [
                ("Selector:", [orNone(pairs(spec.selector.matchLabels, "=").joined(separator: ","))]),
                ("Replicas:", [counts]), ("StrategyType:", [spec.strategy]), ("MinReadySeconds:", ["0"]),
            ] + rolling)
        return head + template(spec.template) + conditions(of: deployment) + replicaSets(of: deployment)
    }

    private func template(_ template: PodTemplate) -> [String] {
        var lines = ["Pod Template:"] + aligned([("Labels:", pairs(template.labels, "="))], indent: 2)
        if !template.annotations.isEmpty {
            lines += aligned([("Annotations:", pairs(template.annotations, ": "))], indent: 2)
        }
        lines.append("  Containers:")
        for container in template.spec.containers {
            lines.append("   \(container.name):")
            lines += aligned(rows(on: container, nil), indent: 4) + mounts(of: container, indent: 4)
        }
        return lines + volumes(template.spec.volumes, indent: 4)
    }

    private func conditions(of deployment: Deployment) -> [String] {
        let conditions = deployment.status.conditions
        if conditions.isEmpty { return [] }
        return ["Conditions:"]
            + table(["Type", "Status", "Reason"], conditions.map { [$0.type, $0.status, $0.reason] })
    }

    private func replicaSets(of deployment: Deployment) -> [String] {
        let own = cluster.replicaSets.values.filter { $0.metadata.controller?.uid == deployment.uid }
            .sorted { ($0.metadata.creationTimestamp ?? now) > ($1.metadata.creationTimestamp ?? now) }
        let texts = own.map { "\($0.name) (\($0.readyReplicas)/\($0.replicas) replicas created)" }
        return aligned([
            ("OldReplicaSets:", [orNone(texts.dropFirst().joined(separator: ", "))]),
            ("NewReplicaSet:", [orNone(texts.first ?? "")]),
        ])
    }

    func lines(on service: Service) -> [String] {
        let ports = service.ports.flatMap { port -> [Row] in
            let name = port.name.isEmpty ? "<unset>" : port.name
            let target = port.targetPort?.text ?? String(port.port)
            var rows: [Row] = [
                ("Port:", ["\(name)  \(port.port)/\(port.transport)"]),
                ("TargetPort:", ["\(target)/\(port.transport)"]),
            ]
            if port.nodePort > 0 { rows.append(("NodePort:", ["\(name)  \(port.nodePort)/\(port.transport)"])) }
            return rows + [("Endpoints:", [endpoints(of: service, port.name)])]
        }
        return aligned(
            head(service.metadata) + [
                ("Selector:", [service.selectorText]), ("Type:", [service.type.word]),
                ("IP Family Policy:", ["SingleStack"]), ("IP Families:", ["IPv4"]), ("IP:", [service.clusterIPText]),
                ("IPs:", [orNone(service.clusterIPs.joined(separator: ","))]),
            ] + ports + [("Session Affinity:", [service.sessionAffinity])])
    }

    private func endpoints(of service: Service, _ port: String) -> String {
        let slices = cluster.endpointSlices.values.filter { slice in
            slice.metadata.namespace == service.metadata.namespace
                && slice.metadata.labels["kubernetes.io/service-name"] == service.name
        }
        let addresses = slices.flatMap { slice -> [String] in
            let number = slice.ports.first { $0.name == port }?.port ?? slice.ports.first?.port
            let ready = slice.endpoints.filter { $0.isReady }.flatMap(\.addresses)
            return ready.map { address in number.map { "\(address):\($0)" } ?? address }
        }
        return orNone(addresses.sorted().joined(separator: ","))
    }

    func lines(on ingress: Ingress) -> [String] {
        let metadata = ingress.metadata
        var lines = aligned([
            ("Name:", [ingress.name]), ("Labels:", pairs(metadata.labels, "=")), ("Namespace:", [metadata.namespace]),
            ("Address:", [ingress.addressText]), ("Ingress Class:", [ingress.classText]),
            ("Default backend:", ["<default>"]),
        ])
        if !ingress.tls.isEmpty {
            lines += ["TLS:"] + ingress.tls.map { "  \($0.secretName) terminates \($0.hosts.joined(separator: ","))" }
        }
        let width = (["Host"] + ingress.rules.map(\.host)).map(\.count).max() ?? 0
        lines += ["Rules:", "  Host\(blanks(width - 2))Path  Backends", "  ----\(blanks(width - 2))----  --------"]
        for rule in ingress.rules {
            lines.append("  \(rule.host.isEmpty ? "*" : rule.host)  ")
            for path in rule.paths ?? [] {
                lines.append("  \(blanks(width + 2))\(path.path)   \(backend(path.backend, metadata.namespace))")
            }
        }
        return lines + aligned([("Annotations:", pairs(metadata.annotations, ": "))])
    }

    private func backend(_ backend: IngressBackend, _ namespace: String) -> String {
        switch backend {
        case .service(let name, let port):
            let service = cluster.services.values.first { $0.name == name && $0.metadata.namespace == namespace }
            let endpoints = service.map { self.endpoints(of: $0, $0.ports.first?.name ?? "") }
            let missing = "<error: endpoints \"\(name)\" not found>"
            return "\(name):\(port?.text ?? "") (\(endpoints ?? missing))"
        case .resource(let group, let kind, let name): return "APIGroup: \(orNone(group)), Kind: \(kind), Name: \(name)"
        }
    }

    func lines(on event: ClusterEvent) -> [String] {
        let first = event.firstSeen.map { Timestamp.text($0, offset: 0) } ?? "<unset>"
        let last = event.lastSeen.map { Timestamp.text($0, offset: 0) } ?? "<unset>"
        return aligned(
            head(event.metadata) + [
                ("API Version:", ["v1"]), ("Count:", [event.countText]), ("First Timestamp:", [first]),
                ("Involved Object:", [event.objectText]), ("Kind:", ["Event"]), ("Last Timestamp:", [last]),
                ("Message:", [event.message]), ("Reason:", [event.reason]), ("Source:", [event.sourceText]),
                ("Type:", [event.type.word]),
            ])
    }
}
