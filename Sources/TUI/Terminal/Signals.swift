import CSystem
import Glibc

/// What the system or another process asks of this one.
package enum Signal: CaseIterable, Sendable {
    case interrupt, terminate, hangup, quit
    /// SIGTSTP, SIGCONT, SIGWINCH.
    case stop, proceed, resize

    var number: Int32 {
        switch self {
        case .interrupt: SIGINT
        case .terminate: SIGTERM
        case .hangup: SIGHUP
        case .quit: SIGQUIT
        case .stop: SIGTSTP
        case .proceed: SIGCONT
        case .resize: SIGWINCH
        }
    }
}

/// The signals that have come, to be read by the loop. Made before any thread starts: those inherit what is blocked.
/// A class because it owns a descriptor.
package final class Signals {
    /// Readable while a signal waits; for poll(2).
    package let descriptor: Int32

    package init() {
        descriptor = cs_signalfd(Signal.allCases.map(\.number), Int32(Signal.allCases.count))
        precondition(descriptor >= 0, "signals are blocked at the start, when descriptors are not short")
        signal(SIGPIPE, SIG_IGN)
    }

    deinit { Glibc.close(descriptor) }

    /// All that have come since the last call.
    package func takeAll() -> [Signal] {
        var signals: [Signal] = []
        while let signal = next() { signals.append(signal) }
        return signals
    }

    private func next() -> Signal? {
        let number = cs_next_signal(descriptor)
        return Signal.allCases.first { $0.number == number }
    }

    /// Stops this process until it is told to proceed. The terminal must be suspended before.
    package static func stop() {
        raise(SIGSTOP)
    }

    /// Ends this process as `signal` would have, so that its parent learns the reason. The terminal must be closed before.
    package static func die(of reason: Signal) -> Never {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, reason.number)
        signal(reason.number, SIG_DFL)
        raise(reason.number)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        _exit(128 + reason.number)
    }
}
