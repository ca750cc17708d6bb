import ClusterModel
import TUI

/// kubectl's ingress columns, and the application that each belongs to.
func ingressesContent(_ model: Model) -> PageContent {
    PageContent(
        columns: [
            Column("  NAME", minimumWidth: 17),
            Column("CLASS", priority: 5),
            Column("HOSTS", minimumWidth: 24),
            Column("ADDRESS", priority: 4, minimumWidth: 16),
            Column("PORTS", priority: 3),
            Column("AGE", alignment: .trailing, priority: 2),
            Column("APP", priority: 1),
        ],
        rows: model.cluster.ingresses.values.map { row($0, model) })
}

private func row(_ ingress: Ingress, _ model: Model) -> PageRow {
    let cells = [
        StyledText(ingress.classText), StyledText(ingress.hostsText, .accent), StyledText(ingress.addressText),
        StyledText(ingress.portsText),
    ]
    return PageRow(ingress.metadata, model.snapshot.health(ofObject: ingress.uid), cells, model)
}
