package import Words

/// What belongs together in the owner's eyes: the workloads, pods, services and ingresses of one name.
package struct Application: Equatable, Sendable {
    package var name: String
    package var namespace = ""
    /// The one named as the application first, then by name; so are the other workloads.
    package var deployments: [Deployment] = []
    package var statefulSets: [StatefulSet] = []
    package var daemonSets: [DaemonSet] = []
    /// Those that no deployment keeps.
    package var replicaSets: [ReplicaSet] = []
    package var cronJobs: [CronJob] = []
    /// Newest first.
    package var jobs: [Job] = []
    /// Newest first.
    package var pods: [Pod] = []
    /// By name.
    package var services: [Service] = []
    /// By name; with those that lead to it among others, and those of cert-manager's solvers.
    package var ingresses: [Ingress] = []
    /// Those that belong to another application first of all.
    package var sharedIngresses: Set<UID> = []
    /// Those that select its pods, by name; others may share them.
    package var networkPolicies: [NetworkPolicy] = []
    /// Those that its ingresses ask for, by name; others may share them.
    package var certificates: [Certificate] = []
    /// Who may pass each of its entrances.
    package var authentications: [UID: Authentication] = [:]
    /// The services that middlewares of its ingresses ask who may pass.
    var gates: Set<UID> = []
    /// One for each host and path, or one from the main service where there is no ingress.
    package var chains: [Chain] = []
    /// Through services and pods that none of `chains` passes, such as node ports and databases.
    package var sideChains: [Chain] = []
    package var verdict = Verdict(health: .healthy, status: .nothing)

    /// What tells it from others: in another namespace there may be one of the same name.
    package var id: String { "\(namespace)/\(name)" }

    /// Nil without an ingress; where ingresses differ, the most open one.
    package var authentication: Authentication? {
        let mostOpenFirst: [Authentication] = [.none, .other, .basic, .oauth]
        return mostOpenFirst.first(where: authentications.values.contains)
    }

    /// The ingresses that people come in through.
    package var entrances: [Ingress] { ingresses.filter { !$0.metadata.isSolver } }
}

/// Who may reach an application through its ingress, as Traefik's middlewares decide.
package enum Authentication: String, Sendable {
    case none, basic, oauth
    /// Middlewares that do something else, or whose names say nothing about it.
    case other

    package var word: Phrase {
        switch self {
        case .none: Phrase("none")
        case .basic, .oauth: Phrase(verbatim: rawValue)
        case .other: Phrase("other")
        }
    }
}
