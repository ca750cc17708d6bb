import ClusterModel
import FoundationEssentials
import TUI

/// Anything that `update` hears of.
enum Message: Equatable, Sendable {
    case key(Key)
    case resized(Size)
    /// News of the objects that were asked for in that epoch.
    case cluster(ClusterChange, epoch: Int)
    case metrics(MetricsChange, epoch: Int)
    /// News of the log that was asked for under `id`.
    case log(id: Int, LogChange)
    case lastLines(CrashedContainer, [String])
    case restarted(RestartedDeployment)
    case restartFailed(name: String, APIError)
    /// A token is on its way to the clipboard; its secret is not part of the message.
    case tokenCopied(account: TokenRequest, expiration: Date, Clipboard)
    case tokenFailed(account: TokenRequest, APIError)
    case namespaceChecked(String, exists: Bool)
    /// The names that a command may be completed with.
    case namespaces([String])
    case contexts([String])
    /// kubectl now talks to another context's cluster.
    case connected(context: String, namespace: String)
    case connectingFailed(context: String, StartError)
}

/// A deployment that has been told to restart.
struct RestartedDeployment: Equatable, Sendable {
    var name: String
    var uid: UID
    /// Its generation when it was told; the restart is seen once it is higher.
    var generation: Int
}

/// How a text reached the user's clipboard, if at all.
enum Clipboard: Equatable, Sendable {
    /// By OSC 52: terminals do not say whether they took it.
    case terminal
    /// Into tmux's buffer, and from there to the terminal.
    case tmux
    /// The terminal cannot be asked.
    case unavailable
}
