import ClusterModel
import FoundationEssentials
import Glibc
import TUI
import Words

/// How the loop came to its end.
enum Ending: Equatable {
    case quit(status: Int32)
    /// To be told to whoever started kstop by dying of it.
    case signal(Signal)
    /// To be told on standard error: there is no cluster to look at.
    case failure(Phrase)
}

/// Waits, updates, paints, on the main thread. A class since it owns the terminal.
final class Loop {
    /// At most one paint in this time while messages pour in; a key is answered at once.
    private static let frame = Duration.milliseconds(33)
    /// The part of the time that is spent on what pours in is at most one of so many, unless that would make the screen
    /// older than `longestWait`.
    private static let share = 8
    private static let longestWait = Duration.seconds(1)

    private let terminal: Terminal
    private let signals: Signals
    private let inbox: Inbox<Delivery>
    private let runner: EffectRunner
    private let environment: [String: String]
    private var connection: Connection
    private var model: Model
    /// Nil: the next paint need not wait.
    private var lastPaint: ContinuousClock.Instant?
    private var isPaintDue = true
    /// How long it took to bring the screen up to date the last time.
    private var effort = Duration.zero
    /// How much of the cluster it showed.
    private var shown = Model.Progress.none
    private var clock = ClockWatch()
    /// Whether all that follows from what was heard, and from the time of the next paint, is in the model.
    private var isSettled = false
    /// Whether another program has the terminal.
    private var isTerminalLent = false
    /// Keys that have been read and not been handled, oldest first.
    private var keys: ArraySlice<Key> = []
    private var dialogPause = DialogPause()
    /// Painted past the model, in which no secret is, as long as its dialog is open.
    private var shownToken: Token?

    /// - Parameter model: what is known before the cluster has been asked, for a screen of any size.
    init(
        _ model: Model, terminal: Terminal, signals: Signals, connection: Connection, connector: Connector,
        environment: [String: String]
    ) {
        self.terminal = terminal
        self.signals = signals
        self.environment = environment
        self.connection = connection
        inbox = Inbox()
        runner = EffectRunner(api: connection.api, connector: connector, inbox: inbox, environment: environment)
        self.model = model
        self.model.size = terminal.size
    }

    /// - Parameter typed: keys from before there was a cluster.
    func run(typed: [Key]) -> Ending {
        defer {
            runner.reconcile(with: [])
            connection.proxy?.stop()
        }
        followClock()
        if let ending = greet(connection) { return ending }
        keys = typed[...]
        while true {
            let isEarly = isPaintDue && timeToPaint > .zero
            // Until it is painted, nothing needs to follow from what was heard.
            if !isEarly {
                bringUpToDate()
            } else if shown == .none, timeToPaint > Self.frame {
                // So much pours in that the rest of the cluster cannot wait for the next paint.
                runner.reconcile(with: subscriptions(model))
            }
            if isTerminalLent {
                signals.wait(inbox: inbox)
                followClock()
                if let ending = handleSignals() ?? handleDeliveries() { return ending }
                continue
            }
            openDialog()
            let next = isEarly ? nil : nextChange(model)
            let arrivals = terminal.wait(inbox: inbox, signals: signals, timeout: timeout(until: next))
            followClock()
            if let ending = handleSignals() ?? handleKeys() ?? handleDeliveries() { return ending }
            if arrivals.isTerminalGone { return .signal(.hangup) }
            if let next, next <= connection.now() {
                isPaintDue = true
                isSettled = false
                if model.tour != nil, let ending = takeTour() { return ending }
            }
        }
    }

    /// Presses the tour's next key if it is time for it.
    private func takeTour() -> Ending? {
        settle()
        return hear(.tourMoment)
    }

    /// Before anything is heard: the time that it is heard at must be that of all other moments in the model.
    private func followClock() {
        guard !connection.isTimeTold else { return }
        if let step = clock.step(at: connection.now(), uptime: .now) { _ = hear(.clockSet(by: step)) }
    }

    private func settle() {
        guard !isSettled else { return }
        model.settle(at: connection.now())
        isSettled = true
    }

    private func bringUpToDate() {
        let start = ContinuousClock.now
        settle()
        // What is painted need not wait for what is asked for next.
        defer { runner.reconcile(with: subscriptions(model)) }
        guard isPaintDue, !isTerminalLent else { return }
        terminal.paint(screen())
        dialogPause.paint(model.overlay, at: .now)
        isPaintDue = false
        lastPaint = .now
        effort = .now - start
        shown = model.progress
    }

    private func screen() -> Screen {
        var screen = view(model)
        if case .token(let dialog) = model.overlay, dialog.isShowing, let shownToken {
            dialog.draw(showing: shownToken.secret, model, on: &screen)
        } else {
            shownToken = nil
        }
        return screen
    }

    /// How long the next paint has to wait.
    private var timeToPaint: Duration {
        // More of the cluster is what the user is waiting for.
        guard let lastPaint, shown == model.progress else { return .zero }
        let wait = min(effort * (Self.share - 1), Self.longestWait)
        return max(Self.frame, wait) - (ContinuousClock.now - lastPaint)
    }

