import ClusterModel
import FoundationEssentials
import TUI

/// kubectl's event columns, the latest first, and the application that each is about.
func eventsContent(_ model: Model, _ ids: Set<RowID>?) -> PageContent {
    PageContent(model.objects(model.cluster.events, ids), columns(model), model) { event in
        var facts = RowFacts(event.metadata, event.isWarning ? .degraded : .healthy, model)
        facts.application = model.snapshot.applicationName(of: event.regarding.uid)
        facts.created = event.lastSeen
        return facts
    }
}

private func columns(_ model: Model) -> [PageColumn<ClusterEvent>] {
    let place: [PageColumn<ClusterEvent>] = [
        PageColumn("  LAST SEEN", minimumWidth: 11) { event in
            let mark = event.isWarning ? StyledText("! ", .warning, bold: true) : StyledText("· ", .quiet)
            return .age(since: event.lastSeen, .text, behind: mark)
        },
        PageColumn("NAMESPACE", priority: 2, minimumWidth: 12) { PageCell($0.metadata.namespace) },
    ]
    let columns: [PageColumn<ClusterEvent>] = [
        PageColumn("TYPE", priority: 3) { PageCell($0.type.word, $0.isWarning ? .warning : .quiet) },
        PageColumn("REASON", minimumWidth: 10) { PageCell($0.reason) },
        PageColumn("OBJECT", minimumWidth: 12) { PageCell($0.objectText) },
        PageColumn("MESSAGE", priority: 1, minimumWidth: 20) { PageCell($0.messageText, .quiet) },
    ]
    let wide: [PageColumn<ClusterEvent>] = [
        .wide("APP", priority: 4) { model.snapshot.applicationName(of: $0.regarding.uid) },
        .wide("SUBOBJECT", priority: 7, text: \.fieldPath), .wide("SOURCE", priority: 6, text: \.sourceText),
        .wide("FIRST SEEN", priority: 5, cell: { .age(since: $0.firstSeen) }),
        .wide("COUNT", priority: 5, text: \.countText), .wide("NAME", priority: 8, text: \.name),
    ]
    return (model.session.showsAllNamespaces ? place : Array(place.prefix(1))) + columns + wide
}

extension ClusterEvent {
    /// Also of a type that nobody has heard of.
    var isWarning: Bool { type != .normal }
}
