import Glibc

/// Why the loop woke up; none of it when the time was over.
package struct Arrivals: Equatable, Sendable {
    package var hasKeys = false
    package var hasMessages = false
    package var hasSignals = false
    /// The terminal was taken away; there will be no more keys.
    package var isTerminalGone = false
}

extension Terminal {
    /// Sleeps until a key, a message or a signal arrives, or `timeout` milliseconds are over; nil: for as long as it takes.
    package func wait<Message>(inbox: Inbox<Message>, signals: Signals, timeout: Int?) -> Arrivals {
        let delays = [printLines(), decoder.delay(at: monotonicTime()), mayHaveMore ? .zero : nil].compactMap(\.self)
        let timeout = (delays.map { Int(($0 / .milliseconds(1)).rounded(.up)) } + [timeout].compactMap(\.self)).min()
        defer { _ = printLines() }
        return arrivals(from: inputDescriptor, inbox, signals, timeout: timeout)
    }
}

extension Signals {
    /// Sleeps until a message or a signal arrives, as long as there is no full screen yet.
    package func wait<Message>(inbox: Inbox<Message>) {
        _ = arrivals(from: -1, inbox, self, timeout: nil)
    }
}

/// - Parameter input: where keys come from; -1: from nowhere.
private func arrivals<Message>(
    from input: Int32, _ inbox: Inbox<Message>, _ signals: Signals, timeout: Int?
) -> Arrivals {
    var sources = [input, inbox.wakeDescriptor, signals.descriptor].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let milliseconds = timeout.map { Int32(clamping: max(0, $0)) } ?? -1
    // Interrupted or failed: nothing has arrived, and the caller calls again.
    guard poll(&sources, nfds_t(sources.count), milliseconds) > 0 else { return Arrivals() }
    let keys = Int32(sources[0].revents)
    return Arrivals(
        hasKeys: keys & POLLIN != 0, hasMessages: sources[1].revents != 0, hasSignals: sources[2].revents != 0,
        isTerminalGone: keys & (POLLHUP | POLLERR | POLLNVAL) != 0)
}
