import ClusterModel
import FoundationEssentials
import TUI

/// When the screen changes next although nothing happens; nil: never. Until then the program sleeps.
func nextChange(_ model: Model) -> Date? {
    var moments: [Date] = model.rollouts.compactMap(\.expires) + [model.standingUntil].compactMap(\.self)
    // Behind a prompt it does not go.
    if let toast = model.toast, model.prompt == nil {
        moments += [toast.said + Toast.time, toast.expires].filter { $0 > model.now }
    }
    if let tour = model.tour, model.progress == .everything { moments.append(tour.next ?? model.now) }
    if let next = model.inquiries.next(after: model.now) { moments.append(next) }
    if case .stale = model.freshness { moments.append(model.now + 1) }
    if let expiration = model.tokenExpiration {
        let left = expiration.timeIntervalSince(model.now)
        // In words, seconds are counted only near the end.
        moments.append(model.now + (left < 600 ? 1 : left.truncatingRemainder(dividingBy: 60) + 1))
    }
    switch model.keyContext {
    // Some of its lines have not been looked at yet.
    case .log: if model.log?.isExamined == false { moments.append(model.now) }
    case .pager: if model.pager?.subject.view == .events { moments.append(model.now + 1) }
    // Ages of many objects: as often as the youngest of them could need it.
    case .opened: moments.append(model.now + 1)
    case .tables: moments += tableChanges(model)
    }
    return moments.min()
}

/// When the ages in the visible rows change their text, and when a row is no longer news.
private func tableChanges(_ model: Model) -> [Date] {
    let ages = model.visibleRows.flatMap { [$0.facts.created, $0.facts.lastRestart] }.compactMap(\.self)
    return ages.map { model.now + nextAgeChange(since: $0, at: model.now) }
        + [model.table.news.nextEnd].compactMap(\.self)
}
