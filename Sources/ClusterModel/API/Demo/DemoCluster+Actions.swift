import FoundationEssentials

/// What else than a restart a user may ask for.
extension DemoCluster {
    /// Changes how many pods a deployment keeps; there are no stateful sets.
    mutating func scale(_ scaling: Scaling) throws(APIError) {
        guard scaling.workload == .deployment, var deployment = cluster.deployments[scaling.uid],
            deployment.name == scaling.name
        else {
            throw .notFound("\(scaling.workload.kind.plural).apps", scaling.name)
        }
        if deployment.spec.replicas != scaling.replicas { deployment.metadata.generation += 1 }
        deployment.spec.replicas = scaling.replicas
        deployment.metadata.annotations[Scaling.annotation] = scaling.remembered.map(String.init)
        write(.deployment(deployment))
        plan(.reconcileDeployment(deployment.uid), after: 0.4)
    }

    /// - Throws: `refused` as the API server does: no such pod, or one of another UID.
    mutating func deletePod(_ reference: ObjectReference) throws(APIError) {
        guard let pod = cluster.pods.values.first(where: { $0.isNamed(reference) }) else {
            throw .notFound("pods", reference.name)
        }
        guard pod.uid == reference.uid else {
            throw .refused(
                code: 409, reason: "Conflict",
                message: "Operation cannot be fulfilled on pods \"\(reference.name)\": Precondition failed: "
                    + "UID in precondition: \(reference.uid), UID in object meta: \(pod.uid)")
        }
        if pod.metadata.deletionTimestamp == nil { terminate(pod) }
    }
}

extension Pod {
    fileprivate func isNamed(_ reference: ObjectReference) -> Bool {
        name == reference.name && metadata.namespace == reference.namespace
    }
}
