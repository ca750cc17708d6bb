import ClusterModel
import Words

/// The tables, in the order of their tabs.
enum Page: Int, CaseIterable, Hashable, Sendable {
    case apps, pods, deployments, services, ingresses, events

    var title: Phrase {
        switch self {
        case .apps: Phrase("Apps")
        case .pods: Phrase("Pods")
        case .deployments: Phrase("Deployments")
        case .services: Phrase("Services")
        case .ingresses: Phrase("Ingresses")
        case .events: Phrase("Events")
        }
    }

    /// Whose data the page cannot do without.
    var kind: ResourceKind {
        switch self {
        case .apps, .pods: .pods
        case .deployments: .deployments
        case .services: .services
        case .ingresses: .ingresses
        case .events: .events
        }
    }

    /// What it is called after ":", kubectl's short names included; the first is the one that is offered.
    var commandNames: [String] {
        switch self {
        case .apps: ["apps", "app", "applications"]
        case .pods: ["pods", "po", "pod"]
        case .deployments: ["deployments", "deploy", "dp", "deployment"]
        case .services: ["services", "svc", "service"]
        case .ingresses: ["ingresses", "ing", "ingress"]
        case .events: ["events", "ev", "event"]
        }
    }

    /// The page `step` tabs on, around the ends.
    func neighbor(_ step: Int) -> Page {
        let count = Page.allCases.count
        return Page.allCases[(rawValue + step + count) % count]
    }

    /// Its rows in no order; those of `ids` only, unless nil.
    func content(_ model: Model, _ ids: Set<RowID>?) -> PageContent {
        switch self {
        case .apps: appsContent(model, ids)
        case .pods: podsContent(model, ids)
        case .deployments: deploymentsContent(model, ids)
        case .services: servicesContent(model, ids)
        case .ingresses: ingressesContent(model, ids)
        case .events: eventsContent(model, ids)
        }
    }

    /// How many rows it has without a filter; a dash as long as that is not known.
    func countText(in model: Model) -> String {
        let count = count(in: model)
        return count > 0 || isRead(model) ? String(count) : "–"
    }

    /// Whether having no rows is an answer; an application may follow from each kind that the first screen is made of.
    private func isRead(_ model: Model) -> Bool {
        guard self == .apps else { return model.cluster.isAnswered(kind) }
        return ResourceKind.allCases.allSatisfy { !$0.isOnFirstScreen || model.cluster.isAnswered($0) }
    }

    /// How many rows it has without a filter.
    func count(in model: Model) -> Int {
        switch self {
        case .apps: model.snapshot.applications.count
        case .pods: model.cluster.pods.count
        case .deployments: model.cluster.deployments.count
        case .services: model.cluster.services.count
        case .ingresses: model.cluster.ingresses.count
        case .events: model.cluster.events.count
        }
    }
}

extension Cluster {
    /// Whether a kind has been read, or is not there to be read.
    fileprivate func isAnswered(_ kind: ResourceKind) -> Bool { hasRead(kind) || source(kind) == .notServed }
}
