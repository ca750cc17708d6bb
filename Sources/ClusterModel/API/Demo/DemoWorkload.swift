import FoundationEssentials

/// One deployment of the made-up seedbox.
struct DemoWorkload: Sendable {
    let name: String
    let labels: [String: String]
    let image: String
    let port: Int
    let volume: String?
    let created: Double
    let updated: Double
    let restarts: PastRestarts
    let replicas: Int
    let behavior: DemoBehavior
    var namespace = DemoSeedbox.namespace
}

extension DemoApplication {
    var labels: [String: String] {
        exposure == .service ? ["app": name] : ["app": name, "ksapp": name]
    }

    /// The application's own deployment, then its database's.
    var workloads: [DemoWorkload] {
        guard !exposure.isExternal else { return [] }
        let main = DemoWorkload(
            name: name, labels: labels, image: image, port: port, volume: volume, created: created, updated: updated,
            restarts: restarts, replicas: replicas, behavior: behavior)
        guard let database else { return [main] }
        return [main, workload(of: database)]
    }

    func databaseLabels(_ database: DemoDatabase) -> [String: String] {
        ["app": "\(database.name).\(name)", "ksapp": name]
    }

    private func workload(of database: DemoDatabase) -> DemoWorkload {
        DemoWorkload(
            name: database.name, labels: databaseLabels(database), image: database.image, port: database.port,
            volume: database.volume, created: created, updated: created, restarts: PastRestarts(), replicas: 1,
            behavior: .works)
    }
}

extension Double {
    /// Seconds in that many days, and some minutes, so that an age in days does not change while one looks.
    var daysAgo: TimeInterval { self * 86_400 + 20 * 60 }
}
