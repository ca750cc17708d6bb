/// The applications of the made-up seedbox, one line each; eight of them do not serve, each for another reason.
enum DemoSeedbox {
    static let namespace = "kubeseed"
    static let dashboardNamespace = "kubernetes-dashboard"
    static let systemNamespace = "kube-system"
    static let namespaces = ["default", systemNamespace, dashboardNamespace, namespace]
    static let dashboardAccount = "admin-user"
    /// The secret with the passwords of visitors.
    static let passwords = "authsecret"
    static let node = "seedbox"
    static let domain = "seedbox.example"
    /// Where Traefik answers.
    static let address = "203.0.113.7"

    static let applications: [DemoApplication] = [
        DemoApplication("radarr", 7878, .oauth, created: 212, updated: 40),
        DemoApplication("sonarr", 8989, .basic, created: 212, updated: 40),
        DemoApplication("jackett", 9117, .basic, created: 212, updated: 12),
        DemoApplication("oauth", 4181, image: "thomseddon/traefik-forward-auth:latest", volume: nil, created: 212),
        DemoApplication(
            "plex", 32400, image: "plexinc/pms-docker:latest", host: "tv", nodePorts: [32400], created: 212,
            updated: 40,
            restarts: PastRestarts(count: 1, daysAgo: 4)),
        DemoApplication(
            "rutorrent", 8080, .basic, image: "mondedie/rutorrent:latest", nodePorts: [30000], created: 212,
            updated: 26,
            restarts: PastRestarts(count: 2, daysAgo: 11)),
        DemoApplication(
            "rutorrent-2", 8080, .basic, image: "mondedie/rutorrent:latest", nodePorts: [30002], created: 64),
        DemoApplication(
            "wordpress", 80, image: "wordpress:latest", volume: "/var/www/html", host: "blog", created: 90, updated: 9,
            database: DemoDatabase(name: "db-wordpress", port: 3306, image: "mariadb:11", volume: "/var/lib/mysql")),
        DemoApplication("n8nio", 5678, image: "n8nio/n8n:latest", volume: "/home/node/.n8n", created: 33, updated: 3),
        DemoApplication(
            "wgeasy", 51821, image: "ghcr.io/wg-easy/wg-easy:latest", volume: "/etc/wireguard", created: 120,
            udp: DemoUDPPort(port: 51820, nodePort: 31820)),
        DemoApplication(
            "flaresolverr", 8191, image: "ghcr.io/flaresolverr/flaresolverr:latest", volume: nil, exposure: .service,
            created: 18),
        DemoApplication("externalservice", 80, .basic, host: "nas", exposure: .external("192.0.2.10"), created: 75),
        DemoApplication("overseerr", 5055, created: 58, updated: 3.1, behavior: .exits),
        DemoApplication(
            "jellyfin", 8096, .basic, image: "registry.invalid/jellyfin/jellyfin:10.9", created: 1.2,
            behavior: .imageMissing),
        DemoApplication(
            "nextcloud", 80, .basic, image: "nextcloud:latest", volume: "/var/www/html", created: 0.3,
            behavior: .unschedulable),
        DemoApplication("kavita", 5000, .basic, created: 2.2, behavior: .failsProbe),
        DemoApplication("tautulli", 8181, .basic, selected: "tautuli", created: 9),
        DemoApplication("bazarr", 6767, .basic, ingressPort: 6768, created: 212, updated: 12),
        DemoApplication("komga", 25600, .basic, ingressService: "komga-web", created: 5.1),
        DemoApplication("sonarr4k", 8989, .basic, created: 80, replicas: 0, certificate: .days(5)),
        DemoApplication("organizr", 80, .oauth, created: 212, updated: 40, certificate: .notIssued),
    ]

    static let workloads = applications.flatMap(\.workloads)

    /// The workload that a container belongs to: containers are named after theirs.
    static func workload(ofContainer name: String) -> DemoWorkload? { workloads.first { $0.name == name } }
}

/// What is to be known of an application to write down all its objects.
struct DemoApplication: Sendable {
    enum Exposure: Sendable, Equatable {
        case ingress
        /// A service only; the one application without the label `ksapp`.
        case service
        /// An ingress to a service without pods, which leads to that address.
        case external(String)
    }

    let name: String
    let port: Int
    let authentication: Authentication
    let image: String
    /// Where the files that outlive the pod are mounted.
    let volume: String?
    /// The first label of the host name.
    let host: String
    let exposure: Exposure
    let nodePorts: [Int]
    let udp: DemoUDPPort?
    let database: DemoDatabase?
    /// The label that the service selects; not the application's own where that is its trouble.
    let selected: String
    let ingressPort: Int
    let ingressService: String
    /// Days before the start.
    let created: Double
    /// Days before the start of the last restart or upgrade.
    let updated: Double
    let restarts: PastRestarts
    let replicas: Int
    let behavior: DemoBehavior
    let certificate: DemoCertificate

    init(
        _ name: String, _ port: Int, _ authentication: Authentication = .none, image: String? = nil,
        volume: String? = "/config", host: String? = nil, exposure: Exposure = .ingress, nodePorts: [Int] = [],
        selected: String? = nil, ingressPort: Int? = nil, ingressService: String? = nil,
        created: Double, updated: Double? = nil, restarts: PastRestarts = PastRestarts(), replicas: Int = 1,
        behavior: DemoBehavior = .works, udp: DemoUDPPort? = nil, database: DemoDatabase? = nil,
        certificate: DemoCertificate = .days(62)
    ) {
        self.name = name
        self.port = port
        self.authentication = authentication
        self.image = image ?? "lscr.io/linuxserver/\(name):latest"
        self.volume = volume
        self.host = host ?? name
        self.exposure = exposure
        self.nodePorts = nodePorts
        self.udp = udp
        self.database = database
        self.selected = selected ?? name
        self.ingressPort = ingressPort ?? port
        self.ingressService = ingressService ?? (exposure.isExternal ? "external-service" : name)
        self.created = created
        self.updated = updated ?? created
        self.restarts = restarts
        self.replicas = replicas
        self.behavior = behavior
        self.certificate = certificate
    }
}

extension DemoApplication.Exposure {
    /// Nil for what runs in the cluster.
    var address: String? {
        if case .external(let address) = self { address } else { nil }
    }

    var isExternal: Bool { address != nil }
}

/// A helper deployment of an application.
struct DemoDatabase: Sendable {
    let name: String
    let port: Int
    let image: String
    let volume: String
}

struct DemoUDPPort: Sendable {
    let port: Int
    let nodePort: Int
}

/// What cert-manager has to say of an application's host.
enum DemoCertificate: Sendable {
    /// Until it expires.
    case days(Int)
    case notIssued
}

/// Restarts of a container before the demo starts.
struct PastRestarts: Sendable {
    var count = 0
    var daysAgo = 0.0
}

/// What becomes of a pod.
enum DemoBehavior: Sendable {
    case works
    /// Prints an error and exits with code 1, again and again.
    case exits
    case imageMissing
    /// Asks for more processors than the node has.
    case unschedulable
    /// Killed by its liveness probe, again and again.
    case failsProbe
}
