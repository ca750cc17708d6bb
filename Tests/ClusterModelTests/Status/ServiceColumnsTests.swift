import Testing

@testable import ClusterModel

struct ServiceColumnsTests {
    private static let rows: [(Service, String)] = [
        (service(ports: [ServicePort(port: 7878)]), "10.43.1.2 <none> 7878/TCP <none>"),
        (
            service(.nodePort, ports: [ServicePort(port: 30000, nodePort: 30000)]),
            "10.43.1.2 <none> 30000:30000/TCP <none>"
        ),
        (
            service(.nodePort, ports: [ServicePort(port: 51820, transport: "UDP", nodePort: 31820)]),
            "10.43.1.2 <none> 51820:31820/UDP <none>"
        ),
        (
            service(
                .loadBalancer,
                ports: [ServicePort(port: 80, nodePort: 31234), ServicePort(port: 443, nodePort: 31235)]
            ) { $0.loadBalancer = [LoadBalancerAddress(ip: "192.0.2.10")] },
            "10.43.1.2 192.0.2.10 80:31234/TCP,443:31235/TCP <none>"
        ),
        (
            service(.loadBalancer) {
                $0.loadBalancer = ["10.0.0.3", "10.0.0.1", "10.0.0.2", "10.0.0.1"].map {
                    LoadBalancerAddress(ip: $0)
                }
            }, "10.43.1.2 10.0.0.1,10.0.0.2,10.0.0.3 <none> <none>"
        ),
        (
            service(.loadBalancer) {
                $0.loadBalancer = [LoadBalancerAddress(hostname: "lb.example")]
                $0.externalIPs = ["192.0.2.1"]
            }, "10.43.1.2 lb.example,192.0.2.1 <none> <none>"
        ),
        (service(.loadBalancer), "10.43.1.2 <pending> <none> <none>"),
        (
            service { $0.externalIPs = ["192.0.2.1", "192.0.2.2"] },
            "10.43.1.2 192.0.2.1,192.0.2.2 <none> <none>"
        ),
        (
            service(.externalName) {
                $0.clusterIPs = []
                $0.externalName = "db.example"
            }, "<none> db.example <none> <none>"
        ),
        (service { $0.clusterIPs = ["None"] }, "None <none> <none> <none>"),
        (service(.other("Magic")), "10.43.1.2 <unknown> <none> <none>"),
        (service { $0.selector = ["b": "2", "a": "1"] }, "10.43.1.2 <none> <none> a=1,b=2"),
        (service { $0.selector = ["app": "1", "app.x": "2"] }, "10.43.1.2 <none> <none> app.x=2,app=1"),
    ]

    @Test("CLUSTER-IP, EXTERNAL-IP, PORT(S) and SELECTOR", arguments: rows)
    func columns(service: Service, expected: String) {
        let cells = [service.clusterIPText, service.externalIPText, service.portsText, service.selectorText]
        #expect(cells.joined(separator: " ") == expected)
    }
}

private func service(
    _ type: ServiceType = .clusterIP, ports: [ServicePort] = [], _ change: (inout Service) -> Void = { _ in }
) -> Service {
    var service = Service(metadata: Metadata(name: "web"), type: type, clusterIPs: ["10.43.1.2"], ports: ports)
    change(&service)
    return service
}
