import FoundationEssentials
import Words

/// The deployment controller and the replica set controller, for deployments of at most one replica.
extension DemoCluster {
    /// Restarts a deployment as `kubectl rollout restart` does.
    mutating func restart(_ reference: ObjectReference, stamp: String) throws(APIError) {
        guard var deployment = cluster.deployments[reference.uid], deployment.name == reference.name else {
            throw .notFound("deployments.apps", reference.name)
        }
        guard !deployment.spec.isPaused else {
            let words =
                "deployments.apps \"\(reference.name)\" can't restart paused deployment (run rollout resume first)"
            throw .notAsked(Phrase(verbatim: words))
        }
        guard deployment.spec.template.annotations[Self.restartedAt] != stamp else {
            let words =
                "if restart has already been triggered within the past second, "
                + "please wait before attempting to trigger another"
            throw .notAsked(Phrase(verbatim: words))
        }
        deployment.spec.template.annotations[Self.restartedAt] = stamp
        deployment.metadata.generation += 1
        write(.deployment(deployment))
        plan(.reconcileDeployment(deployment.uid), after: 0.4)
    }

    private static let restartedAt = "kubectl.kubernetes.io/restartedAt"

    /// Plans a step of a controller for a moment later, unless it is planned already.
    mutating func hurry(_ step: Step) {
        if !isPlanned(step) { plan(step, after: 0.15) }
    }

    mutating func reconcileDeployment(_ uid: UID) {
        guard var deployment = cluster.deployments[uid] else { return }
        var current = currentReplicaSet(of: deployment)
        if current == nil {
            let set = newReplicaSet(for: deployment)
            current = set
            write(.replicaSet(set))
            deployment.metadata.annotations[ReplicaSet.revision] = set.metadata.annotations[ReplicaSet.revision]
            deployment.status.set("Progressing", "True", "NewReplicaSetCreated", created(set), at: now)
            plan(.exceedDeadline(deployment: uid, replicaSet: set.uid), after: 600)
        }
        guard let current else { return }
        scaleUp(current, of: deployment)
        scaleDown(current, of: deployment)
        scaleDownOldReplicaSets(of: deployment, current: current)
        updateStatus(of: &deployment, current: current)
        guard deployment != cluster.deployments[uid] else { return }
        write(.deployment(deployment))
    }

    mutating func reconcileReplicaSet(_ uid: UID) {
        guard var set = cluster.replicaSets[uid] else { return }
        let pods = activePods(of: set)
        if pods.count < set.replicas {
            createPod(of: set)
        } else if pods.count > set.replicas, let pod = pods.first {
            addEvent(.successfulDelete(pod), about: set)
            terminate(pod)
        }
        set.readyReplicas = activePods(of: set).count(where: \.isServing)
        if set != cluster.replicaSets[uid] { write(.replicaSet(set)) }
        if let owner = set.metadata.controller { hurry(.reconcileDeployment(owner.uid)) }
    }

    mutating func exceedDeadline(_ uid: UID, _ replicaSet: UID) {
        guard var deployment = cluster.deployments[uid], let current = currentReplicaSet(of: deployment),
            current.uid == replicaSet,
            deployment.status.conditions.first(type: "Progressing")?.reason != "NewReplicaSetAvailable"
        else { return }
        deployment.status.set("Progressing", "False", "ProgressDeadlineExceeded", timedOut(current), at: now)
        write(.deployment(deployment))
    }

    /// What the status of a deployment says of its pods.
    mutating func updateStatus(of deployment: inout Deployment, current: ReplicaSet) {
        let all = replicaSets(of: deployment).flatMap(activePods)
        let updated = activePods(of: current)
        let ready = all.count(where: \.isServing)
        deployment.status.observedGeneration = deployment.metadata.generation
        deployment.status.replicas = all.count
        deployment.status.updatedReplicas = updated.count
        deployment.status.readyReplicas = ready
        deployment.status.availableReplicas = ready
        let wanted = deployment.spec.replicas
        if ready >= wanted {
            deployment.status.set(
                "Available", "True", "MinimumReplicasAvailable", "Deployment has minimum availability.", at: now)
        } else {
            deployment.status.set(
                "Available", "False", "MinimumReplicasUnavailable", "Deployment does not have minimum availability.",
                at: now)
        }
        let reason = deployment.status.conditions.first(type: "Progressing")?.reason
        if updated.count == wanted, all.count == wanted, ready >= wanted {
            deployment.status.set("Progressing", "True", "NewReplicaSetAvailable", progressed(current), at: now)
        } else if reason == "NewReplicaSetCreated", !updated.isEmpty {
            deployment.status.set("Progressing", "True", "ReplicaSetUpdated", progressing(current), at: now)
        }
    }

