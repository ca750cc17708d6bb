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
        var sources = [inputDescriptor, inbox.wakeDescriptor, signals.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let milliseconds = timeout.map { Int32(clamping: max(0, $0)) } ?? -1
        // Interrupted or failed: nothing has arrived, and the loop calls again.
        guard poll(&sources, nfds_t(sources.count), milliseconds) > 0 else { return Arrivals() }
        let input = Int32(sources[0].revents)
        return Arrivals(
            hasKeys: input & POLLIN != 0, hasMessages: sources[1].revents != 0, hasSignals: sources[2].revents != 0,
            isTerminalGone: input & (POLLHUP | POLLERR | POLLNVAL) != 0)
    }
}
