import FoundationEssentials
import Testing

@testable import ClusterModel

struct DemoMetricsTests {
    private var demo = DemoCluster(start: demoStart)

    @Test("what runs is measured, what has crashed or waits is not")
    func measured() throws {
        let metrics = metrics()
        for name in ["radarr", "plex", "db-wordpress"] {
            let usage = try #require(metrics.usage(of: demo.pods(of: name)))
            #expect(usage.cpu > 0 && usage.memory > 0, "\(name)")
        }
        for name in ["overseerr", "kavita", "jellyfin", "nextcloud"] {
            #expect(metrics.usage(of: demo.pods(of: name)) == nil, "\(name)")
        }
    }

    @Test("the node uses more than its pods, and less than it has")
    func node() throws {
        let node = try #require(demo.cluster.nodes.values.first)
        let pods = metrics().pods.values.reduce(Usage(), +)
        let usage = try #require(metrics().nodes[node.name])
        #expect(usage.cpu > pods.cpu && usage.cpu < node.allocatable.cpu)
        #expect(usage.memory > pods.memory && usage.memory < node.allocatable.memory)
        #expect(node.statusText == "Ready")
    }

    @Test("a fresh pod is measured after 15 seconds")
    mutating func fresh() throws {
        try demo.restart("radarr")
        _ = demo.advance(to: demoStart + 10)
        let pod = try #require(demo.pods(of: "radarr").first)
        #expect(metrics().usage(of: pod) == nil)
        _ = demo.advance(to: demoStart + 30)
        #expect(metrics().usage(of: pod) != nil)
    }

    @Test("it stands still between two measurements, moves gently, and is the same at the same time")
    func gentle() throws {
        let plex = try #require(demo.pods(of: "plex").first)
        let usages = stride(from: 0.0, to: 3600, by: 15).compactMap { metrics(at: $0).usage(of: plex) }
        let steps = zip(usages, usages.dropFirst()).map { abs($1.cpu - $0.cpu) }
        #expect(steps.max().map { $0 > 0 && $0 < 40 } == true)
        #expect(metrics(at: 16).pods == metrics(at: 29).pods)
        #expect(metrics(at: 16).pods != metrics(at: 31).pods)
    }

    @Test("a stream tells of a namespace, again and again")
    func stream() async {
        let api = ClusterAPI.demo(start: demoStart, clock: .hurrying(to: 60))
        let changes = await api.metrics("kubeseed").first(3)
        let moments = changes.map { change -> Double? in
            guard case .read(let metrics) = change else { return nil }
            return metrics.at.timeIntervalSince(demoStart)
        }
        #expect(moments == [0, 15, 30])
        guard case .read(let elsewhere)? = await api.metrics("default").first(1).first else {
            return #expect(Bool(false))
        }
        #expect(elsewhere.pods.isEmpty && elsewhere.nodes.count == 1)
    }

    private func metrics(at seconds: Double? = nil) -> Metrics {
        let now = seconds.map { demoStart + $0 } ?? demo.now
        return DemoMetrics(demo.cluster, at: now).metrics("", at: now)
    }
}