    private func currentReplicaSet(of deployment: Deployment) -> ReplicaSet? {
        replicaSets(of: deployment).first { templates[$0.uid] == deployment.spec.template }
    }

    /// Oldest first.
    private func replicaSets(of deployment: Deployment) -> [ReplicaSet] {
        cluster.replicaSets.values
            .filter { $0.metadata.controller?.uid == deployment.uid }
            .sorted { $0.isOlder(than: $1) }
    }

    private func activePods(of set: ReplicaSet) -> [Pod] {
        cluster.pods.values.filter { $0.metadata.controller?.uid == set.uid && $0.metadata.deletionTimestamp == nil }
    }

    private mutating func newReplicaSet(for deployment: Deployment) -> ReplicaSet {
        let revision = replicaSets(of: deployment).count + 1
        let set = ReplicaSet.demo(of: deployment, revision: revision, replicas: 0, created: now, names: &names)
        templates[set.uid] = deployment.spec.template
        return set
    }

    /// One pod more than wanted may exist (maxSurge is 25 %, rounded up).
    private mutating func scaleUp(_ set: ReplicaSet, of deployment: Deployment) {
        let total = replicaSets(of: deployment).reduce(0) { $0 + $1.replicas }
        guard set.replicas < deployment.spec.replicas, total <= deployment.spec.replicas else { return }
        scale(set, of: deployment, to: deployment.spec.replicas)
    }

    private mutating func scaleDown(_ set: ReplicaSet, of deployment: Deployment) {
        guard let present = cluster.replicaSets[set.uid], present.replicas > deployment.spec.replicas else { return }
        scale(present, of: deployment, to: deployment.spec.replicas)
    }

    /// No pod less than wanted may be available (maxUnavailable is 25 %, rounded down); broken pods go first.
    private mutating func scaleDownOldReplicaSets(of deployment: Deployment, current: ReplicaSet) {
        let sets = replicaSets(of: deployment)
        let fresh = sets.first { $0.uid == current.uid }?.replicas ?? 0
        let unavailable = fresh - activePods(of: current).count(where: \.isServing)
        var surplus = sets.reduce(0) { $0 + $1.replicas } - deployment.spec.replicas - unavailable
        let old = sets.filter { $0.uid != current.uid && $0.replicas > 0 }
        let broken = old.filter { !activePods(of: $0).contains(where: \.isServing) }
        let working = old.filter { set in !broken.contains { $0.uid == set.uid } }
        for set in broken + working where surplus > 0 {
            scale(set, of: deployment, to: 0)
            surplus -= set.replicas
        }
    }

    private mutating func scale(_ set: ReplicaSet, of deployment: Deployment, to replicas: Int) {
        addEvent(.scaled(set, to: replicas), about: deployment)
        var set = set
        set.replicas = replicas
        write(.replicaSet(set))
        hurry(.reconcileReplicaSet(set.uid))
    }

    private mutating func createPod(of set: ReplicaSet) {
        guard let template = templates[set.uid] else { return }
        var pod = Pod.demo(of: set, template: template, created: now, names: &names)
        pod.status.phase = "Pending"
        addEvent(.successfulCreate(pod), about: set)
        write(pod)
        plan(.pod(pod.uid, .schedule), after: 0.3)
    }

    private func created(_ set: ReplicaSet) -> String { "Created new replica set \"\(set.name)\"" }
    private func progressing(_ set: ReplicaSet) -> String { "ReplicaSet \"\(set.name)\" is progressing." }
    private func progressed(_ set: ReplicaSet) -> String { "ReplicaSet \"\(set.name)\" has successfully progressed." }
    private func timedOut(_ set: ReplicaSet) -> String { "ReplicaSet \"\(set.name)\" has timed out progressing." }
}

extension ReplicaSet {
    fileprivate func isOlder(than other: ReplicaSet) -> Bool {
        guard let mine = metadata.creationTimestamp, let theirs = other.metadata.creationTimestamp, mine != theirs
        else { return name < other.name }
        return mine < theirs
    }
}

extension Deployment.Status {
    /// Sets a condition; its transition time changes with its status only.
    mutating func set(_ type: String, _ status: String, _ reason: String, _ message: String, at now: Date) {
        let old = conditions.first(type: type)
        let since = old?.status == status ? old?.lastTransitionTime : now
        let condition = Condition(
            type: type, status: status, reason: reason, message: message, lastTransitionTime: since)
        conditions = conditions.filter { $0.type != type } + [condition]
        conditions.sort { $0.type < $1.type }
    }
}

extension APIError {
    static func notFound(_ resource: String, _ name: String) -> APIError {
        .refused(code: 404, reason: "NotFound", message: "\(resource) \"\(name)\" not found")
    }
}
