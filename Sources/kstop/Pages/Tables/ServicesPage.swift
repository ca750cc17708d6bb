import ClusterModel
import TUI

/// kubectl's service columns, and the application that each belongs to.
func servicesContent(_ model: Model, _ ids: Set<RowID>?) -> PageContent {
    let facts: (Service) -> RowFacts = { service in
        RowFacts(service.metadata, model.snapshot.health(ofObject: service.uid), model)
    }
    return PageContent(model.objects(model.cluster.services, ids), columns(model), model, facts: facts)
}

private func columns(_ model: Model) -> [PageColumn<Service>] {
    model.nameColumns("NAME", minimumWidth: 22) + [
        PageColumn("TYPE", priority: 2) { PageCell($0.type.word) },
        PageColumn("CLUSTER-IP", priority: 4) { PageCell($0.clusterIPText) },
        PageColumn("EXTERNAL-IP", priority: 5, minimumWidth: 16) { PageCell($0.externalIPText) },
        PageColumn("PORT(S)", minimumWidth: 15) { PageCell($0.portsText) },
        PageColumn("AGE", alignment: .trailing, priority: 3) { .age(since: $0.metadata.creationTimestamp) },
        model.applicationColumn(priority: 1, \.metadata),
        .wide("SELECTOR", priority: 6, text: \.selectorText),
    ]
}
