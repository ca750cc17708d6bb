/// The addresses behind a service, as the endpoint slice controller finds them.
enum DemoEndpoints {
    /// - Parameter pods: all of the namespace, in the order in which they shall stand in the slice.
    static func endpoints(of service: Service, pods: [Pod]) -> [Endpoint] {
        guard !service.selector.isEmpty else { return [] }
        return pods.filter { isEndpoint($0, of: service) }.map(endpoint)
    }

    static func ports(of service: Service) -> [EndpointPort] {
        service.ports.map { port in
            guard case .number(let target) = port.targetPort else {
                return EndpointPort(name: port.name, port: port.port, transport: port.transport)
            }
            return EndpointPort(name: port.name, port: target, transport: port.transport)
        }
    }

    private static func isEndpoint(_ pod: Pod, of service: Service) -> Bool {
        pod.metadata.labels.contains(all: service.selector) && !pod.status.podIPs.isEmpty
            && pod.status.phase != "Succeeded" && pod.status.phase != "Failed"
    }

    private static func endpoint(_ pod: Pod) -> Endpoint {
        let isTerminating = pod.metadata.deletionTimestamp != nil
        return Endpoint(
            addresses: pod.status.podIPs, ready: pod.status.conditions.isTrue("Ready") && !isTerminating,
            isTerminating: isTerminating,
            target: ObjectReference(
                kind: "Pod", name: pod.name, namespace: pod.metadata.namespace, uid: pod.uid))
    }
}
