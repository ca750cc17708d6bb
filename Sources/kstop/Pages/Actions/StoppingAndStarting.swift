import ClusterModel
import TUI
import Words

extension Selection {
    /// What a stop or a start of the selection means: a workload itself, that of a pod, else all of an application's.
    var scalables: [Scalable] {
        switch self {
        case .object(.deployment(let deployment), _): return [.deployment(deployment)]
        case .object(.pod(let pod), let application): return application?.scalables.filter { $0.owns(pod) } ?? []
        case .application(let application): return application.scalables
        case .object(_, let application): return application?.scalables ?? []
        }
    }
}

extension Application {
    /// All that can be stopped and started, the main one first.
    var scalables: [Scalable] {
        deployments.map(Scalable.deployment) + statefulSets.map(Scalable.statefulSet)
    }
}

extension Model {
    /// Asks for the stop of what runs among the targets; if nothing does, for the start of all.
    mutating func askForStopOrStart() {
        let targets = targets
        guard let first = targets.first else { return }
        var workloads: [Scalable] = []
        for workload in targets.flatMap(\.scalables) where !workloads.contains(workload) { workloads.append(workload) }
        let running = workloads.filter { $0.replicas > 0 }
        if !running.isEmpty { return askWhether(.stop(running)) }
        if !workloads.isEmpty { return askWhether(.start(workloads)) }
        say(Phrase("\(first.title) has nothing to stop or start"), .warning)
    }

    mutating func stop(_ asked: [Scalable]) -> [Effect] {
        let present = present(asked)
        let names = present.map(\.name).joined(separator: ", ")
        sayOfDeed(Phrase("stopping \(names) …"), gone: firstGone(asked))
        return present.filter { $0.replicas > 0 }.map { .scale($0.scaling(to: 0, remembering: $0.replicas)) }
    }

    mutating func start(_ asked: [Scalable]) -> [Effect] {
        let present = present(asked)
        let names = present.map(\.name).joined(separator: ", ")
        sayOfDeed(Phrase("starting \(names) …"), gone: firstGone(asked))
        return present.filter { $0.replicas == 0 }.map { .scale($0.scaling(to: $0.replicasToStart)) }
    }

    private func present(_ asked: [Scalable]) -> [Scalable] { asked.compactMap { cluster.scalable($0.metadata.uid) } }

    private func firstGone(_ asked: [Scalable]) -> Phrase? {
        asked.first { cluster.scalable($0.metadata.uid) == nil }?.title
    }
}
