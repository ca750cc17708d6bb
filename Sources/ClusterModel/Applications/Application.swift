/// What belongs together in the owner's eyes: the workloads, pods, services and ingresses of one name.
package struct Application: Equatable, Sendable {
    package var name: String
    package var namespace = ""
    /// The one named as the application first, then by name.
    package var deployments: [Deployment] = []
    /// Newest first.
    package var pods: [Pod] = []
    /// By name.
    package var services: [Service] = []
    /// By name.
    package var ingresses: [Ingress] = []
    /// One for each host and path, or one from the main service where there is no ingress.
    package var chains: [Chain] = []
    /// Through services and pods that none of `chains` passes, such as node ports and databases.
    package var sideChains: [Chain] = []
    package var verdict = Verdict(health: .healthy, status: "")

    /// What keys act on: the deployment named as the application, else the first.
    package var mainDeployment: Deployment? { deployments.first }
}

/// What kstop thinks of an application, and why.
package struct Verdict: Equatable, Sendable {
    package var health: Health
    /// A word or two for the STATUS column: kubectl's word where there is one.
    package var status: String
    /// One sentence naming the cause; nil unless something is wrong or under way.
    package var why: String?

    package init(health: Health, status: String, why: String? = nil) {
        self.health = health
        self.status = status
        self.why = why
    }
}

package enum Health: String, CaseIterable, Sendable {
    case healthy
    /// On its way to be healthy: starting, rolling out.
    case progressing
    /// Some of it works.
    case degraded
    case broken
    /// Scaled to zero on purpose.
    case stopped
    /// Ran to its end.
    case completed
    /// What must be read to judge it cannot be read.
    case unknown

    /// Whether someone should look at it.
    package var needsAttention: Bool {
        switch self {
        case .degraded, .broken: true
        case .healthy, .progressing, .stopped, .completed, .unknown: false
        }
    }
}

/// Who may reach an application through its ingress, as Traefik's middlewares decide.
package enum Authentication: String, Sendable {
    case none, basic, oauth
    /// Middlewares whose names say nothing about it.
    case other
}
