import ClusterModel
import TUI

/// kubectl's pod columns, and the application that each pod belongs to.
func podsContent(_ model: Model) -> PageContent {
    let wide = [
        Column("IP", priority: 6), Column("NODE", priority: 7), Column("NOMINATED NODE", priority: 8),
        Column("READINESS GATES", priority: 9),
    ]
    return PageContent(
        columns: [
            Column("  NAME", minimumWidth: 25),
            Column("READY"),
            Column("STATUS", minimumWidth: 16),
            Column("RESTARTS", priority: 3, minimumWidth: 8),
            Column("AGE", alignment: .trailing, priority: 1),
            Column("APP", priority: 4),
        ] + (model.isWide ? wide : []),
        rows: model.cluster.pods.values.map { row($0, model) })
}

private func row(_ pod: Pod, _ model: Model) -> PageRow {
    let summary = pod.summary
    let health = pod.health(at: model.now)
    let cells = [
        StyledText(summary.readyText), StyledText(summary.status, health.role),
        restartsCell(summary.restarts, summary.restartsText(at: model.now)),
    ]
    let wide = [pod.ipText, pod.nodeText, pod.nominatedNodeText, pod.readinessGatesText]
    var row = PageRow(pod.metadata, health, cells, wide: wide, model)
    row.status = summary.status
    row.restarts = summary.restarts
    row.lastRestart = summary.lastRestart
    return row
}

/// kubectl's RESTARTS, a number other than 0 standing out.
func restartsCell(_ restarts: Int, _ text: String) -> StyledText {
    StyledText(text, restarts == 0 ? .quiet : .warning)
}
