import FoundationEssentials
import Testing

@testable import ClusterModel

struct DemoSeedboxTests {
    private let demo = DemoCluster(start: demoStart)

    @Test("every application of a kubeseed seedbox is there")
    func applications() {
        let names = DemoSeedbox.applications.map(\.name)
        let expected = [
            "bazarr", "externalservice", "flaresolverr", "jackett", "jellyfin", "kavita", "komga", "n8nio", "nextcloud",
            "oauth", "organizr", "overseerr", "plex", "radarr", "rutorrent", "rutorrent-2", "sonarr", "sonarr4k",
            "tautulli", "wgeasy", "wordpress",
        ]
        #expect(names.sorted() == expected)
    }

    @Test(
        "there are as many objects as in the real one",
        arguments: zip(
            [ResourceKind.pods, .deployments, .services, .ingresses, .endpointSlices], [21, 21, 26, 20, 26]))
    func counts(kind: ResourceKind, count: Int) {
        #expect(demo.objects(kind).count == count)
    }

    @Test("each demo that starts at the same time is the same")
    func determinism() {
        var first = DemoCluster(start: demoStart)
        var second = DemoCluster(start: demoStart)
        for seconds in [0.0, 100, 200, 1000] {
            #expect(first.advance(to: demoStart + seconds) == second.advance(to: demoStart + seconds))
        }
        #expect(first.cluster == second.cluster)
    }

    @Test("no two objects share a UID")
    func uids() {
        let uids = ResourceKind.allCases.flatMap { demo.objects($0, in: "") }.map(\.metadata.uid)
        #expect(Set(uids).count == uids.count)
    }

    @Test("nothing changes in the first minute")
    func settled() {
        var demo = demo
        #expect(demo.advance(to: demoStart + 60).isEmpty)
    }

    @Test(
        "what is broken is so in its own way",
        arguments: zip(
            ["overseerr", "kavita", "jellyfin"], ["CrashLoopBackOff", "CrashLoopBackOff", "ImagePullBackOff"]))
    func waitingReasons(name: String, reason: String) {
        #expect(demo.pods(of: name).map(\.waitingReason) == [reason])
    }

    @Test("containers end with the code of what ended them", arguments: zip(["overseerr", "kavita"], [1, 137]))
    func exitCodes(name: String, code: Int) {
        #expect(demo.pods(of: name).first?.status.containerStatuses.first?.lastState.termination?.exitCode == code)
    }

    @Test("what asks for 64 processors is not scheduled")
    func unschedulable() {
        let pod = demo.pods(of: "nextcloud").first
        #expect(pod?.status.conditions.first(type: "PodScheduled")?.reason == "Unschedulable")
        #expect(pod?.status.phase == "Pending")
    }

    @Test("a selector that matches nothing, and a service that stands for another machine")
    func endpoints() {
        let slices = Dictionary(
            demo.cluster.endpointSlices.values.map { ($0.serviceName ?? "", $0) },
            uniquingKeysWith: { first, _ in first })
        #expect(slices["tautulli"]?.endpoints.isEmpty == true)
        #expect(slices["external-service"]?.endpoints.first?.addresses == ["192.0.2.10"])
        #expect(slices["overseerr"]?.endpoints.first?.isReady == false)
        #expect(slices["radarr"]?.endpoints.first?.isReady == true)
        #expect(slices["n8nio"]?.endpoints.count == 1)
    }

    @Test("names are made of the letters that Kubernetes uses")
    func names() {
        let alphabet = Set("bcdfghjklmnpqrstvwxz2456789")
        for pod in demo.cluster.pods.values where pod.name != "n8nio-job" {
            let parts = pod.name.split(separator: "-").suffix(2)
            #expect(parts.allSatisfy { alphabet.isSuperset(of: $0) }, "\(pod.name)")
        }
    }
}
