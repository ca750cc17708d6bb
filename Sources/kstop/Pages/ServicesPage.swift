import ClusterModel
import TUI

/// kubectl's service columns, and the application that each belongs to.
func servicesContent(_ model: Model) -> PageContent {
    PageContent(
        columns: [
            Column("  NAME", minimumWidth: 22),
            Column("TYPE", priority: 2),
            Column("CLUSTER-IP", priority: 4),
            Column("EXTERNAL-IP", priority: 5, minimumWidth: 16),
            Column("PORT(S)", minimumWidth: 15),
            Column("AGE", alignment: .trailing, priority: 3),
            Column("APP", priority: 1),
        ] + (model.isWide ? [Column("SELECTOR", priority: 6)] : []),
        rows: model.cluster.services.values.map { row($0, model) })
}

private func row(_ service: Service, _ model: Model) -> PageRow {
    let cells = [
        StyledText(service.type.word), StyledText(service.clusterIPText), StyledText(service.externalIPText),
        StyledText(service.portsText),
    ]
    let health = model.snapshot.health(ofObject: service.uid)
    return PageRow(service.metadata, health, cells, wide: [service.selectorText], model)
}
