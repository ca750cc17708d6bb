@testable import ClusterModel

extension Shape {
    static let services = plainServices + balancedServices

    private static func service(
        _ name: String, type: String = "ClusterIP", ports: [JSONValue] = [["port": 80]],
        addresses: [JSONValue] = [], _ more: [String: JSONValue] = [:]
    ) -> Shape {
        let spec: [String: JSONValue] = ["type": .text(type), "ports": .list(ports)]
        return Shape(
            kind: .services, name: name, spec: .object(spec.merging(more) { $1 }),
            status: ["loadBalancer": ["ingress": .list(addresses)]])
    }

    private static let externalIPs: [String: JSONValue] = ["externalIPs": ["192.0.2.7", "192.0.2.5"]]

    private static let twoPorts: [JSONValue] = [
        ["name": "web", "port": 80, "targetPort": "http"], ["name": "tls", "port": 443, "targetPort": 8443],
    ]

    private static let plainServices = [
        service("plain", ["selector": ["app": "web"]]),
        service("plain-no-selector"),
        service(
            "plain-selectors", ["selector": ["tier": "b", "app": "web", "app.kubernetes.io/name": "x", "Zone": "1"]]),
        service("plain-ports", ports: twoPorts),
        service("plain-udp", ports: [["port": 53, "protocol": "UDP"]]),
        service("plain-sctp", ports: [["port": 99, "protocol": "SCTP"]]),
        service(
            "plain-same-port-twice",
            ports: [["name": "t", "port": 53], ["name": "u", "port": 53, "protocol": "UDP"]]),
        service("plain-many-ports", ports: (1...9).map { ["name": "p\($0)", "port": .number(8000 + $0)] }),
        service("plain-external-ips", externalIPs),
        service("plain-unready-too", ["publishNotReadyAddresses": true, "selector": ["app": "web"]]),
        service("plain-affinity", ["sessionAffinity": "ClientIP"]),
        service("headless", ["clusterIP": "None", "selector": ["app": "db"]]),
        service("headless-no-ports", ports: [], ["clusterIP": "None", "selector": ["app": "db"]]),
        service("headless-no-selector", ["clusterIP": "None"]),
        service("node-port", type: "NodePort"),
        service(
            "node-port-several", type: "NodePort", ports: twoPorts + [["name": "u", "port": 51820, "protocol": "UDP"]]),
        service("node-port-external", type: "NodePort", externalIPs),
        service("node-port-local", type: "NodePort", ["externalTrafficPolicy": "Local"]),
        service("external-name", type: "ExternalName", ports: [], ["externalName": "db.example.org"]),
        service(
            "external-name-long", type: "ExternalName", ports: [],
            ["externalName": "a-very-long-name-of-a-database.somewhere.example.org"]),
        service(
            "external-name-ports", type: "ExternalName", ["externalName": "db.example.org", "selector": ["a": "b"]]),
        service(
            "external-name-ips", type: "ExternalName", ["externalName": "db.example.org", "externalIPs": ["192.0.2.9"]]),
    ]

    private static let balancedServices = [
        balanced("balancer-pending", []),
        balanced("balancer-pending-external", [], externalIPs),
        balanced("balancer-ip", [["ip": "192.0.2.10"]]),
        balanced("balancer-ips", [["ip": "10.0.0.3"], ["ip": "10.0.0.1"], ["ip": "10.0.0.2"], ["ip": "10.0.0.1"]]),
        balanced("balancer-ips-as-text", [["ip": "10.0.0.9"], ["ip": "10.0.0.10"], ["ip": "9.9.9.9"]]),
        balanced("balancer-ip-external", [["ip": "192.0.2.10"]], externalIPs),
        balanced("balancer-hostname", [["hostname": "lb.example"]]),
        balanced("balancer-hostname-16", [["hostname": "balancer.example"]]),
        balanced("balancer-hostname-17", [["hostname": "balancer1.example"]]),
        balanced(
            "balancer-hostname-long", [["hostname": "a1b2c3d4e5f6-1234567890.eu-central-1.elb.example.com"]],
            externalIPs),
        balanced("balancer-both", [["ip": "192.0.2.10", "hostname": "lb.example"]]),
        balanced("balancer-mixed", [["hostname": "lb.example"], ["ip": "192.0.2.10"], ["ip": "2001:db8::1"]]),
        balanced("balancer-empty", [[:]]),
    ]

    private static func balanced(
        _ name: String, _ addresses: [JSONValue], _ more: [String: JSONValue] = [:]
    ) -> Shape {
        service(name, type: "LoadBalancer", ports: twoPorts, addresses: addresses, more)
    }
}
