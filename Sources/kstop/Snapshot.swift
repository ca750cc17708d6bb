import ClusterModel
import FoundationEssentials
import Words

extension Application {
    /// What tells it apart: names need not differ between namespaces.
    var identity: ObjectName { ObjectName(namespace: namespace, name: name) }
}

/// What follows from the cluster's objects at one moment.
struct Snapshot: Equatable, Sendable {
    private var known = Applications()
    /// The place in `applications` of the one that an object belongs to.
    private var placeByObject: [UID: Int] = [:]
    private var placeByID: [ObjectName: Int] = [:]

    init() {}

    /// By name.
    var applications: [Application] { known.all }

    /// The time that verdicts and rows depend on.
    var moment: Date { known.passedAt }

    /// Whether the time has to be taken into account, though nothing has changed.
    func isDue(at now: Date) -> Bool { known.isDue(at: now) }

    /// - Returns: the rows, of whatever page, that may be others, gone or new; nil for any.
    mutating func update(_ cluster: Cluster, by changes: ClusterChanges, at now: Date) -> Set<RowID>? {
        var rows = Set(changes.uids.map(RowID.object))
        switch known.update(cluster, by: changes, at: now) {
        case .nothing: break
        case .some(let uids, let places):
            rows.formUnion(uids.map(RowID.object))
            rows.formUnion(places.map { .application(applications[$0].identity) })
        case .all:
            makePlaces()
            return nil
        }
        return rows
    }

    private mutating func makePlaces() {
        placeByID = [:]
        placeByObject = [:]
        for (place, application) in applications.enumerated() {
            placeByID[application.identity] = place
            for uid in application.objects.map(\.metadata.uid) { placeByObject[uid] = place }
        }
    }

    /// Those of some rows, or all.
    func applications(_ ids: Set<RowID>?) -> [Application] {
        guard let ids else { return applications }
        return ids.compactMap { id in
            if case .application(let name) = id { application(name) } else { nil }
        }
    }

    func application(_ id: ObjectName) -> Application? { placeByID[id].map { applications[$0] } }

    func application(of uid: UID) -> Application? { placeByObject[uid].map { applications[$0] } }

    /// Empty for an object of no application.
    func applicationName(of uid: UID) -> String { application(of: uid)?.name ?? "" }

    /// What is thought of the application that an object belongs to.
    func verdict(of uid: UID) -> Verdict {
        application(of: uid)?.verdict ?? Verdict(health: .unknown, status: .nothing)
    }

    func count(_ isCounted: (Health) -> Bool) -> Int {
        applications.count { isCounted($0.verdict.health) }
    }

    /// What the chains through a service or an ingress say about it.
    func health(ofObject uid: UID) -> Health {
        guard let application = application(of: uid),
            let object = application.objects.first(where: { $0.metadata.uid == uid })
        else { return .unknown }
        let states = Set(chains(for: object, in: application).flatMap(\.links).map(\.state))
        if states.contains(.broken) { return .broken }
        if states.contains(.stopped) { return .stopped }
        return states.contains(.progressing) ? .progressing : .healthy
    }
}
