import Glibc

/// Makes events of what a terminal reports, and tells double clicks from single ones, without holding a press back until
/// it is clear which of them it is.
struct Clicks: Sendable {
    private static let longestPause = Duration.milliseconds(400)

    /// Nil: the next press cannot be the second of two.
    private var last: (x: Int, y: Int, time: Duration)?

    /// - Parameters:
    ///   - button: By xterm's number.
    ///   - time: From any fixed moment on.
    /// - Returns: Nil for what is no event here: other buttons, releases, movements.
    mutating func event(button: Int, x: Int, y: Int, at time: Duration) -> MouseEvent? {
        let modifiers = 0b11100
        switch button & ~modifiers {
        case 0: return MouseEvent(pressKind(x: x, y: y, at: time), x: x, y: y)
        case 64: return MouseEvent(.wheelUp, x: x, y: y)
        case 65: return MouseEvent(.wheelDown, x: x, y: y)
        default: return nil
        }
    }

    private mutating func pressKind(x: Int, y: Int, at time: Duration) -> MouseEvent.Kind {
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
