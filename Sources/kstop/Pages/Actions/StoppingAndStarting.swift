import ClusterModel
import TUI
import Words

extension Selection {
    /// What a stop or a start of the selection means: a workload itself, that of a pod, else all of an application's.
    var scalables: [Workload] {
        switch self {
        case .object(.deployment(let deployment), _): return [.deployment(deployment)]
        case .object(.pod(let pod), let application): return application?.scalables.filter { $0.owns(pod) } ?? []
        case .application(let application): return application.scalables
        case .object(_, let application): return application?.scalables ?? []
        }
    }
}

extension Application {
    /// All that can be stopped and started, in the order of `restartables`.
    var scalables: [Workload] { restartables.filter { $0.scalingWorkload != nil } }
}

extension Model {
    /// Asks for the stop of what runs among the targets; if nothing does, for the start of all.
    mutating func askForStopOrStart() {
        let targets = targets
        guard let first = targets.first else { return }
        var workloads: [Workload] = []
        for workload in targets.flatMap(\.scalables) where !workloads.contains(workload) { workloads.append(workload) }
        let running = workloads.filter { $0.replicas > 0 }
        if !running.isEmpty { return askWhether(.stop(running)) }
        if !workloads.isEmpty { return askWhether(.start(workloads)) }
        say(Phrase("\(first.title) has nothing to stop or start"), .warning)
    }

    mutating func stop(_ asked: [Workload]) -> [Effect] {
        let present = present(asked)
        let names = present.map(\.name).joined(separator: ", ")
        sayOfDeed(Phrase("stopping \(names) …"), gone: firstGone(asked))
        return present.filter { $0.replicas > 0 }.compactMap { workload in
            workload.scaling(to: 0, remembering: workload.replicas).map(Effect.scale)
        }
    }

    mutating func start(_ asked: [Workload]) -> [Effect] {
        let present = present(asked)
        let names = present.map(\.name).joined(separator: ", ")
        sayOfDeed(Phrase("starting \(names) …"), gone: firstGone(asked))
        return present.filter { $0.replicas == 0 }.compactMap { workload in
            workload.scaling(to: workload.replicasToStart).map(Effect.scale)
        }
    }

    /// Those of some workloads that have not been replaced since they were asked about.
    func present(_ asked: [Workload]) -> [Workload] { asked.compactMap { cluster.workload($0.uid) } }

    func firstGone(_ asked: [Workload]) -> Phrase? { asked.first { cluster.workload($0.uid) == nil }?.title }
}
