import Testing

@testable import ClusterModel

struct IngressColumnsTests {
    @Test(
        "HOSTS shows three at most, and counts rules rather than hosts",
        arguments: [
            ([], "*"), ([""], "*"), (["a"], "a"), (["a", "b", "c"], "a,b,c"),
            (["a", "b", "c", "d", "e"], "a,b,c + 2 more..."), (["", "a", "b", "c"], "a,b,c"),
            (["", "a", "b", "c", ""], "a,b,c + 2 more..."),
        ] as [([String], String)])
    func hosts(hosts: [String], expected: String) {
        #expect(ingress { $0.rules = hosts.map { IngressRule(host: $0) } }.hostsText == expected)
    }

    @Test("PORTS says only whether there is TLS")
    func ports() {
        #expect(ingress().portsText == "80")
        #expect(ingress { $0.tls = [IngressTLS()] }.portsText == "80, 443")
    }

    @Test("CLASS is the field, never the annotation")
    func className() {
        #expect(ingress { $0.metadata.annotations = ["kubernetes.io/ingress.class": "traefik"] }.classText == "<none>")
        #expect(ingress { $0.className = "nginx" }.classText == "nginx")
    }

    @Test("ADDRESS is empty without one, and never shortened")
    func address() {
        #expect(ingress().addressText == "")
        let balanced = ingress { $0.loadBalancer = [LoadBalancerAddress(hostname: "balancer.example.org")] }
        #expect(balanced.addressText == "balancer.example.org")
    }
}

private func ingress(_ change: (inout Ingress) -> Void = { _ in }) -> Ingress {
    var ingress = Ingress(metadata: Metadata(name: "ing-web"))
    change(&ingress)
    return ingress
}
