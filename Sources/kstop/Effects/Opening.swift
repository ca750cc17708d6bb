import ClusterModel
import FoundationEssentials
import TUI

/// The time until there is a cluster to ask: the screen is there already, and says that kstop connects.
struct Opening {
    enum Outcome {
        /// With the keys that were typed meanwhile.
        case connected(Connection, typed: [Key])
        case ended(Ending)
    }

    let terminal: Terminal
    let signals: Signals
    /// What is known before.
    var model: Model

    mutating func wait(for inbox: Inbox<Result<Connection, StartError>>) -> Outcome {
        var typed: [Key] = []
        while true {
            terminal.paint(view(model))
            let arrivals = terminal.wait(inbox: inbox, signals: signals, timeout: nil)
            if let ending = handleSignals() { return .ended(ending) }
            for key in terminal.readKeys() {
                if let status = quits(key) { return .ended(.quit(status: status)) }
                typed.append(key)
            }
            switch inbox.takeAll().first {
            case .success(let connection): return .connected(connection, typed: typed)
            case .failure(let error): return .ended(.failure(error.text))
            case nil: break
            }
            if arrivals.isTerminalGone { return .ended(.signal(.hangup)) }
        }
    }

    /// The exit status if that is what the key does.
    private func quits(_ key: Key) -> Int32? {
        var model = model
        for case .quit(let status) in update(&model, .key(key), at: model.now) { return status }
        return nil
    }

    private mutating func handleSignals() -> Ending? {
        for signal in signals.takeAll() {
            switch signal {
            case .resize: terminal.resize()
            case .stop:
                terminal.suspend()
                Signals.stop()
                terminal.resume()
            case .proceed: terminal.resume()
            case .interrupt, .terminate, .hangup, .quit, .other: return .signal(signal)
            }
            model.size = terminal.size
        }
        return nil
    }
}
