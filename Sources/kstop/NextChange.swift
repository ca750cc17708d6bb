import ClusterModel
import FoundationEssentials
import TUI

/// When the screen changes next although nothing happens; nil: never. Until then the program sleeps.
func nextChange(_ model: Model) -> Date? {
    var moments: [Date] = model.rollouts.compactMap(\.expires)
    if let toast = model.toast { moments.append(toast.expires) }
    if case .stale = model.freshness { moments.append(model.now + 1) }
    if case .token(let token) = model.overlay, case .copied(let expiration, _) = token.state {
        moments.append(model.now + (expiration.timeIntervalSince(model.now) < 180 ? 1 : 60))
    }
    if model.log == nil { moments += ageChanges(model) }
    return moments.min()
}

/// When the ages in the visible rows change their text.
private func ageChanges(_ model: Model) -> [Date] {
    let rows = model.visibleContent().rows.dropFirst(model.table.cursor.firstRow).prefix(model.tableRows)
    return rows.flatMap { [$0.created, $0.lastRestart] }.compactMap(\.self).map {
        model.now + nextAgeChange(since: $0, at: model.now)
    }
}
