import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct DemoClusterTests {
    private var demo = DemoCluster(start: demoStart)

    @Test("a restart goes through the stages of a rollout to its end")
    mutating func restart() throws {
        let old = demo.pods(of: "sonarr").map(\.name)
        try demo.restart("sonarr")
        let stages = demo.statuses(of: "sonarr", for: 10).map(\.stage)
        #expect(stages.uniqued == ["unobserved", "updating", "terminating", "done"])
        let new = demo.pods(of: "sonarr")
        #expect(new.count == 1)
        #expect(new.first?.isReady == true)
        #expect(!old.contains(new.first?.name ?? ""))
    }

    @Test("two pods share the files of a restarting application for a moment")
    mutating func overlap() throws {
        try demo.restart("radarr")
        _ = demo.advance(to: demoStart + 2)
        #expect(demo.pods(of: "radarr").map(\.waitingReason) == ["ContainerCreating", nil])
    }

    @Test("endpoints follow the new pod")
    mutating func endpointsFollow() throws {
        try demo.restart("jackett")
        _ = demo.advance(to: demoStart + 20)
        let slice = demo.cluster.endpointSlices.values.first { $0.serviceName == "jackett" }
        #expect(slice?.endpoints.map(\.target?.name) == demo.pods(of: "jackett").map(\.name))
    }

    @Test("a restart does not heal what is broken", arguments: ["jellyfin", "nextcloud"])
    mutating func restartBroken(name: String) throws {
        try demo.restart(name)
        let stages = demo.statuses(of: name, for: 700).map(\.stage)
        #expect(stages.last == "exceeded")
        #expect(demo.pods(of: name).count == 2)
    }

    @Test("a container that starts and then fails is rolled out, and fails again")
    mutating func restartCrashing() throws {
        try demo.restart("overseerr")
        #expect(demo.statuses(of: "overseerr", for: 5).map(\.stage).contains("done"))
        _ = demo.advance(to: demoStart + 60)
        #expect(demo.pods(of: "overseerr").map(\.waitingReason) == ["CrashLoopBackOff"])
    }

    @Test("restarting what is stopped starts nothing")
    mutating func restartStopped() throws {
        try demo.restart("sonarr4k")
        #expect(demo.statuses(of: "sonarr4k", for: 60).map(\.stage).uniqued == ["unobserved", "done"])
        #expect(demo.pods(of: "sonarr4k").isEmpty)
    }

    @Test("a second restart within a second is refused, as is one of a paused or unknown deployment")
    mutating func refusals() throws {
        try demo.restart("radarr")
        #expect(throws: APIError.self) { try demo.restart("radarr") }
        #expect(throws: APIError.notFound("deployments.apps", "radar")) { try demo.restart("radar") }
        var paused = try #require(demo.deployment("sonarr"))
        paused.spec.isPaused = true
        demo.write(.deployment(paused))
        let words = "deployments.apps \"sonarr\" can't restart paused deployment (run rollout resume first)"
        #expect(throws: APIError.notAsked(Phrase(verbatim: words))) { try demo.restart("sonarr") }
    }

    @Test("the restart counts of broken containers go up, and their events are counted")
    mutating func backOff() {
        let before = (demo.pods(of: "overseerr") + demo.pods(of: "kavita")).map(\.restartCount)
        _ = demo.advance(to: demoStart + 700)
        let after = (demo.pods(of: "overseerr") + demo.pods(of: "kavita")).map(\.restartCount)
        #expect(zip(before, after).allSatisfy { $0 < $1 })
        #expect(demo.cluster.events.values.contains { $0.reason == "BackOff" && $0.count == 20_114 })
    }

    @Test("kavita runs for a while between two kills")
    mutating func kavitaRuns() {
        _ = demo.advance(to: demoStart + 150)
        #expect(demo.pods(of: "kavita").first?.isReady == true)
        _ = demo.advance(to: demoStart + 180)
        #expect(demo.pods(of: "kavita").first?.waitingReason == "CrashLoopBackOff")
    }
}

extension [String] {
    /// Without what repeats its predecessor.
    fileprivate var uniqued: [String] {
        reduce(into: []) { result, element in
            if result.last != element { result.append(element) }
        }
    }
}
