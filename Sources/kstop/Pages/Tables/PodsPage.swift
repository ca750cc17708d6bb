import ClusterModel
import TUI

/// kubectl's pod columns, the pod's usage, and the application that each pod belongs to.
func podsContent(_ model: Model, _ ids: Set<RowID>?) -> PageContent {
    let facts: (Pod) -> RowFacts = { pod in
        var facts = RowFacts(pod.metadata, pod.health(at: model.snapshot.moment), model)
        facts.lastRestart = pod.summary.lastRestart
        return facts
    }
    return PageContent(model.objects(model.cluster.pods, ids), columns(model), model, facts: facts)
}

private func columns(_ model: Model) -> [PageColumn<Pod>] {
    model.nameColumns("NAME", minimumWidth: 25) + [
        PageColumn("READY") { pod in
            let summary = pod.summary
            let share = summary.total == 0 ? 1 : Double(summary.ready) / Double(summary.total)
            return PageCell(StyledText(summary.readyText), by: .least(share))
        },
        PageColumn("STATUS", minimumWidth: 16) {
            let status = $0.summary.status
            return PageCell(StyledText(status, $1.health.role), by: .health($1.health, status))
        },
        PageColumn("RESTARTS", priority: 3, minimumWidth: 8) { .restarts($0.summary) },
        PageColumn("AGE", alignment: .trailing, priority: 1) { .age(since: $0.metadata.creationTimestamp) },
        .cpu { model.usage(of: $0) }, .memory { model.usage(of: $0) }, model.applicationColumn(priority: 4, \.metadata),
        .wide("IP", priority: 6, text: \.ipText), .wide("NODE", priority: 7, text: \.nodeText),
        .wide("NOMINATED NODE", priority: 8, text: \.nominatedNodeText),
        .wide("READINESS GATES", priority: 9, text: \.readinessGatesText),
    ]
}

extension Model {
    /// The application that an object belongs to.
    func applicationColumn<Item>(
        priority: Int, _ metadata: @escaping (Item) -> Metadata
    ) -> PageColumn<Item> {
        PageColumn("APP", priority: priority) { item in
            PageCell(snapshot.applicationName(of: metadata(item).uid))
        }
    }
}
