import Glibc

/// Tells double clicks from single ones. ncurses could, too, but only by holding every press back for a while.
struct Clicks: Sendable {
    private static let longestPause = Duration.milliseconds(400)

    /// Nil: the next press cannot be the second of two.
    private var last: (x: Int, y: Int, time: Duration)?

    /// What a press of the button in a cell is; `time` from any fixed moment on.
    mutating func kind(x: Int, y: Int, at time: Duration) -> MouseEvent.Kind {
        if let last, last.x == x, last.y == y, time - last.time <= Self.longestPause {
            self.last = nil
            return .doubleClick
        }
        last = (x, y, time)
        return .press
    }
}

/// The time since some fixed moment, whatever happens to the clock.
func monotonicTime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
