package import FoundationEssentials

/// The AGE column: how long ago `since` was, in kubectl's words.
package func age(since: Date?, at now: Date) -> String {
    guard let since else { return "<unknown>" }
    return humanDuration(now.timeIntervalSince(since))
}

/// Kubernetes' `duration.HumanDuration`: truncates, and leaves out parts that are zero.
///
/// - Parameter seconds: up to two seconds below zero count as now, since clocks differ.
package func humanDuration(_ seconds: Double) -> String {
    let whole = wholeSeconds(seconds)
    let (minutes, hours, days) = (whole / 60, whole / 3600, whole / 86_400)
    switch whole {
    case ..<(-1): return "<invalid>"
    case ..<0: return "0s"
    case ..<120: return "\(whole)s"
    case ..<(10 * 60): return parts(minutes, "m", whole % 60, "s")
    case ..<(180 * 60): return "\(minutes)m"
    case ..<(8 * 3600): return parts(hours, "h", minutes % 60, "m")
    case ..<(48 * 3600): return "\(hours)h"
    case ..<(8 * 86_400): return parts(days, "d", hours % 24, "h")
    case ..<(2 * year): return "\(days)d"
    case ..<(8 * year): return parts(days / 365, "y", days % 365, "d")
    default: return "\(days / 365)y"
    }
}

/// Seconds until `age(since:at:)` reads differently; more than 0.
package func nextAgeChange(since: Date, at now: Date) -> Double {
    let seconds = now.timeIntervalSince(since)
    if seconds <= -2 { return -2 - seconds + shortestWait }
    if seconds < 1 { return 1 - seconds }
    let step = Double(ageStep(wholeSeconds(seconds)))
    return max(step - seconds.truncatingRemainder(dividingBy: step), shortestWait)
}

extension Resource {
    /// The AGE column.
    package func age(at now: Date) -> String { ClusterModel.age(since: metadata.creationTimestamp, at: now) }
}

private let year = 365 * 86_400

/// Rounding of dates must not make a caller spin.
private let shortestWait = 0.001

/// How many seconds the text for an age of `seconds` stands still.
private func ageStep(_ seconds: Int) -> Int {
    switch seconds {
    case ..<(10 * 60): 1
    case ..<(8 * 3600): 60
    case ..<(8 * 86_400): 3600
    case ..<(8 * year): 86_400
    default: year
    }
}

/// Truncated toward zero; dates from a broken clock are kept within what an Int can hold.
private func wholeSeconds(_ seconds: Double) -> Int {
    guard seconds.isFinite else { return seconds > 0 ? Int(1e15) : -2 }
    return Int(min(max(seconds, -1e15), 1e15))
}

private func parts(_ large: Int, _ largeUnit: String, _ small: Int, _ smallUnit: String) -> String {
    small == 0 ? "\(large)\(largeUnit)" : "\(large)\(largeUnit)\(small)\(smallUnit)"
}
