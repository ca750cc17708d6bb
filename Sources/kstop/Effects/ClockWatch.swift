import FoundationEssentials

/// Notices when the clock on the wall has been set, by a clock that only ever goes on.
struct ClockWatch {
    private var last: (date: Date, uptime: ContinuousClock.Instant)?

    /// Seconds; less is what two clocks differ by that are read one after the other, or while one is being adjusted.
    private static let leastStep = 1.0

    /// By how many seconds the clock has been set since the last call, forward or back; nil if it has not.
    mutating func step(at date: Date, uptime: ContinuousClock.Instant) -> Double? {
        defer { last = (date, uptime) }
        guard let last else { return nil }
        let step = date.timeIntervalSince(last.date) - (uptime - last.uptime) / .seconds(1)
        return abs(step) >= Self.leastStep ? step : nil
    }
}