    /// Milliseconds until the next paint is due; nil: only when something happens.
    private func timeout(until next: Date?) -> Int? {
        guard keys.isEmpty else { return 0 }
        let seconds = isPaintDue ? timeToPaint / .seconds(1) : next?.timeIntervalSince(connection.now())
        let delay = model.overlayTakesKeys ? nil : dialogPause.delay(of: model.overlay, at: .now)
        let soonest = [seconds, delay.map { $0 / .seconds(1) }].compactMap(\.self).min()
        return soonest.map { max(0, Int(min($0 * 1000, 1e9).rounded(.up))) }
    }

    /// Lets the dialog that has been painted take keys, if it is time for that.
    private func openDialog() {
        guard !model.overlayTakesKeys, dialogPause.delay(of: model.overlay, at: .now) == .zero else { return }
        _ = update(&model, .dialogReady, at: connection.now())
        // The others look no different.
        if model.overlay?.acts == true { isPaintDue = true }
    }

    /// Handles keys for as long as a frame takes; the rest waits until all others have had their turn.
    private func handleKeys() -> Ending? {
        if keys.isEmpty {
            keys = terminal.readKeys()[...]
            if !keys.isEmpty { dialogPause.hearInput(at: .now) }
            // It ends also what would have come of all the keys before it.
            if keys.contains(.control("c")) { return hear(.key(.control("c"))) }
        }
        guard !keys.isEmpty else { return nil }
        lastPaint = nil
        settle()
        let end = ContinuousClock.now + Self.frame
        while let key = keys.popFirst() {
            if model.isBehind { settle() }
            if let ending = handleSignals() ?? hear(.key(key)) { return ending }
            if ContinuousClock.now >= end { break }
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
            case .secret(let token, let account):
                shownToken = token
                let shown = Message.tokenShown(account: account, expiration: token.expiration)
                if let ending = hear(shown) { return ending }
            case .text(let text, let what):
                if let ending = hear(.textCopied(what, copy(text))) { return ending }
            case .programEnded(let program, let end):
                takeTerminalBack()
                if let ending = hear(.resized(terminal.size)) ?? hear(.programEnded(program, end)) { return ending }
            case .log(let basin):
                for change in basin.takeAll() { if let ending = hear(.log(id: basin.id, change)) { return ending } }
            case .connection(let new):
                let session = new.session
                switchConnection(to: new)
                if let ending = hear(.connected(session)) ?? greet(new) { return ending }
            }
        }
        return nil
    }

    /// Hears what kubectl says from now on, and has the user log in if need be.
    private func greet(_ connection: Connection) -> Ending? {
        let inbox = inbox
        connection.proxy?.listen { lines in inbox.post(.message(.kubectlSaid(lines))) }
        return connection.needsLogin ? hear(.loginNeeded) : nil
    }

    private func switchConnection(to new: Connection) {
        connection.proxy?.listen { _ in }
        connection.proxy?.stop()
        connection = new
        runner.api = new.api
    }

    private func copy(_ text: String) -> Clipboard {
        guard let sequence = clipboardSequence(text, terminal: environment["TERM"]) else { return .unavailable }
        return terminal.send(sequence) ? .terminal : .unavailable
    }

    private func hear(_ message: Message) -> Ending? {
        isPaintDue = true
        isSettled = false
        for effect in update(&model, message, at: connection.now()) {
            switch effect {
            case .quit(let status): return .quit(status: status)
            case .renewConnection: connection.proxy?.renew()
            case .run(let program): run(program)
            case .setMouse(let isOn): terminal.setMouse(isOn)
            case .setTheme(let theme): terminal.apply(theme)
            default: runner.perform(effect)
            }
        }
        return nil
    }

    /// Lends the terminal to kubectl. Meanwhile news are heard, but no keys, and nothing is painted.
    private func run(_ program: ForegroundProgram) {
        guard let proxy = connection.proxy else {
            let problem = Phrase("the demo has no kubectl that could run")
            _ = hear(.refused(program.title, .notAsked(problem)))
            return
        }
        terminal.suspend()
        // What was typed before the other program was there is not for it.
        tcflush(STDIN_FILENO, TCIFLUSH)
        keys = []
        isTerminalLent = true
        let greeting = printable(model.words(program.greeting))
        if !greeting.isEmpty { write("\n\(greeting)\n", to: STDOUT_FILENO) }
        let inbox = inbox
        Task { inbox.post(.programEnded(program, await end(of: program, proxy))) }
    }

    private func takeTerminalBack() {
        isTerminalLent = false
        // What was typed for the other program is not for kstop.
        tcflush(STDIN_FILENO, TCIFLUSH)
        terminal.resume()
    }

    private func handleSignals() -> Ending? {
        for signal in signals.takeAll() {
            switch signal {
            case .resize:
                terminal.resize()
                if let ending = hear(.resized(terminal.size)) { return ending }
            // They are for the program that has the terminal; Ctrl-Z stops both.
            case .interrupt where isTerminalLent, .quit where isTerminalLent, .proceed where isTerminalLent: break
            case .stop where isTerminalLent: Signals.stop()
            case .stop:
                terminal.suspend()
                Signals.stop()
                terminal.resume()
                if let ending = hear(.resized(terminal.size)) { return ending }
            case .proceed:
                // After a stop that could not be seen coming (SIGSTOP) the shell has used the terminal.
                terminal.resume()
                isPaintDue = true
            case .interrupt, .terminate, .hangup, .quit, .other: return .signal(signal)
            }
        }
        return nil
    }
}
