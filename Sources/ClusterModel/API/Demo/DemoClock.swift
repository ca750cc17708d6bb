package import FoundationEssentials
import Synchronization

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

    /// Stands still until it is told to go on: it is `start` plus as many seconds as a file says, and never goes back. So
    /// what a picture shows, or what follows a key, is of one moment however long the machine takes.
    /// - Parameter path: of a file that holds a number; while it cannot be read, or holds none, no time passes.
    package static func told(by path: String, from start: Date) -> DemoClock {
        let told = ToldTime(path: path)
        let now: @Sendable () -> Date = { start + told.seconds }
        return DemoClock(now: now) { moment in
            while now() < moment, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(10)) }
        }
    }
}

/// A class since the closures of the clock share what was last read.
private final class ToldTime: Sendable {
    private let path: String
    private let latest = Mutex(0.0)

    init(path: String) { self.path = path }

    var seconds: Double {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let read = Double(text.filter { !$0.isWhitespace }) ?? 0
        return latest.withLock { latest in
            if read.isFinite { latest = max(latest, read) }
            return latest
        }
    }
}
