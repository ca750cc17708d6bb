package import FoundationEssentials
import Words

/// All applications of a cluster with their chains and verdicts, brought up to date by what changes in it.
///
/// A changed object that others still find by the same name, labels and owners (a pod's status, an event, an endpoint)
/// concerns only the applications that it belongs to and those whose services lead to it. Whatever else changes, all of
/// them are made anew.
package struct Applications: Equatable, Sendable {
    /// By name.
    package private(set) var all: [Application] = []
    /// Up to when changes have been heard of.
    private var moment = Date.distantPast
    /// When the time was last taken into account.
    package private(set) var passedAt = Date.distantPast
    /// Without its cluster, so that whoever changes that has not to copy it.
    private var survey = Survey(ClusterIndex(Cluster()), at: .distantPast)
    /// The objects that each application may follow from.
    private var sources: [Set<UID>] = []
    /// The places in `all` of the applications that may follow from an object.
    private var users: [UID: Set<Int>] = [:]
    /// Pods that the mere passing of time may put into another state.
    private var passingPods: Set<UID> = []
    /// What is said of certificates, which changes by the day or the minute.
    private var certificateTexts: [Phrase] = []

    /// Seconds for which a verdict stands while nothing changes; what waits for a time (a start that takes too long, a
    /// certificate's end) waits for a half minute or longer.
    private static let longestVerdict = 5.0

    /// What an update has done.
    package enum Outcome: Equatable, Sendable {
        /// Nothing has to be said differently.
        case nothing
        /// Something else may have to be said of some objects and of the applications at some places of `all`. These
        /// consist of the same objects as before, and none has come or gone.
        case some(Set<UID>, places: Set<Int>)
        /// All were made anew.
        case all
    }

    package init() {}

    package init(_ cluster: Cluster, at now: Date) {
        (moment, passedAt) = (now, now)
        survey = Survey(ClusterIndex(cluster), at: now)
        all = applications(survey)
        sources = all.map(survey.sources)
        for (place, sources) in sources.enumerated() {
            for uid in sources { users[uid, default: []].insert(place) }
        }
        for pod in cluster.pods.values where survey.isPassing(pod) { passingPods.insert(pod.uid) }
        certificateTexts = texts(cluster, at: now)
        survey.forgetCluster()
    }

    package static func == (one: Applications, other: Applications) -> Bool {
        one.all == other.all && one.passedAt == other.passedAt
    }

    /// Whether verdicts have stood for so long that the time has to be taken into account.
    package func isDue(at now: Date) -> Bool { abs(now.timeIntervalSince(passedAt)) >= Self.longestVerdict }

    /// - Parameter changes: all that has happened to the cluster since the last time.
    package mutating func update(_ cluster: Cluster, by changes: ClusterChanges, at now: Date) -> Outcome {
        if var concerned = keepUp(with: cluster, changes, at: now) {
            let places = examine(&concerned)
            survey.forgetCluster()
            return concerned.isEmpty ? .nothing : .some(concerned, places: places)
        }
        self = Applications(cluster, at: now)
        return .all
    }

    /// - Returns: the objects of which something else may have to be said; nil if it may be any.
    private mutating func keepUp(with cluster: Cluster, _ changes: ClusterChanges, at now: Date) -> Set<UID>? {
        // The clock may have been set back.
        guard !changes.areTotal, now >= moment else { return nil }
        moment = now
        survey.take(cluster, at: now)
        var concerned: Set<UID> = []
        for change in changes.objects {
            let after = cluster.object(change.kind, change.uid)
            guard isLocal(change.before, after) else { return nil }
            concerned.formUnion(survey.replace(change.before, with: after))
        }
        if isDue(at: now) {
            guard certificateTexts == texts(cluster, at: now) else { return nil }
            concerned.formUnion(passingPods)
            passedAt = now
        }
        return concerned
    }

    /// Adds the objects of applications of which something else is thought now.
    /// - Returns: the places of the applications that follow from any of the objects.
    private mutating func examine(_ concerned: inout Set<UID>) -> Set<Int> {
        for uid in concerned {
            guard let pod = survey.examine(uid) else { continue }
            if survey.isPassing(pod) { passingPods.insert(uid) } else { passingPods.remove(uid) }
        }
        let places = concerned.reduce(into: Set<Int>()) { $0.formUnion(users[$1] ?? []) }
        for place in places {
            let application = all[place].refreshed(survey.index.cluster).examined(survey)
            if !application.isThoughtOf(as: all[place]) { concerned.formUnion(application.objects.map(\.metadata.uid)) }
            all[place] = application
            let new = survey.sources(of: application)
            for uid in sources[place].subtracting(new) { users[uid]?.remove(place) }
            for uid in new.subtracting(sources[place]) { users[uid, default: []].insert(place) }
            sources[place] = new
        }
        return places
    }
}

private func texts(_ cluster: Cluster, at now: Date) -> [Phrase] {
    cluster.certificates.values.sorted { $0.uid < $1.uid }.map { $0.text(at: now, cluster.answers) }
}

