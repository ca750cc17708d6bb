import ClusterModel
import FoundationEssentials
import Words

/// How far a workload has come after a change, as `kubectl rollout status` tells it.
enum RolloutStep: Equatable {
    case waiting(Phrase)
    case done(Phrase)
    /// Why it will not be done, or not as it should be.
    case failed([Phrase])
}

extension Workload {
    /// Nil as long as the workload has not been read.
    func step(after deed: Change.Deed, in cluster: Cluster, at now: Date) -> RolloutStep? {
        switch cluster.source(kind) {
        case .loading: return nil
        case .forbidden(let message): return .failed([Phrase(verbatim: message)])
        case .notServed: return .failed([Phrase("the API server has no \(kind.plural)")])
        case .live, .polled, .failing: break
        }
        guard let present = cluster.workload(uid) else { return .failed([Phrase("\(title) is gone")]) }
        let step = RolloutStep(deed == .restart ? present.rolloutStatus : present.scaledStatus)
        if case .done = step, present.replicas == 0 {
            // kubectl looks no further than to the new spec; who waits for a stop waits for its pods.
            if cluster.source(.pods) == .loading { return nil }
            return present.stopping(in: cluster).map(RolloutStep.waiting) ?? step
        }
        guard case .waiting = step, let trouble = cluster.rolloutTrouble(uid, at: now), present.isObserved
        else { return step.adding(cluster.rolloutDelay(uid, at: now)) }
        return .failed([trouble])
    }

}

extension RolloutStep {
    fileprivate init(_ status: RolloutStatus) {
        switch status.stage {
        case .waiting: self = .waiting(status.sentence)
        case .done: self = .done(status.sentence)
        case .failed: self = .failed([status.sentence])
        }
    }

    /// A failure, with what is known to be behind it.
    fileprivate func adding(_ reason: Phrase?) -> RolloutStep {
        guard case .failed(let lines) = self, let reason else { return self }
        return .failed(lines + [reason])
    }
}

extension ScriptContext {
    private enum News: Sendable {
        case change(ClusterChange)
        case timeUp
    }

    /// Says how the workloads come along, one after the other, until all are done or known to fail.
    ///
    /// - Parameter timeout: seconds for all of them together.
    func follow(_ workloads: [Workload], after deed: Change.Deed, timeout: Double?) async -> Int32 {
        let namespaces = Set(workloads.map(\.metadata.namespace))
        var cluster = Cluster()
        var rest = workloads[...]
        var lastSentence = ""
        var status = ExitStatus.success
        for await item in news(of: namespaces.count == 1 ? workloads[0].metadata.namespace : "", timeout) {
            if case .change(let change) = item { cluster.apply(change) }
            while let workload = rest.first, let step = workload.step(after: deed, in: cluster, at: now()) {
                switch step {
                case .waiting(let phrase):
                    let sentence = phrase.text(in: language)
                    if sentence != lastSentence { console.print(sentence) }
                    lastSentence = sentence
                case .done(let sentence): console.print(sentence.text(in: language))
                case .failed(let lines):
                    let words = [Phrase(verbatim: workload.resource), lines.joined(separator: " ")]
                    complain(words.joined(separator: ": "))
                    status = ExitStatus.failure
                }
                if case .waiting = step { break }
                rest = rest.dropFirst()
            }
            if rest.isEmpty { return status }
            guard case .timeUp = item else { continue }
            rest.forEach { complainOfTime($0, cluster) }
            return ExitStatus.failure
        }
        return ExitStatus.failure
    }

    private func complainOfTime(_ workload: Workload, _ cluster: Cluster) {
        let words = Phrase("timed out waiting for \(workload.resource)")
        let reason = cluster.rolloutDelay(workload.uid, at: now())
        complain(reason.map { Phrase("\(words): \($0)") } ?? words)
    }

    private func news(of namespace: String, _ timeout: Double?) -> AsyncStream<News> {
        let kinds = [ResourceKind.deployments, .replicaSets, .statefulSets, .daemonSets, .pods, .events]
        return AsyncStream { continuation in
            let task = Task {
                await withTaskGroup(of: Void.self) { group in
                    for kind in kinds {
                        group.addTask {
                            for await change in api.changes(kind, namespace) { continuation.yield(.change(change)) }
                        }
                    }
                    if let timeout {
                        group.addTask {
                            try? await Task.sleep(for: .seconds(timeout))
                            continuation.yield(.timeUp)
                        }
                    }
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}
