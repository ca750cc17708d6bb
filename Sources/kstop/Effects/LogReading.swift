import ClusterModel
import FoundationEssentials
import TUI

/// Reads a log into a basin. The loop hears of it at once, but at most once in a while however fast the lines come.
func readLog(_ query: LogQuery, into basin: LogBasin, _ api: ClusterAPI, _ inbox: Inbox<Delivery>) async {
    var lastPost: ContinuousClock.Instant?
    for await change in api.log(query) {
        guard basin.pour(change) else { continue }
        let wait = lastPost.map { leastPause - (ContinuousClock.now - $0) } ?? .zero
        if wait > .zero {
            lastPost = .now + wait
            Task {
                try? await Task.sleep(for: wait)
                inbox.post(.log(basin))
            }
        } else {
            lastPost = .now
            inbox.post(.log(basin))
        }
    }
}

extension LogLimits {
    /// For lines that the loop has not taken yet: half of what a page keeps.
    static let waiting = LogLimits(lines: 10_000, bytes: 8 << 20)
}

/// As long as a frame of the loop.
private let leastPause = Duration.milliseconds(33)