/// Whether nobody finds anything by another way after an object has changed.
private func isLocal(_ before: ClusterObject?, _ after: ClusterObject?) -> Bool {
    switch before ?? after {
    case nil, .event, .endpointSlice, .node: true
    case .pod, .deployment, .replicaSet, .statefulSet, .daemonSet, .job, .cronJob: isFoundAlike(before, after)
    case .service, .ingress, .networkPolicy, .certificate, .middleware, .containoMiddleware: false
    }
}

private func isFoundAlike(_ before: ClusterObject?, _ after: ClusterObject?) -> Bool {
    switch (before, after) {
    case (.pod(let before), .pod(let after)): before.metadata.isFound(as: after.metadata)
    case (.replicaSet(let before), .replicaSet(let after)):
        before.metadata.isFound(as: after.metadata) && before.isOnItsOwn == after.isOnItsOwn
    case (.job(let before), .job(let after)): before.metadata.isFound(as: after.metadata)
    case (.cronJob(let before), .cronJob(let after)):
        before.metadata.isFound(as: after.metadata) && before.template.labels == after.template.labels
    case (.deployment(let before), .deployment(let after)):
        before.metadata.isFound(as: after.metadata) && before.spec.template.labels == after.spec.template.labels
    case (.statefulSet(let before), .statefulSet(let after)):
        before.metadata.isFound(as: after.metadata) && before.template.labels == after.template.labels
    case (.daemonSet(let before), .daemonSet(let after)):
        before.metadata.isFound(as: after.metadata) && before.template.labels == after.template.labels
    default: false
    }
}

extension Metadata {
    /// Whether it has the same place among the other objects.
    fileprivate func isFound(as other: Metadata) -> Bool {
        name == other.name && namespace == other.namespace && labels == other.labels
            && ownerReferences == other.ownerReferences && creationTimestamp == other.creationTimestamp
    }
}

extension Survey {
    /// Whether time alone may tell more of a pod.
    fileprivate func isPassing(_ pod: Pod) -> Bool {
        switch health(of: pod) {
        case .starting, .ending, .failing(.node), .failing(.initializing): true
        case .serving, .failing, .completed: pod.isYoung(at: now)
        }
    }
}

extension Pod {
    /// Whether its start is no longer ago than the longest time that `podHealth` waits for.
    fileprivate func isYoung(at now: Date) -> Bool {
        let starts = (status.initContainerStatuses + status.containerStatuses).compactMap { status in
            if case .running(let since) = status.state { since } else { nil }
        }
        let latest = ([metadata.creationTimestamp].compactMap(\.self) + starts).max()
        let budgets = (spec.initContainers + spec.containers).map(\.startBudget)
        let patience = max(startTime, budgets.max() ?? 0)
        return latest.map { now.timeIntervalSince($0) <= patience } ?? false
    }
}

extension Application {
    /// Whether the same has to be said of those of its objects that have not changed.
    fileprivate func isThoughtOf(as other: Application) -> Bool {
        verdict == other.verdict && chains == other.chains && sideChains == other.sideChains
    }

    /// With its objects as they are in a cluster that still has them all.
    fileprivate func refreshed(_ cluster: Cluster) -> Application {
        var application = self
        application.deployments = deployments.map { cluster.deployments[$0.uid] ?? $0 }
        application.statefulSets = statefulSets.map { cluster.statefulSets[$0.uid] ?? $0 }
        application.daemonSets = daemonSets.map { cluster.daemonSets[$0.uid] ?? $0 }
        application.replicaSets = replicaSets.map { cluster.replicaSets[$0.uid] ?? $0 }
        application.cronJobs = cronJobs.map { cluster.cronJobs[$0.uid] ?? $0 }
        application.jobs = jobs.map { cluster.jobs[$0.uid] ?? $0 }
        application.pods = pods.map { cluster.pods[$0.uid] ?? $0 }
        return application
    }
}

extension Survey {
    /// The objects that an application follows from: its own, and what its services lead to.
    fileprivate func sources(of application: Application) -> Set<UID> {
        var sources = Set(application.objects.map(\.metadata.uid))
        for chain in application.chains + application.sideChains { sources.formUnion(chain.objects) }
        sources.formUnion(application.gates)
        for service in sources.compactMap({ index.cluster.services[$0] }) {
            sources.formUnion(index.pods(of: service).map(\.uid))
            sources.formUnion(index.controllers(of: service).map(\.uid))
            for slice in index.endpointSlices[service.metadata.objectName] ?? [] {
                sources.formUnion(slice.endpoints.compactMap(\.target?.uid))
            }
        }
        return sources
    }

    /// - Returns: the objects of which something else may have to be said now.
    fileprivate mutating func replace(_ before: ClusterObject?, with after: ClusterObject?) -> [UID] {
        let troubles = index.nodeTroubles
        index.replace(before, with: after)
        if index.nodeTroubles != troubles { return Array(index.cluster.pods.keys) }
        return [before, after].compactMap(\.self).flatMap { object -> [UID] in
            switch object {
            case .event(let event): [event.regarding.uid]
            case .endpointSlice(let slice): [slice.service.flatMap { index.services[$0]?.uid }].compactMap(\.self)
            case .node: []
            case .pod, .deployment, .replicaSet, .statefulSet, .daemonSet, .job, .cronJob, .service, .ingress,
                .networkPolicy, .certificate, .middleware, .containoMiddleware:
                [object.metadata.uid]
            }
        }
    }
}
