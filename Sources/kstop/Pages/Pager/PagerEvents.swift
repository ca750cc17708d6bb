import ClusterModel
import FoundationEssentials
import TUI
import Words

extension Model {
    /// The events about a row and what belongs to it, newest first, in the columns of `kubectl describe`; the first two
    /// lines are the titles. Where there may be several objects, each is named.
    func eventLines(about id: RowID) -> [(about: UID, text: StyledText)] {
        let selection = selection(of: id)
        let objects = eventObjects(id, selection)
        let events = cluster.events.values.filter { objects.contains($0.regarding.uid) }.sorted(by: isNewer)
        let namesObjects = if case .application = id { true } else { false }
        let titles = ["Type", "Reason", "Age", "From"] + (namesObjects ? ["Object"] : []) + ["Message"]
        let rows = events.map { cells($0, namesObject: namesObjects) }
        let underlines = titles.map { String(repeating: "-", count: $0.count) }
        let widths = titles.indices.map { column in
            ([titles, underlines] + rows.map { $0.map(printable) }).map { displayWidth(of: $0[column]) }.max() ?? 0
        }
        let head = [titles, underlines].map { (about: "", text: line($0, widths, .quiet)) }
        return head
            + zip(events, rows).map { event, cells in
                (about: event.uid, text: line(cells, widths, event.isWarning ? .warning : .text))
            }
    }

    private func cells(_ event: ClusterEvent, namesObject: Bool) -> [String] {
        [event.type.word, event.reason, event.intervalText(at: now), event.component]
            + (namesObject ? [event.objectText] : []) + [event.messageText]
    }

    /// The type alone is loud.
    private func line(_ cells: [String], _ widths: [Int], _ role: Role) -> StyledText {
        cells.indices.reduce(StyledText()) { line, column in
            let cell = printable(cells[column])
            let isLast = column == cells.count - 1
            let blanks = isLast ? "" : String(repeating: " ", count: widths[column] - displayWidth(of: cell) + 2)
            let own: Role = role == .warning && column > 1 ? .text : role
            return line + StyledText(cell, own) + StyledText(blanks)
        }
    }

    /// All objects that the events of a row may be about. An event's row: the object that it is about.
    private func eventObjects(_ id: RowID, _ selection: Selection?) -> Set<UID> {
        switch selection {
        case .application(let application): withReplicaSets(Set(application.objects.map(\.metadata.uid)))
        case .object(.event(let event), _): [event.regarding.uid]
        case .object(let object, _): [object.metadata.uid]
        case nil:
            if case .object(let uid) = id { [uid] } else { [] }
        }
    }

    /// Also the replica sets, which come and go with each new version.
    private func withReplicaSets(_ objects: Set<UID>) -> Set<UID> {
        let sets = cluster.replicaSets.values.filter { set in
            set.metadata.controller.map { objects.contains($0.uid) } ?? false
        }
        return objects.union(sets.map(\.uid))
    }
}

private func isNewer(_ one: ClusterEvent, _ other: ClusterEvent) -> Bool {
    let times = (one.lastSeen ?? .distantPast, other.lastSeen ?? .distantPast)
    return times.0 == times.1 ? one.uid < other.uid : times.0 > times.1
}
