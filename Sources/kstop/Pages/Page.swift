import ClusterModel
import FoundationEssentials
import TUI

/// The tables, in the order of their tabs.
enum Page: Int, CaseIterable, Hashable, Sendable {
    case apps, pods, deployments, services, ingresses

    var title: String {
        switch self {
        case .apps: "Apps"
        case .pods: "Pods"
        case .deployments: "Deployments"
        case .services: "Services"
        case .ingresses: "Ingresses"
        }
    }

    /// Whose data the page cannot do without.
    var kind: ResourceKind {
        switch self {
        case .apps, .pods: .pods
        case .deployments: .deployments
        case .services: .services
        case .ingresses: .ingresses
        }
    }
}

/// What identifies a row for as long as it exists: an object's UID, or an application's name.
enum RowID: Hashable, Sendable {
    case application(String)
    case object(UID)
}

/// One row of a page.
struct PageRow: Equatable, Sendable {
    var id: RowID
    var name: String
    /// The application it belongs to.
    var application: String
    var health: Health
    var status = ""
    var restarts = 0
    var created: Date?
    /// When a container of it ended last.
    var lastRestart: Date?
    /// As many as the page has columns.
    var cells: [StyledText]
}

extension PageRow {
    /// A row of an object, begun by its mark and name, with kubectl's cells, its age and its application behind.
    init(_ metadata: Metadata, _ health: Health, _ cells: [StyledText], wide: [String] = [], _ model: Model) {
        let application = model.snapshot.applicationName(of: metadata.uid)
        let age = StyledText(age(since: metadata.creationTimestamp, at: model.now), .quiet)
        let wideCells = model.isWide ? wide.map { StyledText($0, .quiet) } : []
        self.init(
            id: .object(metadata.uid), name: metadata.name, application: application, health: health,
            created: metadata.creationTimestamp,
            cells: [health.title(metadata.name)] + cells + [age, StyledText(application)] + wideCells)
    }
}

/// A page's table before filter and order.
struct PageContent: Equatable, Sendable {
    var columns: [Column]
    var rows: [PageRow]
}

extension Page {
    func content(_ model: Model) -> PageContent {
        switch self {
        case .apps: appsContent(model)
        case .pods: podsContent(model)
        case .deployments: deploymentsContent(model)
        case .services: servicesContent(model)
        case .ingresses: ingressesContent(model)
        }
    }
}
