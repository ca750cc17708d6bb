import ClusterModel
import FoundationEssentials
import TUI

/// What is heard until there is a cluster to ask.
enum OpeningNews: Sendable {
    /// What kubectl says for people: its last lines, oldest first.
    case kubectlSaid([String])
    case connected(Connection)
    case failed(StartError)
}

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

    mutating func wait(for inbox: Inbox<OpeningNews>) -> Outcome {
        var typed: [Key] = []
        while true {
            terminal.paint(view(model))
            let arrivals = terminal.wait(inbox: inbox, signals: signals, timeout: nil)
            if let ending = handleSignals() { return .ended(ending) }
            for key in terminal.readKeys() {
                if let status = quits(key) { return .ended(.quit(status: status)) }
                typed.append(key)
            }
            for news in inbox.takeAll() {
                switch news {
                case .kubectlSaid(let lines): model.kubectlLines = lines
                case .connected(let connection): return .connected(connection, typed: typed)
                case .failed(let error): return .ended(.failure(error.text))
                }
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
