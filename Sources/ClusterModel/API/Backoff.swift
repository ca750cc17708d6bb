import FoundationEssentials

/// A moment by the clock on the wall, which may be set, and by one that only ever goes on.
struct Moment: Sendable {
    var date: Date
    /// Seconds since a moment that stays the same as long as kstop runs.
    var uptime: Double

    private static let start = ContinuousClock.now

    static var now: Moment { Moment(date: Date(), uptime: (ContinuousClock.now - start) / .seconds(1)) }
}

/// How time passes for what tries again: the clocks, a sleep and chance, so that tests need not wait.
struct Pace: Sendable {
    var now: @Sendable () -> Moment
    /// Seconds; ends at once when the task is cancelled.
    var sleep: @Sendable (Double) async -> Void
    /// From 0 up to, not including, 1.
    var chance: @Sendable () -> Double
    /// Seconds without a byte on any watch after which it is asked whether there is still anybody.
    var longestCalm = 10.0
    /// Seconds without a byte after which a watch has ended: the API server sends a bookmark every minute. Where it has
    /// no bookmarks, what comes of this is another watch, and that is asked for in vain if nobody is there any more.
    var longestSilence = 75.0

    static let real = Pace(
        now: { Moment.now },
        sleep: { try? await Task.sleep(for: .seconds($0)) },
        chance: { Double.random(in: 0..<1) })
}

/// Waits that double from try to try.
struct Backoff: Equatable, Sendable {
    /// Seconds.
    let shortest: Double
    /// Seconds.
    let longest: Double
    private(set) var failures = 0

    init(shortest: Double = 0.5, longest: Double = 10) {
        self.shortest = shortest
        self.longest = longest
    }

    /// Seconds until the next try. Chance spreads the tries of clients that failed together.
    mutating func next(chance: Double) -> Double {
        let doubled = shortest * Double(1 << min(failures, 20))
        failures += 1
        return max(shortest, min(longest, doubled) * (0.75 + chance / 4))
    }

    mutating func reset() { failures = 0 }
}
