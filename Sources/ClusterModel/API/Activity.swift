import Synchronization

/// When something last came; a class since all that wait for more look at one moment.
final class Activity: Sendable {
    private let latest = Mutex(ContinuousClock.now)

    func note() { latest.withLock { $0 = .now } }

    /// Seconds until nothing has come for `timeout`; not above 0 if that is so now.
    func rest(of timeout: Double) -> Double {
        timeout - (ContinuousClock.now - latest.withLock(\.self)) / .seconds(1)
    }
}
