import ClusterModel
import TUI

/// kubectl's deployment columns, and the application that each belongs to.
func deploymentsContent(_ model: Model, _ ids: Set<RowID>?) -> PageContent {
    let facts: (Deployment) -> RowFacts = { deployment in
        let health = deployment.health(in: model.snapshot.verdict(of: deployment.uid))
        return RowFacts(deployment.metadata, health, model)
    }
    return PageContent(model.objects(model.cluster.deployments, ids), columns(model), model, facts: facts)
}

private func columns(_ model: Model) -> [PageColumn<Deployment>] {
    model.nameColumns("NAME", minimumWidth: 20) + [
        PageColumn("READY") { deployment, facts in
            let role: Role = facts.health.needsAttention ? .failed : .text
            let missing = deployment.spec.replicas - deployment.status.readyReplicas
            return PageCell(StyledText(deployment.readyText, role), by: .most(Double(missing)))
        },
        PageColumn("UP-TO-DATE", alignment: .trailing, priority: 3) {
            PageCell(StyledText($0.upToDateText), by: .least(Double($0.status.updatedReplicas)))
        },
        PageColumn("AVAILABLE", alignment: .trailing, priority: 2) {
            PageCell(StyledText($0.availableText), by: .least(Double($0.status.availableReplicas)))
        },
        PageColumn("AGE", alignment: .trailing) { .age(since: $0.metadata.creationTimestamp) },
        model.applicationColumn(priority: 1, \.metadata),
        .wide("CONTAINERS", priority: 5, text: \.containersText), .wide("IMAGES", priority: 6, text: \.imagesText),
        .wide("SELECTOR", priority: 7, text: \.selectorText),
    ]
}
