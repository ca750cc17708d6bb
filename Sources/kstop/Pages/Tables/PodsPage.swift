import ClusterModel
import TUI

/// kubectl's pod columns, the pod's usage, and the application that each pod belongs to.
func podsContent(_ model: Model) -> PageContent {
    let facts: (Pod) -> RowFacts = { pod in
        var facts = RowFacts(pod.metadata, pod.health(at: model.now), model)
        facts.lastRestart = pod.summary.lastRestart
        return facts
    }
    return PageContent(model.cluster.pods.values, columns(model, facts), model, facts: facts)
}

private func columns(_ model: Model, _ facts: @escaping (Pod) -> RowFacts) -> [PageColumn<Pod>] {
    model.nameColumns("NAME", minimumWidth: 25, facts) + [
        PageColumn("READY") { pod in
            let summary = pod.summary
            let share = summary.total == 0 ? 1 : Double(summary.ready) / Double(summary.total)
            return PageCell(StyledText(summary.readyText), by: .least(share))
        },
        PageColumn("STATUS", minimumWidth: 16) { pod in
            let health = pod.health(at: model.now)
            let status = pod.summary.status
            return PageCell(StyledText(status, health.role), by: .health(health, status))
        },
        PageColumn("RESTARTS", priority: 3, minimumWidth: 8) { pod in
            restartsCell(pod.summary.restarts, pod.summary.restartsText(at: model.now))
        },
        PageColumn("AGE", alignment: .trailing, priority: 1) {
            .age(since: $0.metadata.creationTimestamp, at: model.now)
        },
        .cpu { model.usage(of: $0) }, .memory { model.usage(of: $0) }, model.applicationColumn(priority: 4, \.metadata),
        .wide("IP", priority: 6, cell: \.ipText), .wide("NODE", priority: 7, cell: \.nodeText),
        .wide("NOMINATED NODE", priority: 8, cell: \.nominatedNodeText),
        .wide("READINESS GATES", priority: 9, cell: \.readinessGatesText),
    ]
}

/// kubectl's RESTARTS, a number other than 0 standing out.
func restartsCell(_ restarts: Int, _ text: String) -> PageCell {
    PageCell(StyledText(text, restarts == 0 ? .quiet : .warning), by: .most(Double(restarts)), isNews: false)
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
