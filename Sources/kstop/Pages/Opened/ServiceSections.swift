import ClusterModel
import FoundationEssentials
import TUI
import Words

extension Writer {
    /// kubectl's columns of each service.
    func services(_ services: [Service]) -> Section {
        section(
            Phrase("Services"), of: .services, titles: ["NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)"],
            services.map { service in
                let external = service.externalIPText
                return [
                    StyledText(service.name), StyledText(service.type.word, .quiet),
                    StyledText(service.clusterIPText, .quiet),
                    StyledText(external == "<none>" ? "" : external, .quiet), StyledText(service.portsText),
                ]
            })
    }

    /// What a service is, what is behind it, and the ways to it.
    func sections(on service: Service, in application: Application?) -> [Section] {
        let selection = Selection.object(.service(service), application)
        let health = model.snapshot.health(ofObject: service.uid)
        let bold = health.needsAttention
        let status = StyledText(service.portsText, bold ? health.role : .text, bold: bold)
        return [
            head(
                selection, health, status, [StyledText(service.type.word, .quiet), age(service.metadata)],
                tellsWhy: health != .healthy),
            section(Phrase("Service"), fields(about: service, application)),
            ports(service),
            endpoints(service),
            pods(pods(of: service)),
            rules(leadingTo: service),
            chains(selection.chains),
        ]
    }

    private func fields(about service: Service, _ application: Application?) -> [StyledText] {
        let external = service.externalIPText
        return fields([
            field(Phrase("Application"), StyledText(application?.name ?? "")),
            Field("Type", service.type.word),
            Field("IP", service.clusterIPs.joined(separator: ", ")),
            Field("External IP", external == "<none>" ? "" : external),
            Field("Selector", service.selector.labelText),
            Field("Session Affinity", service.sessionAffinity),
            Field("External Traffic Policy", service.externalTrafficPolicy),
        ])
    }

    private func ports(_ service: Service) -> Section {
        section(
            Phrase("Ports"), titles: ["PORT", "TARGETPORT", "NODEPORT", "PROTOCOL", "NAME"],
            service.ports.map { port in
                [
                    StyledText(String(port.port)), StyledText("→ \(port.targetPort?.text ?? String(port.port))"),
                    StyledText(port.nodePort > 0 ? String(port.nodePort) : ""), StyledText(port.transport, .quiet),
                    StyledText(port.name, .quiet),
                ]
            })
    }

    /// By the endpoint slices: each address with its ports, and whether requests go there.
    private func endpoints(_ service: Service) -> Section {
        let slices = model.cluster.endpointSlices.values.filter { slice in
            slice.serviceName == service.name && slice.metadata.namespace == service.metadata.namespace
        }
        return section(
            Phrase("Endpoints"), of: .endpointSlices, titles: ["ADDRESS", "PORTS", "", "POD", "NODE"],
            slices.sorted { $0.name < $1.name }.flatMap { slice in slice.endpoints.map { row($0, of: slice) } })
    }

    private func row(_ endpoint: Endpoint, of slice: EndpointSlice) -> [StyledText] {
        let pod = endpoint.target.flatMap { model.cluster.pods[$0.uid] }
        let ports = slice.ports.map { $0.port.map(String.init) ?? "*" }
        let state =
            endpoint.isTerminating
            ? styled(Phrase("ending"), .progressing)
            : endpoint.isReady ? styled(Phrase("ready"), .quiet) : styled(Phrase("not ready"), .failed)
        return [
            StyledText(endpoint.addresses.first ?? ""), StyledText(ports.joined(separator: ",")), state,
            StyledText(endpoint.target?.name ?? "", .quiet), StyledText(pod?.spec.nodeName ?? "", .quiet),
        ]
    }

    /// Those that it selects, newest first.
    private func pods(of service: Service) -> [Pod] {
        if service.selector.isEmpty { return [] }
        let selected = model.cluster.pods.values.filter { pod in
            pod.metadata.namespace == service.metadata.namespace && pod.metadata.labels.contains(all: service.selector)
        }
        return selected.sorted { one, other in
            let times = (one.metadata.creationTimestamp, other.metadata.creationTimestamp)
            if times.0 == times.1 { return one.name < other.name }
            return times.0 ?? .distantPast > times.1 ?? .distantPast
        }
    }
}
