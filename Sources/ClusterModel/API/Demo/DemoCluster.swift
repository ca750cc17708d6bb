import FoundationEssentials

/// The made-up cluster at one moment: a value that moves on when it is told what time it is.
struct DemoCluster: Sendable {
    private(set) var cluster = Cluster()
    private(set) var now: Date
    var names = DemoNames()
    /// What the pods of each replica set are made from.
    var templates: [UID: PodTemplate] = [:]
    private var changes: [ClusterChange] = []
    /// In the order of their moments; what was planned first comes first.
    private var plan: [PlannedStep] = []
    private var resourceVersion = 481_223

    private struct PlannedStep: Sendable {
        let moment: Date
        let step: Step
    }

    /// Something that one of the controllers does.
    enum Step: Equatable, Sendable {
        case reconcileDeployment(UID)
        case reconcileReplicaSet(UID)
        /// The replica set of that UID has had ten minutes to become available.
        case exceedDeadline(deployment: UID, replicaSet: UID)
        case pod(UID, PodStep)
    }

    init(start: Date) {
        now = start
        populate()
        changes = []
    }

    /// When something will happen next.
    var nextMoment: Date? { plan.first?.moment }

    /// Lets everything happen that is due, and says what has changed since the last call.
    mutating func advance(to moment: Date) -> [ClusterChange] {
        while let next = plan.first, next.moment <= moment {
            plan.removeFirst()
            now = max(now, next.moment)
            perform(next.step)
        }
        now = max(now, moment)
        defer { changes = [] }
        return changes
    }

    /// - Parameter delay: seconds from now.
    mutating func plan(_ step: Step, after delay: TimeInterval) {
        let planned = PlannedStep(moment: now + delay, step: step)
        let index = plan.firstIndex { $0.moment > planned.moment } ?? plan.count
        plan.insert(planned, at: index)
    }

    func isPlanned(_ step: Step) -> Bool { plan.contains { $0.step == step } }

    mutating func write(_ object: ClusterObject) {
        resourceVersion += 7
        let object = object.resource.with(resourceVersion: String(resourceVersion))
        record(.updated(object.kind, [object]))
    }

    mutating func delete(_ kind: ResourceKind, _ uid: UID) {
        record(.deleted(kind, uid))
    }

    /// The objects of a kind in a namespace (empty: in all), by name.
    func objects(_ kind: ResourceKind, in namespace: String = DemoSeedbox.namespace) -> [ClusterObject] {
        kind.type.objects(in: cluster).filter { $0.isSeen(in: namespace) }
            .sorted { ($0.metadata.name, $0.metadata.namespace) < ($1.metadata.name, $1.metadata.namespace) }
    }

    private mutating func record(_ change: ClusterChange) {
        cluster.apply(change)
        changes.append(change)
    }

    private mutating func perform(_ step: Step) {
        switch step {
        case .reconcileDeployment(let uid): reconcileDeployment(uid)
        case .reconcileReplicaSet(let uid): reconcileReplicaSet(uid)
        case .exceedDeadline(let deployment, let replicaSet): exceedDeadline(deployment, replicaSet)
        case .pod(let uid, let step): perform(step, onPod: uid)
        }
    }
}

extension ClusterObject {
    /// Whether a list of a namespace (empty: of all) has it.
    func isSeen(in namespace: String) -> Bool {
        namespace.isEmpty || !kind.isNamespaced || metadata.namespace == namespace
    }
}

extension Resource {
    fileprivate func with(resourceVersion: String) -> ClusterObject {
        var copy = self
        copy.metadata.resourceVersion = resourceVersion
        return Self.wrap(copy)
    }
}
