import ClusterModel
import FoundationEssentials
import TUI

/// How the loop came to its end.
enum Ending: Equatable {
    case quit(status: Int32)
    /// To be told to whoever started kstop by dying of it.
    case signal(Signal)
}

/// Waits, updates, paints, on the main thread. A class since it owns the terminal.
final class Loop {
    /// At most one paint in this time while messages pour in; a key is answered at once.
    private static let frame = Duration.milliseconds(33)

    private let terminal: Terminal
    private let signals: Signals
    private let inbox: Inbox<Delivery>
    private let runner: EffectRunner
    private let environment: [String: String]
    private let now: @Sendable () -> Date
    private var model: Model
    /// Nil: the next paint need not wait.
    private var lastPaint: ContinuousClock.Instant?
    private var isPaintDue = true

    init(terminal: Terminal, signals: Signals, connection: Connection, environment: [String: String]) {
        self.terminal = terminal
        self.signals = signals
        self.environment = environment
        inbox = Inbox()
        runner = EffectRunner(api: connection.api, inbox: inbox, environment: environment)
        now = connection.now
        model = Model(session: connection.session, now: now(), size: terminal.size)
    }

    func run() -> Ending {
        defer { runner.reconcile(with: []) }
        while true {
            runner.reconcile(with: subscriptions(model))
            model.settle(at: now())
            paintIfDue()
            let next = nextChange(model)
            let arrivals = terminal.wait(inbox: inbox, signals: signals, timeout: timeout(until: next))
            if let ending = handleSignals() ?? handleKeys() ?? handleDeliveries() { return ending }
            if arrivals.isTerminalGone { return .signal(.hangup) }
            if let next, next <= now() { isPaintDue = true }
        }
    }

    private func paintIfDue() {
        guard isPaintDue, timeToPaint <= .zero else { return }
        terminal.paint(view(model))
        lastPaint = .now
        isPaintDue = false
    }

    /// How long the next paint has to wait.
    private var timeToPaint: Duration {
        lastPaint.map { Self.frame - (ContinuousClock.now - $0) } ?? .zero
    }

    /// Milliseconds until the next paint is due; nil: only when something happens.
    private func timeout(until next: Date?) -> Int? {
        let seconds = isPaintDue ? timeToPaint / .seconds(1) : next?.timeIntervalSince(now())
        return seconds.map { max(0, Int(min($0 * 1000, 1e9).rounded(.up))) }
    }

    private func handleKeys() -> Ending? {
        let keys = terminal.readKeys()
        if !keys.isEmpty { lastPaint = nil }
        for key in keys {
            if let ending = hear(.key(key)) { return ending }
            // The next key acts on what this one has changed.
            model.settle(at: now())
        }
        return nil
    }

    private func handleDeliveries() -> Ending? {
        for delivery in inbox.takeAll() {
            switch delivery {
            case .message(let message):
                if let ending = hear(message) { return ending }
            case .clipboard(let token, let account):
                let clipboard = copy(token.secret)
                let copied = Message.tokenCopied(account: account, expiration: token.expiration, clipboard)
                if let ending = hear(copied) { return ending }
            }
        }
        return nil
    }

    private func copy(_ text: String) -> Clipboard {
        guard let sequence = clipboardSequence(text, terminal: environment["TERM"]) else { return .unavailable }
        terminal.send(sequence)
        return .terminal
    }

    private func hear(_ message: Message) -> Ending? {
        isPaintDue = true
        for effect in update(&model, message) {
            if case .quit(let status) = effect { return .quit(status: status) }
            runner.perform(effect)
        }
        return nil
    }

    private func handleSignals() -> Ending? {
        for signal in signals.takeAll() {
            switch signal {
            case .resize:
                terminal.resize()
                if let ending = hear(.resized(terminal.size)) { return ending }
            case .stop:
                terminal.suspend()
                Signals.stop()
                terminal.resume()
                if let ending = hear(.resized(terminal.size)) { return ending }
            case .proceed:
                // After a stop that could not be seen coming (SIGSTOP) the shell has used the terminal.
                terminal.resume()
                isPaintDue = true
            case .interrupt, .terminate, .hangup, .quit: return .signal(signal)
            }
        }
        return nil
    }
}
