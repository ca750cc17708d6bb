import ClusterModel
import FoundationEssentials
import TUI
import Words

extension Writer {
    /// The last events about some objects, newest first.
    func events(about objects: Set<UID>, namesObjects: Bool) -> Section {
        let own = model.cluster.events.values.filter { objects.contains($0.regarding.uid) }
        let newest = own.sorted { one, other in
            let times = (one.lastSeen ?? .distantPast, other.lastSeen ?? .distantPast)
            return times.0 == times.1 ? one.uid < other.uid : times.0 > times.1
        }
        return section(
            Phrase("Events"), of: .events,
            titles: ["LAST SEEN", "REASON"] + (namesObjects ? ["OBJECT", "MESSAGE"] : ["MESSAGE"]),
            newest.prefix(20).map { row($0, namesObject: namesObjects) })
    }

    private func row(_ event: ClusterEvent, namesObject: Bool) -> [StyledText] {
        let isWarning = event.type == .warning
        let mark = isWarning ? StyledText("! ", .warning, bold: true) : StyledText("· ", .quiet)
        let object = namesObject ? [StyledText(event.objectText, .quiet)] : []
        return [
            mark + StyledText(event.intervalText(at: model.now), .quiet),
            StyledText(event.reason, isWarning ? .warning : .quiet),
        ] + object + [StyledText(event.messageText, isWarning ? .text : .quiet)]
    }

    /// All fields of an event, and what is known about the object that it is about.
    func sections(on event: ClusterEvent, in application: Application?) -> [Section] {
        let selection = Selection.object(.event(event), application)
        let isWarning = event.type == .warning
        let reason = StyledText(event.reason, isWarning ? .warning : .text, bold: isWarning)
        let health: Health = isWarning ? .degraded : .healthy
        let facts = [StyledText(event.intervalText(at: model.now), .quiet)]
        let message = Grid(rows: [[StyledText(event.messageText)]], indent: 5).lines(width: width)
        return [
            Section(lines: head(selection, health, reason, facts, tellsWhy: false).lines + message),
            Section(lines: reasons(selection)),
            section(Phrase("Event"), fields(about: event, application)),
            chains(selection.chains),
        ]
    }

    private func fields(about event: ClusterEvent, _ application: Application?) -> [StyledText] {
        fields([
            field(Phrase("Application"), StyledText(application?.name ?? "")),
            Field("Object", event.objectText),
            Field("Field Path", event.fieldPath),
            Field("Namespace", event.metadata.namespace),
            Field("Type", event.type.word, event.type == .warning ? .warning : .text),
            Field("Count", event.countText),
            Field("First Seen", ago(event.firstSeen)),
            Field("Last Seen", ago(event.lastSeen)),
            Field("Source", event.sourceText),
            Field("Name", event.metadata.name, .quiet),
        ])
    }
}
