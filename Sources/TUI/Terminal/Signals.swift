import CSystem
import Glibc

/// What the system or another process asks of this one.
package enum Signal: Equatable, Sendable {
    case interrupt, terminate, hangup, quit
    /// SIGTSTP, SIGCONT, SIGWINCH.
    case stop, proceed, resize
    /// One that nobody sends on purpose, but that ends a program, such as SIGUSR1.
    case other(Int32)

    /// All that are waited for. What the parent had this process ignore stays ignored.
    fileprivate static var awaited: [Signal] {
        let realTime = Array(__libc_current_sigrtmin()...__libc_current_sigrtmax())
        let others = [
            SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGPOLL, SIGSTKFLT, SIGPWR,
        ]
        return [.interrupt, .terminate, .hangup, .quit, .stop, .proceed, .resize]
            + (others + realTime).filter { cs_is_ignored($0) == 0 }.map(Signal.other)
    }

    var number: Int32 {
        switch self {
        case .interrupt: SIGINT
        case .terminate: SIGTERM
        case .hangup: SIGHUP
        case .quit: SIGQUIT
        case .stop: SIGTSTP
        case .proceed: SIGCONT
        case .resize: SIGWINCH
        case .other(let number): number
        }
    }
}

/// The signals that have come, to be read by the loop. Made before any thread starts: those inherit what is blocked.
/// A class because it owns a descriptor.
package final class Signals {
    /// Readable while a signal waits; for poll(2).
    package let descriptor: Int32
    private let awaited = Signal.awaited

    package init() {
        descriptor = cs_signalfd(awaited.map(\.number), Int32(awaited.count))
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
        return awaited.first { $0.number == number }
    }

    /// Stops this process until it is told to proceed, as the system stops one that does not care: not if it has been told
    /// to proceed meanwhile, nor if there is no shell that could tell it to. The terminal must be suspended before.
    package static func stop() {
        obey(SIGTSTP)
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGTSTP)
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Ends this process as `signal` would have, so that its parent learns the reason. The terminal must be closed before.
    package static func die(of reason: Signal) -> Never {
        obey(reason.number)
        _exit(128 + reason.number)
    }

    /// Has a signal, which is blocked until then, do what it does by default.
    private static func obey(_ number: Int32) {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, number)
        signal(number, SIG_DFL)
        raise(number)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }
}
