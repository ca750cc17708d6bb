import Foundation
import Testing

@testable import ClusterModel

/// Whatever the API server sends, no object is lost and nothing traps.
struct RandomClusterTests {
    @Test("every object is in exactly one application, and on one of its chains", arguments: 0..<200 as Range<UInt64>)
    func nothingIsLost(seed: UInt64) {
        var dice = Dice(state: seed)
        let cluster = randomCluster(&dice)
        let found = applications(in: cluster, at: noon)
        check(found.flatMap(\.pods).map(\.uid), Array(cluster.pods.keys))
        check(found.flatMap(\.deployments).map(\.uid), Array(cluster.deployments.keys))
        check(found.flatMap(\.services).map(\.uid), Array(cluster.services.keys))
        check(found.flatMap(\.ingresses).map(\.uid), Array(cluster.ingresses.keys))
        check(found.flatMap(\.statefulSets).map(\.uid), Array(cluster.statefulSets.keys))
        check(found.flatMap(\.daemonSets).map(\.uid), Array(cluster.daemonSets.keys))
        check(found.flatMap(\.jobs).map(\.uid), Array(cluster.jobs.keys))
        if cluster.sources.isEmpty {
            let shared = Set(found.flatMap { $0.networkPolicies.map(\.uid) + $0.certificates.map(\.uid) })
            #expect(shared == Set(cluster.networkPolicies.keys).union(cluster.certificates.keys))
        }
        for application in found {
            let chains = application.chains + application.sideChains
            let passed = chains.reduce(into: Set<UID>()) { $0.formUnion($1.objects) }
            #expect(chains.allSatisfy { !$0.links.isEmpty })
            #expect(application.pods.allSatisfy { passed.contains($0.uid) })
            #expect(application.statefulSets.allSatisfy { passed.contains($0.uid) })
            #expect(chains.allSatisfy { $0.fault == nil || $0.firstBroken != nil })
            #expect(!application.verdict.health.needsAttention || application.verdict.why != nil)
            #expect(application.services.allSatisfy { passed.contains($0.uid) })
        }
    }

    @Test("the same cluster always gives the same applications", arguments: 0..<20 as Range<UInt64>)
    func isDeterministic(seed: UInt64) {
        var (dice, sameDice) = (Dice(state: seed), Dice(state: seed))
        let found = applications(in: randomCluster(&dice), at: noon)
        #expect(found == applications(in: randomCluster(&sameDice), at: noon))
    }

    private func check(_ found: [UID], _ expected: [UID], at location: SourceLocation = #_sourceLocation) {
        #expect(found.sorted() == expected.sorted(), sourceLocation: location)
    }
}
