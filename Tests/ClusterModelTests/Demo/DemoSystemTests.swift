import FoundationEssentials
import Testing

@testable import ClusterModel

struct DemoSystemTests {
    private var demo = DemoCluster(start: demoStart)

    @Test("what k3s brings along is there, in its own namespaces, and well")
    func system() throws {
        let all = applications(in: demo.cluster, at: demoStart).filter { $0.namespace != "kubeseed" }
        let ids = [
            "kube-system/coredns", "default/kubernetes", "kubernetes-dashboard/kubernetes-dashboard",
            "kube-system/local-path-provisioner", "kube-system/metrics-server", "kube-system/traefik",
        ]
        #expect(all.map(\.id) == ids)
        #expect(all.filter { $0.verdict.health != .healthy }.map(\.id) == [])
    }

    @Test("there is enough to read on a page of events, newest and oldest, normal and warning")
    func events() {
        let events = demo.objects(.events).compactMap { object -> ClusterEvent? in
            if case .event(let event) = object { event } else { nil }
        }
        #expect(events.count >= 20)
        #expect(events.count { $0.type == .warning } >= 10)
        #expect(events.count { $0.type == .normal } >= 8)
        #expect(Set(events.map(\.name)).count == events.count)
        for event in events {
            #expect(!event.component.isEmpty && !event.messageText.isEmpty && event.lastSeen != nil, "\(event.reason)")
            #expect(event.firstSeen ?? .distantFuture <= event.lastSeen ?? .distantPast, "\(event.reason)")
            // A real one forgets events after an hour.
            #expect(demoStart.timeIntervalSince(event.lastSeen ?? .distantPast) < 3600, "\(event.reason)")
        }
    }

    @Test("events about a container name it")
    func containers() {
        let unhealthy = demo.cluster.events.values.filter { $0.reason == "Unhealthy" }
        #expect(Set(unhealthy.map(\.container)) == ["kavita", "sonarr"])
        #expect(unhealthy.map(\.sourceText).allSatisfy { $0 == "kubelet, seedbox" })
        let kavita = applications(in: demo.cluster, at: demoStart).first { $0.name == "kavita" }
        #expect(kavita?.verdict.health == .broken)
    }

    @Test("pods say what they run, what they ask for and where their files are")
    func pods() throws {
        let radarr = try #require(demo.pods(of: "radarr").first)
        let container = try #require(radarr.spec.containers.first)
        #expect(
            container.livenessProbe?.text
                == "http-get http://:7878/ping delay=30s timeout=1s period=10s #success=1 #failure=3")
        #expect(container.readinessProbe != nil)
        #expect(container.volumeMounts.map(\.mountPath) == ["/config", "/data"])
        #expect(radarr.spec.volumes.map(\.source.text) == ["HostPath /opt/seedbox/radarr", "HostPath /srv/media"])
        #expect((radarr.status.qosClass, radarr.status.hostIP) == ("BestEffort", "203.0.113.7"))
        #expect(radarr.status.containerStatuses.first?.imageID.hasPrefix("lscr.io/linuxserver/radarr@sha256:") == true)
        let plex = try #require(demo.pods(of: "plex").first)
        #expect(plex.status.qosClass == "Burstable")
        #expect(plex.spec.containers.first?.limits == ResourceAmounts(cpu: "3", memory: "4Gi"))
        #expect(plex.spec.containers.first?.volumeMounts.last?.isReadOnly == true)
        #expect(demo.pods(of: "jellyfin").first?.status.containerStatuses.first?.imageID == "")
    }

    @Test("what happens in a namespace is told there and in all namespaces, and nowhere else")
    func watches() async throws {
        let api = ClusterAPI.demo(start: demoStart, clock: .hurrying(to: 0))
        let streams = ["kubeseed", "", "kube-system"].map { api.changes(.deployments, $0) }
        try await restart("radarr", "kubeseed", api)
        try await restart("coredns", "kube-system", api)
        for (stream, expected) in zip(streams, [(21, "radarr"), (26, "radarr"), (4, "coredns")]) {
            let changes = await stream.first(4)
            guard case .updated(_, let listed) = changes[0], case .updated(_, let changed) = changes[3] else {
                return #expect(Bool(false), "\(changes)")
            }
            #expect(listed.count == expected.0)
            #expect(changed.map(\.metadata.name) == [expected.1])
        }
    }

    private func restart(_ name: String, _ namespace: String, _ api: ClusterAPI) async throws {
        let deployments = try await api.objects(.deployments, namespace).objects
        let uid = try #require(deployments.first { $0.metadata.name == name }).metadata.uid
        try await api.restart(
            ObjectReference(kind: "Deployment", name: name, namespace: namespace, uid: uid), demoStart)
    }
}
