import Foundation
import Testing

@testable import ClusterModel

/// What is brought up to date change by change is what would be made anew.
struct ApplicationsTests {
    @Test("after any changes, at any time", arguments: 0..<100 as Range<UInt64>)
    func changes(seed: UInt64) {
        var dice = Dice(state: seed)
        var cluster = randomCluster(&dice)
        var now = noon
        var known = Applications(cluster, at: now)
        for step in 1...20 {
            var changes = ClusterChanges()
            for _ in 0..<Int.random(in: 0...3, using: &dice) {
                let change = randomChange(of: cluster, step, &dice)
                changes.note(change, to: cluster)
                cluster.apply(change)
            }
            // Verdicts stand for up to five seconds.
            if dice.isHeads() { now += Double.random(in: 5...900, using: &dice) }
            let before = known.all
            let outcome = known.update(cluster, by: changes, at: now)
            #expect(differences(known.all, applications(in: cluster, at: now)) == [], "step \(step)")
            switch outcome {
            case .nothing: #expect(known.all == before)
            case .some: #expect(known.all.map(identities) == before.map(identities))
            case .all: break
            }
        }
    }

    @Test("a pod's status concerns its application and the one whose service leads to it, and nobody else")
    func local() throws {
        var cluster = try Fixture.seedbox()
        var known = Applications(cluster, at: Fixture.recordedAt)
        for pod in cluster.pods.values.sorted(by: { $0.name < $1.name }) {
            var changed = pod
            changed.status.phase = "Failed"
            changed.status.reason = "Evicted"
            let change = ClusterChange.updated(.pods, [.pod(changed)])
            var changes = ClusterChanges()
            changes.note(change, to: cluster)
            cluster.apply(change)
            let outcome = known.update(cluster, by: changes, at: Fixture.recordedAt)
            guard case .some(let uids, let places) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
            let objects = places.flatMap { known.all[$0].objects }.map(\.metadata.uid)
            #expect(uids.contains(pod.uid) && uids.isSubset(of: objects))
        }
        #expect(known.all == applications(in: cluster, at: Fixture.recordedAt))
        let fresh = applications(in: try Fixture.seedbox(), at: Fixture.recordedAt)
        #expect(known.all != fresh)
    }

    @Test("what changes nothing that is thought of an application concerns none of its other objects")
    func alone() throws {
        var cluster = try Fixture.seedbox()
        var known = Applications(cluster, at: Fixture.recordedAt)
        for pod in cluster.pods.values {
            var changed = pod
            changed.status.qosClass = "Guaranteed"
            let change = ClusterChange.updated(.pods, [.pod(changed)])
            var changes = ClusterChanges()
            changes.note(change, to: cluster)
            cluster.apply(change)
            guard case .some([pod.uid], _) = known.update(cluster, by: changes, at: Fixture.recordedAt) else {
                Issue.record("\(pod.name)")
                continue
            }
        }
    }

    @Test("a verdict stands for five seconds, then the time is taken into account")
    func time() {
        let pod = Pod(metadata: Metadata(name: "web", namespace: "a", uid: "1", creationTimestamp: noon))
        let cluster = Cluster([.pod(pod)])
        var known = Applications(cluster, at: noon + 598)
        func outcome(at now: Date) -> Applications.Outcome { known.update(cluster, by: ClusterChanges(), at: now) }
        #expect(known.all.map(\.verdict.health) == [.progressing])
        #expect(!known.isDue(at: noon + 602))
        #expect(outcome(at: noon + 602) == .nothing)
        #expect(known.all.map(\.verdict.health) == [.progressing])
        #expect(known.isDue(at: noon + 603))
        #expect(outcome(at: noon + 603) == .some(["1"], places: [0]))
        #expect(known.all.map(\.verdict.health) == [.broken])
        // The clock was set back.
        #expect(outcome(at: noon) == .all)
        #expect(known.all.map(\.verdict.health) == [.progressing])
    }

    /// Short, as whole applications are long.
    private func differences(_ some: [Application], _ others: [Application]) -> [String] {
        if some.map(\.name) != others.map(\.name) { return ["\(some.map(\.name)) \(others.map(\.name))"] }
        return zip(some, others).filter { $0 != $1 }.map { one, other in
            if one.chains + one.sideChains != other.chains + other.sideChains {
                let chains = [one, other].map { Set(($0.chains + $0.sideChains).map { "\($0)" }) }
                return "\(one.name): \(chains[0].symmetricDifference(chains[1]))"
            }
            return "\(one.name): \(one.verdict) \(other.verdict)"
        }
    }

    private func identities(_ application: Application) -> [UID] { application.objects.map(\.metadata.uid) }

    private func randomChange(of cluster: Cluster, _ step: Int, _ dice: inout Dice) -> ClusterChange {
        let new = 100 + step
        switch Int.random(in: 0..<10, using: &dice) {
        case 0: return .updated(.pods, [.pod(randomPod(Int.random(in: 0...new, using: &dice), &dice))])
        case 1:
            return .updated(.endpointSlices, [.endpointSlice(randomSlice(Int.random(in: 0...40, using: &dice), &dice))])
        case 2, 3: return .updated(.events, [.event(randomEvent(&dice))])
        case 4:
            let deployment = cluster.deployments.values.sorted { $0.uid < $1.uid }.randomElement(using: &dice)
            guard let deployment else { return .source(.pods, .live) }
            var other = randomDeployment(new, &dice)
            other.metadata = deployment.metadata
            if dice.isHeads() { other.spec.template.labels = deployment.spec.template.labels }
            return .updated(.deployments, [.deployment(other)])
        case 5:
            let other = randomOther(Int.random(in: 0...40, using: &dice), &dice)
            return .updated(other.kind, [other])
        case 6:
            let objects = cluster.all.sorted { ($0.metadata.uid, "\($0.kind)") < ($1.metadata.uid, "\($1.kind)") }
            guard let object = objects.randomElement(using: &dice) else { return .source(.services, .live) }
            return .deleted(object.kind, object.metadata.uid)
        case 7 where dice.isHeads():
            return .source(dice.one(of: ResourceKind.allCases, or: .pods), dice.one(of: [.live, .loading], or: .live))
        default:
            let pod = cluster.pods.values.sorted { $0.uid < $1.uid }.randomElement(using: &dice)
            guard let pod else { return .source(.pods, .live) }
            var other = randomPod(new, &dice)
            other.metadata = pod.metadata
            if dice.isHeads() { other.metadata.deletionTimestamp = noon }
            return .updated(.pods, [.pod(other)])
        }
    }

    private func randomEvent(_ dice: inout Dice) -> ClusterEvent {
        let number = Int.random(in: 0...30, using: &dice)
        let target = ObjectReference(kind: "Pod", name: "x", uid: "uid \(number)")
        var event = ClusterEvent(
            metadata: Metadata(name: "e", namespace: "kubeseed", uid: "event \(number % 7)"), regarding: target)
        event.fieldPath = dice.one(of: ["", "spec.containers{web}"], or: "")
        event.reason = dice.one(of: ["FailedMount", "Unhealthy", "FailedCreate", "Pulled"], or: "")
        event.message = dice.one(of: ["Readiness probe failed: no", "no space"], or: "")
        event.lastSeen = noon.addingTimeInterval(.random(in: -100...100, using: &dice))
        return event
    }
}
