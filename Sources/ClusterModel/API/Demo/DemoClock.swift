package import FoundationEssentials

/// The time of a demo: what it is, and how to wait for a moment.
package struct DemoClock: Sendable {
    package var now: @Sendable () -> Date
    /// Returns at that moment, or earlier if the task is cancelled.
    package var wait: @Sendable (_ until: Date) async -> Void

    package init(now: @escaping @Sendable () -> Date, wait: @escaping @Sendable (Date) async -> Void) {
        self.now = now
        self.wait = wait
    }

    /// The time of the day.
    package static let live = DemoClock(now: { Date() }) { moment in
        try? await Task.sleep(for: .seconds(max(0, moment.timeIntervalSinceNow)))
    }

    /// Runs like every clock, but from `start`, so that pictures made at any time look alike.
    package static func starting(at start: Date) -> DemoClock {
        let begin = ContinuousClock.now
        let now: @Sendable () -> Date = {
            let elapsed = (ContinuousClock.now - begin).components
            return start + Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
        }
        return DemoClock(now: now) { moment in
            try? await Task.sleep(for: .seconds(max(0, moment.timeIntervalSince(now()))))
        }
    }
}
