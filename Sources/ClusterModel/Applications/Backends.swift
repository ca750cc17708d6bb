/// Something that a service may send requests to.
struct Backend {
    /// Nil for an address outside of the cluster, or if pods cannot be read.
    var pod: Pod?
    /// The pod's; empty for an address outside of the cluster.
    var podName: String
    /// With the port; empty for a pod that has none yet.
    var address: String
    var isReady: Bool
}

/// What is behind a port of a service: what its endpoint slices say, then selected pods that are in none of them.
///
/// Pods that have ended or are being deleted are left out, though slices may list them as not ready.
func backends(of service: Service, _ port: ServicePort?, _ survey: Survey) -> [Backend] {
    var backends: [Backend] = []
    var seen: Set<String> = []
    for slice in survey.index.endpointSlices[service.metadata.objectName] ?? [] {
        let slicePort = slice.ports.first { $0.name == (port?.name ?? "") }
        if port != nil, slicePort == nil { continue }
        for endpoint in slice.endpoints where !endpoint.isTerminating {
            let pod = endpoint.target.flatMap { survey.index.cluster.pods[$0.uid] }
            guard let address = endpoint.addresses.first, pod.map(survey.isLasting) ?? true else { continue }
            guard seen.insert(endpoint.target?.uid ?? address).inserted else { continue }
            let text = socketAddress(address, slicePort?.port)
            let name = endpoint.target?.name ?? ""
            backends.append(Backend(pod: pod, podName: name, address: text, isReady: endpoint.isReady))
        }
    }
    return backends + selected(service, port, survey).filter { !seen.contains($0.pod?.uid ?? "") }
}

/// By the selector, as the endpoint slice controller would have it; ready only where there are no slices to say so.
private func selected(_ service: Service, _ port: ServicePort?, _ survey: Survey) -> [Backend] {
    let isOracle = survey.reading(.endpointSlices) != .complete
    return survey.index.pods(of: service).filter(survey.isLasting).map { pod in
        let isReady = isOracle && (service.publishNotReadyAddresses || (pod.isReady && pod.summary.ready > 0))
        let address = pod.status.podIPs.first.map { socketAddress($0, targetPort(port, in: pod)) } ?? ""
        return Backend(pod: pod, podName: pod.name, address: address, isReady: isReady && !address.isEmpty)
    }
}

/// The port on the pod; nil if no container declares a port of that name.
func targetPort(_ port: ServicePort?, in pod: Pod) -> Int? {
    switch port?.targetPort {
    case .number(let number): return number
    case nil: return port?.port
    case .name(let name):
        return pod.declaredPorts.first { $0.name == name && $0.transport == port?.transport }?.containerPort
    }
}

extension Pod {
    /// Those of the containers that run as long as the pod does.
    var declaredPorts: [ContainerPort] {
        (spec.containers + spec.initContainers.filter(\.isSidecar)).flatMap(\.ports)
    }
}

private func socketAddress(_ address: String, _ port: Int?) -> String {
    guard let port else { return address }
    return address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
}
