import ClusterModel
import TUI

/// What a row is about.
enum Selection: Equatable {
    case application(Application)
    /// An object and the application that it belongs to, if any.
    case object(ClusterObject, Application?)

    var application: Application? {
        switch self {
        case .application(let application): application
        case .object(_, let application): application
        }
    }

    var title: String {
        switch self {
        case .application(let application): application.name
        case .object(.event(let event), _): event.regarding.name
        case .object(let object, _): object.metadata.name
        }
    }

    /// Broken ones first.
    var chains: [Chain] {
        switch self {
        case .application(let application): application.chains.brokenFirst
        case .object(let object, let application?):
            ClusterModel.chains(for: object, in: application).brokenFirst
        case .object(_, nil): []
        }
    }

    var verdict: Verdict? { application?.verdict }

    /// The container whose end is the cause.
    var crash: CrashedContainer? { verdict?.crash }

    /// The workload that a restart of the selection means.
    var restartable: Workload? {
        switch self {
        case .object(.deployment(let deployment), _): .deployment(deployment)
        case .object(.pod(let pod), let application): application?.restartables.first { $0.owns(pod) }
        case .application(let application): application.mainWorkload
        case .object(_, let application): application?.mainWorkload
        }
    }

    /// The pod whose log is meant: the selected one, else the liveliest.
    var pod: Pod? {
        switch self {
        case .object(.pod(let pod), _): return pod
        case .object(.deployment(let deployment), let application):
            return application?.pods.filter { application?.deployment(of: $0)?.uid == deployment.uid }.liveliest
        case .object(.event(let event), let application?):
            let own = application.pods.first { $0.uid == event.regarding.uid }
            return own ?? application.shownPod
        case .application(let application): return application.shownPod
        case .object(_, let application): return application?.shownPod
        }
    }
}

extension Application {
    /// The deployment whose selector takes in a pod of this application.
    func deployment(of pod: Pod) -> Deployment? {
        deployments.first { $0.selects(pod) }
    }
}

extension [Chain] {
    fileprivate var brokenFirst: [Chain] {
        filter { $0.firstBroken != nil } + filter { $0.firstBroken == nil }
    }
}

extension Model {
    /// The current row.
    var selection: Selection? { table.cursor.selected.flatMap(selection(of:)) }

    /// What keys act on: what is open on the whole screen, else the current row.
    var target: Selection? { opened.last.map { selection(of: $0.id) } ?? selection }

    /// What keys that take marks act on: the marked rows in the order of the table, else the target.
    var targets: [Selection] {
        let marked = opened.isEmpty ? content.ids.filter(table.marked.contains) : []
        return marked.isEmpty ? [target].compactMap(\.self) : marked.compactMap(selection(of:))
    }

    /// Nil if there is no such row any more.
    func selection(of id: RowID) -> Selection? {
        switch id {
        case .application(let id): return snapshot.application(id).map(Selection.application)
        case .object(let uid):
            if let event = cluster.events[uid] {
                return .object(.event(event), snapshot.application(of: event.regarding.uid))
            }
            return cluster.object(uid).map { .object($0, snapshot.application(of: uid)) }
        }
    }
}

extension Cluster {
    /// One of those that have a table.
    fileprivate func object(_ uid: UID) -> ClusterObject? {
        pods[uid].map(ClusterObject.pod) ?? deployments[uid].map(ClusterObject.deployment)
            ?? services[uid].map(ClusterObject.service) ?? ingresses[uid].map(ClusterObject.ingress)
    }
}
