import ClusterModel
import FoundationEssentials
import TUI
import Words

/// What applications and nodes have used since kstop looks at them, as far as the metrics API tells.
struct UsageHistory: Equatable, Sendable {
    /// Nil until the first answer.
    private(set) var latest: MetricsChange?
    /// How many there have been.
    private(set) var answers = 0
    /// Oldest first, at most `longest`; an application without metrics at a time has nothing there.
    private(set) var applications: [ObjectName: [Usage]] = [:]

    /// An hour, at a reading every 15 s.
    private static let longest = 240

    var metrics: Metrics? {
        if case .read(let metrics) = latest { metrics } else { nil }
    }

    /// Why there are no metrics now; nil if there are.
    var absence: Phrase? {
        switch latest {
        case nil: Phrase("no metrics yet: asked for")
        case .read: nil
        case .absent(let absence): absence.phrase
        }
    }

    mutating func hear(_ change: MetricsChange, _ snapshot: Snapshot) {
        latest = change
        answers += 1
        guard let metrics else { return }
        for application in snapshot.applications {
            guard let usage = metrics.usage(of: application.pods) else { continue }
            applications[application.identity, default: []].append(usage)
            let surplus = (applications[application.identity]?.count ?? 0) - Self.longest
            if surplus > 0 { applications[application.identity]?.removeFirst(surplus) }
        }
    }
}

extension Model {
    func usage(of application: Application) -> Usage? { usage.metrics?.usage(of: application.pods) }

    func usage(of pod: Pod) -> Usage? { usage.metrics?.usage(of: pod) }

    /// "cpu ▁▂▅ 12m   mem ▃▃▄ 210Mi", or why that is not known; `width`: columns for it all.
    func usageText(of application: Application, width: Int) -> StyledText {
        if let absence = usage.absence { return styled(absence, .quiet) }
        let history = usage.applications[application.identity] ?? []
        guard let latest = usage(of: application) else { return styled(Phrase("no pod with metrics"), .quiet) }
        let room = min(24, max(0, (width - 28) / 2))
        let cpu = sparkline(history.map { Double($0.cpu) }, width: min(room, history.count), role: .accent)
        let memory = sparkline(history.map { Double($0.memory) }, width: min(room, history.count), role: .accent)
        return StyledText("cpu ", .quiet) + cpu + StyledText(" \(latest.cpuText)    ")
            + StyledText("mem ", .quiet) + memory + StyledText(" \(latest.memoryText)")
    }
}

extension PageColumn {
    /// The processors used, as `kubectl top` writes it.
    static func cpu(_ usage: @escaping (Item) -> Usage?) -> PageColumn {
        PageColumn("CPU", alignment: .trailing, priority: 4) { item in
            cell(usage(item), \.cpuText) { Double($0.cpu) }
        }
    }

    /// The memory used, as `kubectl top` writes it.
    static func memory(_ usage: @escaping (Item) -> Usage?) -> PageColumn {
        PageColumn("MEM", alignment: .trailing, priority: 5) { item in
            cell(usage(item), \.memoryText) { Double($0.memory) }
        }
    }

    private static func cell(
        _ usage: Usage?, _ text: (Usage) -> String, _ amount: (Usage) -> Double
    ) -> PageCell {
        guard let usage else { return PageCell(StyledText("-", .quiet), by: .nothing, isNews: false) }
        return PageCell(StyledText(text(usage)), by: .most(amount(usage)), isNews: false)
    }
}
