@testable import ClusterModel

extension Shape {
    private static func ingress(
        _ name: String, hosts: [String] = ["a.example"], addresses: [JSONValue] = [],
        annotations: JSONValue = [:], _ more: [String: JSONValue] = [:]
    ) -> Shape {
        let rules = hosts.map(rule)
        return Shape(
            kind: .ingresses, name: name, metadata: ["annotations": annotations],
            spec: .object(["rules": .list(rules)].merging(more) { $1 }),
            status: ["loadBalancer": ["ingress": .list(addresses)]])
    }

    private static func rule(_ host: String) -> JSONValue {
        let paths: JSONValue = [["path": "/", "pathType": "Prefix", "backend": backend]]
        return ["host": host.isEmpty ? nil : .text(host), "http": ["paths": paths]]
    }

    private static let backend: JSONValue = ["service": ["name": "web", "port": ["number": 80]]]

    private static let tls: JSONValue = [["hosts": ["a.example"], "secretName": "cert"]]

    private static func names(_ count: Int) -> [String] { (1...count).map { "h\($0).example" } }

    static let ingresses = [
        ingress("class-none"),
        ingress("class-field", ["ingressClassName": "nginx"]),
        ingress("class-annotation", annotations: ["kubernetes.io/ingress.class": "traefik"]),
        ingress("hosts-none", hosts: [], ["defaultBackend": backend]),
        ingress("hosts-any", hosts: [""]),
        ingress("hosts-wildcard", hosts: ["*.example.org"]),
        ingress("hosts-two", hosts: names(2)),
        ingress("hosts-three", hosts: names(3)),
        ingress("hosts-four", hosts: names(4)),
        ingress("hosts-seven", hosts: names(7)),
        ingress("hosts-any-first", hosts: [""] + names(3)),
        ingress("hosts-any-last", hosts: names(3) + [""]),
        ingress("hosts-any-between", hosts: ["h1.example", "", "", "h2.example", "h3.example", "h4.example"]),
        ingress("hosts-same", hosts: ["a.example", "a.example"]),
        ingress("hosts-without-paths", ["rules": [["host": "a.example"]], "defaultBackend": backend]),
        ingress("tls", ["tls": tls]),
        ingress("tls-without-secret", ["tls": [["hosts": ["a.example"]]]]),
        ingress("tls-of-all", ["tls": [["secretName": "cert"]]]),
        ingress("tls-default-backend", hosts: [], ["tls": tls, "defaultBackend": backend]),
        ingress("backend-by-name", ["defaultBackend": ["service": ["name": "web", "port": ["name": "http"]]]]),
        ingress(
            "backend-resource", hosts: [],
            ["defaultBackend": ["resource": ["apiGroup": "example.org", "kind": "Bucket", "name": "b"]]]),
        ingress("address-ip", addresses: [["ip": "192.0.2.10"]]),
        ingress("address-ips", addresses: [["ip": "10.0.0.2"], ["ip": "10.0.0.10"], ["ip": "10.0.0.2"]]),
        ingress("address-hostname", addresses: [["hostname": "a-long-balancer-name.example.org"]]),
        ingress("address-mixed", addresses: [["hostname": "lb.example"], ["ip": "192.0.2.10"]]),
    ]
}
