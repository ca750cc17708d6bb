import ClusterModel
import TUI
import Words

extension Writer {
    /// How far a deployment has come, what it makes, and the chains through its pods.
    func sections(on deployment: Deployment, in application: Application?) -> [Section] {
        let selection = Selection.object(.deployment(deployment), application)
        let health = deployment.health(in: application?.verdict ?? Verdict(health: .unknown, status: .nothing))
        let bold = health.needsAttention
        let status = styled(Phrase("\(deployment.readyText) ready"), bold ? health.role : .text, bold: bold)
        let sentence = Phrase(verbatim: deployment.rollout.sentence(deployment: deployment.name))
        return [
            head(
                selection, health, status, [age(deployment.metadata), styled(sentence, .quiet)],
                tellsWhy: health != .healthy),
            section(Phrase("Deployment"), fields(about: deployment, application)),
            conditions(deployment.status.conditions),
            pods(pods(of: deployment, in: application)),
            events(about: objects(of: deployment, in: application), namesObjects: true),
            chains(selection.chains),
        ]
    }

    private func fields(about deployment: Deployment, _ application: Application?) -> [StyledText] {
        let (spec, status) = (deployment.spec, deployment.status)
        let (wanted, updated) = (spec.replicas, status.updatedReplicas)
        let (ready, available) = (status.readyReplicas, status.availableReplicas)
        let replicas = Phrase("\(wanted) wanted, \(updated) updated, \(ready) ready, \(available) available")
        let containers = spec.template.spec.initContainers + spec.template.spec.containers
        return fields(
            [
                field(Phrase("Application"), StyledText(application?.name ?? "")),
                Field("Replicas", styled(replicas)),
                Field("StrategyType", spec.strategy),
                Field("Selector", spec.selector.text),
                Field("Service Account", spec.template.spec.serviceAccountName),
            ] + containers.map { field(Phrase("Image of \($0.name)"), StyledText($0.image)) })
    }

    private func pods(of deployment: Deployment, in application: Application?) -> [Pod] {
        (application?.pods ?? []).filter { application?.deployment(of: $0)?.uid == deployment.uid }
    }

    /// The deployment, its replica sets and its pods.
    private func objects(of deployment: Deployment, in application: Application?) -> Set<UID> {
        let replicaSets = model.cluster.replicaSets.values.filter { $0.metadata.controller?.uid == deployment.uid }
        return Set([deployment.uid] + replicaSets.map(\.uid) + pods(of: deployment, in: application).map(\.uid))
    }
}
