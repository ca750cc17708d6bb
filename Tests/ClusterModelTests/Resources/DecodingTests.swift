import Foundation
import Testing

@testable import ClusterModel

/// What kstop reads of the lists that a real API server sent.
struct DecodingTests {
    @Test("every object of the recorded seedbox is read")
    func counts() throws {
        let cluster = try Fixture.seedbox()
        #expect(cluster.pods.count == 21)
        #expect(cluster.deployments.count == 21)
        #expect(cluster.replicaSets.count == 21)
        #expect(cluster.services.count == 26)
        #expect(cluster.ingresses.count == 20)
        #expect(cluster.endpointSlices.count == 26)
        #expect(cluster.events.count == 155)
        #expect(cluster.certificates.count == 19)
        #expect(cluster.networkPolicies.count == 1)
        #expect(cluster.containoMiddlewares.count == 2)
    }

    @Test("a pod keeps its owner, its node and how its containers ended")
    func pod() throws {
        let pod = try #require(try pods().first { $0.name.hasPrefix("overseerr") })
        #expect(pod.metadata.controller?.name == "overseerr-56df77fcd9")
        #expect(pod.spec.nodeName == "realk8s")
        #expect(pod.status.podIPs == ["10.244.0.4"])
        let container = try #require(pod.status.containerStatuses.first)
        let end = try #require(container.lastState.termination)
        #expect((end.exitCode, end.reason) == (1, "Error"))
        #expect(container.restartCount == 4)
        guard case .waiting(let reason, let message) = container.state else { throw Unexpected() }
        #expect(reason == "CrashLoopBackOff")
        #expect(message.hasPrefix("back-off 1m20s"))
    }

    @Test("an ingress keeps its rules, its certificates and its annotations")
    func ingress() throws {
        let row = try #require(
            try Fixture.table(.ingresses, of: Ingress.self).first { $0.object.name == "ing-radarr" })
        let ingress = row.object
        #expect(ingress.rules.first?.host == "radarr.seedbox.example")
        #expect(ingress.rules.first?.paths?.first?.type == .prefix)
        #expect(ingress.serviceNames == ["radarr"])
        #expect(ingress.tls == [IngressTLS(hosts: ["radarr.seedbox.example"], secretName: "radarr-tls")])
        #expect(ingress.effectiveClass == "traefik")
    }

    @Test("a slice without endpoints is empty, one of a mirrored Endpoints object has no pods")
    func endpointSlices() throws {
        let slices = try Fixture.list(.endpointSlices, of: EndpointSlice.self)
        let empty = try #require(slices.first { $0.serviceName == "tautulli" })
        #expect(empty.endpoints.isEmpty && empty.ports.isEmpty)
        let external = try #require(slices.first { $0.serviceName == "external-service" })
        #expect(external.endpoints == [Endpoint(addresses: ["192.0.2.10"], ready: true)])
    }

    @Test("an event knows its container, and its time however it is written")
    func events() throws {
        let events = try Fixture.list(.events, of: ClusterEvent.self)
        let probe = try #require(events.first { $0.reason == "Unhealthy" })
        #expect((probe.container, probe.count, probe.type) == ("kavita", 8, .warning))
        #expect(events.allSatisfy { $0.lastSeen != nil })
    }

    @Test("a replica set belongs to its deployment")
    func replicaSets() throws {
        let sets = try Fixture.list(.replicaSets, of: ReplicaSet.self)
        #expect(sets.allSatisfy { $0.metadata.controller?.kind == "Deployment" })
    }

    private func pods() throws -> [Pod] { try Fixture.table(.pods, of: Pod.self).map(\.object) }

    private struct Unexpected: Error {}
}
