import ClusterModel
import TUI

/// kubectl's ingress columns, and the application that each belongs to.
func ingressesContent(_ model: Model, _ ids: Set<RowID>?) -> PageContent {
    let facts: (Ingress) -> RowFacts = { ingress in
        RowFacts(ingress.metadata, model.snapshot.health(ofObject: ingress.uid), model)
    }
    return PageContent(model.objects(model.cluster.ingresses, ids), columns(model), model, facts: facts)
}

private func columns(_ model: Model) -> [PageColumn<Ingress>] {
    model.nameColumns("NAME", minimumWidth: 17) + [
        PageColumn("CLASS", priority: 5) { PageCell($0.classText) },
        PageColumn("HOSTS", minimumWidth: 24) { PageCell($0.hostsText, .accent) },
        PageColumn("ADDRESS", priority: 4, minimumWidth: 16) { PageCell($0.addressText) },
        PageColumn("PORTS", priority: 3) { PageCell($0.portsText) },
        PageColumn("AGE", alignment: .trailing, priority: 2) { .age(since: $0.metadata.creationTimestamp) },
        model.applicationColumn(priority: 1, \.metadata),
        .wide("SERVICES", priority: 6) { $0.serviceNames.joined(separator: ",") },
        .wide("TLS", priority: 7) { $0.tls.map(\.secretName).joined(separator: ",") },
    ]
}
