import Foundation
import Testing
import Words

@testable import ClusterModel

struct ChainTests {
    @Test("a chain in good order", arguments: ChainExample.good)
    func good(example: ChainExample) throws { try check(example) }

    @Test("what the ingress asks for", arguments: ChainExample.ingresses)
    func ingress(example: ChainExample) throws { try check(example) }

    @Test("what the service says", arguments: ChainExample.services)
    func service(example: ChainExample) throws { try check(example) }

    @Test("what is behind the service", arguments: ChainExample.endpoints)
    func endpoints(example: ChainExample) throws { try check(example) }

    @Test("the certificate that the host is shown with", arguments: ChainExample.certificates)
    func certificate(example: ChainExample) throws { try check(example) }

    @Test("what a visitor must show", arguments: ChainExample.middlewares)
    func middleware(example: ChainExample) throws { try check(example) }

    @Test("policies that stand in the ingress controller's way", arguments: ChainExample.policies)
    func policy(example: ChainExample) throws { try check(example) }

    @Test("hosts and paths that two ingresses claim", arguments: ChainExample.claims)
    func claim(example: ChainExample) throws { try check(example) }

    @Test("workloads that are no deployments", arguments: ChainExample.workloads)
    func workload(example: ChainExample) throws { try check(example) }

    @Test("what cannot be read is unknown", arguments: ChainExample.unreadable)
    func unknown(example: ChainExample) throws { try check(example) }

    @Test("one chain for each host and path, and one for the default backend")
    func severalPaths() throws {
        let sample = Sample {
            let backend = IngressBackend.service(name: "web", port: .number(80))
            $0.ingress.rules.append(
                IngressRule(host: "api.example.org", paths: [IngressPath(path: "/v1", backend: backend)]))
            $0.ingress.defaultBackend = backend
        }
        let urls = try #require(sample.application).chains.map(\.url)
        #expect(urls == ["https://web.example.org/", "http://api.example.org/v1", "http://*/"])
    }

    @Test("a load balancer that has no address yet is said to lack it once, not at each port")
    func pendingLoadBalancer() throws {
        var sample = Sample {
            $0.absent = [.ingresses]
            $0.service.type = .loadBalancer
            $0.service.ports = [ServicePort(name: "a", port: 80), ServicePort(name: "b", port: 81)]
        }
        let words = "LoadBalancer 10.43.7.12"
        let pending = try #require(sample.application).chains.map { "\($0.links[0].state) \($0.links[0].detail)" }
        #expect(pending == ["doubtful \(words): no external address yet", "ok \(words)"])
        sample.service.loadBalancer = [LoadBalancerAddress(ip: "192.0.2.1")]
        let given = try #require(sample.application).chains.map { "\($0.links[0].state) \($0.links[0].detail)" }
        #expect(given == ["ok \(words)  192.0.2.1", "ok \(words)  192.0.2.1"])
    }

    @Test("without an ingress the way begins at the service, without a service at the pod")
    func shorterWays() throws {
        let noIngress = try #require(Sample { $0.absent = [.ingresses] }.application)
        #expect(noIngress.chains.map { $0.links.map(\.kind) } == [[.service, .endpoints, .pod, .container]])
        let onlyPod = try #require(Sample { $0.absent = [.ingresses, .services] }.application)
        #expect(onlyPod.chains.map { $0.links.map(\.kind) } == [[.pod, .container]])
        #expect([noIngress.url, onlyPod.url] == [nil, nil])
    }

    @Test("each object of an application has the chains that pass it")
    func chainsOfObjects() throws {
        var node = Sample().service
        node.metadata = Sample.metadata("svc-web-30000", kind: "service")
        let sample = Sample { $0.others = [.service(node)] }
        let application = try #require(sample.application)
        #expect(application.chains.count == 1)
        #expect(application.sideChains.count == 1)
        #expect(chains(for: .ingress(sample.ingress), in: application) == application.chains)
        #expect(chains(for: .service(sample.service), in: application) == application.chains)
        #expect(chains(for: .service(node), in: application) == application.sideChains)
        #expect(chains(for: .pod(sample.pod), in: application).count == 2)
        #expect(chains(for: .deployment(sample.deployment), in: application).count == 2)
    }

    private func check(_ example: ChainExample, at location: SourceLocation = #_sourceLocation) throws {
        let chain = try #require(example.sample.application?.chains.first, sourceLocation: location)
        let links = chain.links.filter { example.kinds.contains($0.kind) }
        let text = links.map { "\($0.state) \($0.kind) \($0.name.english) | \($0.detail.english)" }
        #expect(text == example.expected, sourceLocation: location)
    }
}
