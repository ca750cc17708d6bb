import ClusterModel
import TUI

/// kubectl's deployment columns, and the application that each belongs to.
func deploymentsContent(_ model: Model) -> PageContent {
    let wide = [Column("CONTAINERS", priority: 5), Column("IMAGES", priority: 6), Column("SELECTOR", priority: 7)]
    return PageContent(
        columns: [
            Column("  NAME", minimumWidth: 20),
            Column("READY"),
            Column("UP-TO-DATE", alignment: .trailing, priority: 3),
            Column("AVAILABLE", alignment: .trailing, priority: 2),
            Column("AGE", alignment: .trailing),
            Column("APP", priority: 1),
        ] + (model.isWide ? wide : []),
        rows: model.cluster.deployments.values.map { row($0, model) })
}

private func row(_ deployment: Deployment, _ model: Model) -> PageRow {
    let health = deployment.health(in: model.snapshot.verdict(of: deployment.uid))
    let cells = [
        StyledText(deployment.readyText, health.needsAttention ? .failed : .text),
        StyledText(deployment.upToDateText), StyledText(deployment.availableText),
    ]
    let wide = [deployment.containersText, deployment.imagesText, deployment.selectorText]
    return PageRow(deployment.metadata, health, cells, wide: wide, model)
}
