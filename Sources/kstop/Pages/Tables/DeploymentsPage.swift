import ClusterModel
import TUI

/// kubectl's deployment columns, and the application that each belongs to.
func deploymentsContent(_ model: Model) -> PageContent {
    let facts: (Deployment) -> RowFacts = { deployment in
        let health = deployment.health(in: model.snapshot.verdict(of: deployment.uid))
        return RowFacts(deployment.metadata, health, model)
    }
    return PageContent(model.cluster.deployments.values, columns(model, facts), model, facts: facts)
}

private func columns(
    _ model: Model, _ facts: @escaping (Deployment) -> RowFacts
) -> [PageColumn<Deployment>] {
    model.nameColumns("NAME", minimumWidth: 20, facts) + [
        PageColumn("READY") { deployment in
            let role: Role = facts(deployment).health.needsAttention ? .failed : .text
            let missing = deployment.spec.replicas - deployment.status.readyReplicas
            return PageCell(StyledText(deployment.readyText, role), by: .most(Double(missing)))
        },
        PageColumn("UP-TO-DATE", alignment: .trailing, priority: 3) {
            PageCell(StyledText($0.upToDateText), by: .least(Double($0.status.updatedReplicas)))
        },
        PageColumn("AVAILABLE", alignment: .trailing, priority: 2) {
            PageCell(StyledText($0.availableText), by: .least(Double($0.status.availableReplicas)))
        },
        PageColumn("AGE", alignment: .trailing) { .age(since: $0.metadata.creationTimestamp, at: model.now) },
        model.applicationColumn(priority: 1, \.metadata),
        .wide("CONTAINERS", priority: 5, cell: \.containersText), .wide("IMAGES", priority: 6, cell: \.imagesText),
        .wide("SELECTOR", priority: 7, cell: \.selectorText),
    ]
}
