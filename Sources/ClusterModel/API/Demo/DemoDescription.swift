import FoundationEssentials

/// What `kubectl describe` would say of the made-up objects, in its layout.
struct DemoDescription {
    let cluster: Cluster
    let now: Date

    func text(of object: ClusterObject) -> String {
        let lines =
            switch object {
            case .pod(let pod): lines(on: pod)
            case .deployment(let deployment): lines(on: deployment)
            case .service(let service): lines(on: service)
            case .ingress(let ingress): lines(on: ingress)
            case .event(let event): lines(on: event)
            case .replicaSet, .statefulSet, .daemonSet, .job, .cronJob, .endpointSlice, .networkPolicy, .certificate,
                .middleware, .containoMiddleware, .node:
                aligned(head(object.metadata))
            }
        return (lines + events(about: object)).joined(separator: "\n") + "\n"
    }

    /// A label and what stands beside it, line by line.
    typealias Row = (label: String, values: [String])

    func head(_ metadata: Metadata) -> [Row] {
        [("Name:", [metadata.name]), ("Namespace:", [metadata.namespace])] + marks(metadata)
    }

    func marks(_ metadata: Metadata) -> [Row] {
        [("Labels:", pairs(metadata.labels, "=")), ("Annotations:", pairs(metadata.annotations, ": "))]
    }

    func pairs(_ texts: [String: String], _ sign: String) -> [String] {
        texts.isEmpty ? ["<none>"] : texts.sorted { $0.key < $1.key }.map { "\($0.key)\(sign)\($0.value)" }
    }

    func orNone(_ text: String) -> String { text.isEmpty ? "<none>" : text }

    /// Labels, and the values in a column two blanks behind the widest.
    func aligned(_ rows: [Row], indent: Int = 0) -> [String] {
        let width = (rows.map(\.label.count).max() ?? 0) + 2
        return rows.flatMap { label, values in
            values.enumerated().map { index, value in
                let start = index == 0 ? label : ""
                return blanks(indent) + start + blanks(width - start.count) + value
            }
        }
    }

    /// A table with underlined titles.
    func table(_ titles: [String], _ rows: [[String]], indent: Int = 2) -> [String] {
        let underlines = titles.map { String(repeating: "-", count: $0.count) }
        let all = [titles, underlines] + rows
        let widths = titles.indices.map { column in (all.map { $0[column].count }.max() ?? 0) + 2 }
        return all.map { row in
            let cells = row.enumerated().map { index, cell in
                index == row.count - 1 ? cell : cell + blanks(widths[index] - cell.count)
            }
            return blanks(indent) + cells.joined()
        }
    }

    func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// "Mon, 23 Nov 2026 14:00:00 +0000".
    func time(_ moment: Date?) -> String {
        guard let moment else { return "<unset>" }
        let text = Timestamp.text(moment, offset: 0)
        let day = Int((moment.timeIntervalSince1970 / 86_400).rounded(.down))
        // 1970 began on a Thursday.
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((day % 7) + 7) % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let month = Int(text.dropFirst(5).prefix(2)).map { months[$0 - 1] } ?? ""
        let (year, dayOfMonth, clock) = (text.prefix(4), text.dropFirst(8).prefix(2), text.dropFirst(11).prefix(8))
        return "\(weekday), \(dayOfMonth) \(month) \(year) \(clock) +0000"
    }

    private func events(about object: ClusterObject) -> [String] {
        if case .event = object { return ["Events:  <none>"] }
        let own = cluster.events.values.filter { $0.regarding.uid == object.metadata.uid }
        if own.isEmpty { return ["Events:  <none>"] }
        let rows = own.sorted { ($0.lastSeen ?? now, $0.uid) < ($1.lastSeen ?? now, $1.uid) }.map { event in
            [event.type.word, event.reason, event.intervalText(at: now), event.component, event.messageText]
        }
        return ["Events:"] + table(["Type", "Reason", "Age", "From", "Message"], rows)
    }
}
