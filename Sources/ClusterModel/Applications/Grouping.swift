package import FoundationEssentials

/// All applications of a cluster with their chains and verdicts, by name.
package func applications(in cluster: Cluster, at now: Date) -> [Application] {
    applications(Survey(ClusterIndex(cluster), at: now))
}

func applications(_ survey: Survey) -> [Application] { Groups(survey).ordered.map { $0.examined(survey) } }

/// The applications with nothing but their objects.
private struct Groups {
    private let survey: Survey
    private let index: ApplicationIndex
    private var groups: [ObjectName: Application] = [:]

    init(_ survey: Survey) {
        self.survey = survey
        index = ApplicationIndex(survey.index)
        let cluster = survey.index.cluster
        for deployment in cluster.deployments.values { add(deployment) { $0.deployments.append(deployment) } }
        for set in cluster.statefulSets.values { add(set) { $0.statefulSets.append(set) } }
        for set in cluster.daemonSets.values { add(set) { $0.daemonSets.append(set) } }
        for set in cluster.replicaSets.values where set.isOnItsOwn { add(set) { $0.replicaSets.append(set) } }
        for job in cluster.cronJobs.values { add(job) { $0.cronJobs.append(job) } }
        for job in cluster.jobs.values { add(job) { $0.jobs.append(job) } }
        for pod in cluster.pods.values { add(pod) { $0.pods.append(pod) } }
        for service in cluster.services.values { add(service) { $0.services.append(service) } }
        for ingress in cluster.ingresses.values {
            add(ingress) { $0.ingresses.append(ingress) }
            for guest in index[ingress.uid].dropFirst() { groups[guest]?.sharedIngresses.insert(ingress.uid) }
        }
        for policy in cluster.networkPolicies.values { share(policy) }
        for certificate in cluster.certificates.values { share(certificate) }
    }

    /// By name.
    var ordered: [Application] {
        groups.values.map(\.ordered).sorted { ($0.name, $0.namespace) < ($1.name, $1.namespace) }
    }

    private mutating func add(_ object: some Resource, _ insert: (inout Application) -> Void) {
        for name in index[object.uid] { add(to: name, insert) }
    }

    private mutating func add(to name: ObjectName, _ insert: (inout Application) -> Void) {
        insert(&groups[name, default: Application(name: name.name, namespace: name.namespace)])
    }

    private mutating func share(_ policy: NetworkPolicy) {
        let users = survey.index.objects(selectedBy: policy).flatMap { index[$0] }
        let kinds: [ResourceKind] = [.pods, .deployments, .statefulSets, .daemonSets]
        share(policy, among: Set(users), of: kinds) { $0.networkPolicies.append(policy) }
    }

    private mutating func share(_ certificate: Certificate) {
        let users = survey.index.certificates.users(of: certificate)
        share(certificate, among: Set(users.flatMap { index[$0.uid] }), of: [.ingresses]) {
            $0.certificates.append(certificate)
        }
    }

    /// What serves several applications belongs to each; what serves none, to the one that its labels or its name
    /// suggest. It only makes an application of its own if all objects that it might serve have been read.
    private mutating func share(
        _ object: some Resource, among users: Set<ObjectName>, of kinds: [ResourceKind],
        _ insert: (inout Application) -> Void
    ) {
        let suggestion = ObjectName(
            namespace: object.metadata.namespace, name: object.metadata.suggestedApplication)
        for name in users.isEmpty ? [suggestion] : users {
            let isKnown = groups[name] != nil || kinds.allSatisfy { survey.reading($0) == .complete }
            if isKnown { add(to: name, insert) }
        }
    }
}

extension Application {
    /// With its chains and its verdict, as follows from its objects.
    func examined(_ survey: Survey) -> Application {
        var application = self
        application.gates = []
        for ingress in entrances {
            let admission = survey.admission(to: ingress)
            application.authentications[ingress.uid] = admission.authentication
            application.gates.formUnion(admission.gates)
        }
        application.addChains(survey)
        application.verdict = ClusterModel.verdict(on: application, survey)
        return application
    }

    fileprivate var ordered: Application {
        var application = self
        application.deployments.sort(by: isBefore)
        application.statefulSets.sort(by: isBefore)
        application.daemonSets.sort(by: isBefore)
        application.replicaSets.sort(by: isBefore)
        application.cronJobs.sort(by: isBefore)
        application.jobs.sort { isNewer($0.metadata, $1.metadata) }
        application.pods.sort(by: isNewer)
        application.services.sort { ($0.name, $0.uid) < ($1.name, $1.uid) }
        application.ingresses.sort { ($0.name, $0.uid) < ($1.name, $1.uid) }
        application.networkPolicies.sort { ($0.name, $0.uid) < ($1.name, $1.uid) }
        application.certificates.sort { ($0.name, $0.uid) < ($1.name, $1.uid) }
        return application
    }

    /// The one named as the application first, then by name.
    private func isBefore(_ one: some Resource, _ other: some Resource) -> Bool {
        if one.name == name || other.name == name, one.name != other.name { return one.name == name }
        return (one.name, one.uid) < (other.name, other.uid)
    }
}
