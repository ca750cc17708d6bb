import ClusterModel
import FoundationEssentials
import TUI
import Words

/// Anything that `update` hears of.
enum Message: Equatable, Sendable {
    case key(Key)
    /// It may be time for the tour's next key.
    case tourMoment
    case resized(Size)
    /// The dialog on top is on the screen, and has been for long enough that keys can be meant for it.
    case dialogReady
    /// The clock was set by so many seconds, forward or back.
    case clockSet(by: Double)
    /// News of the objects that were asked for in that epoch.
    case cluster(ClusterChange, epoch: Int)
    /// The answer to a question that was asked in that epoch; nil: there was none.
    case found(Inquiry, Answer?, epoch: Int)
    case metrics(MetricsChange, epoch: Int)
    /// News of the log that was asked for under the id of its source.
    case log(id: Int, LogChange)
    case lastLines(CrashedContainer, [String])
    case restarted(RestartedWorkload)
    case restartFailed(name: String, APIError)
    case scaled(Scaling)
    case podDeleted(ObjectReference)
    /// Something else than a restart was not done; says to what.
    case refused(Phrase, APIError)
    /// News of the forward that was asked for under `id`.
    case forward(id: Int, PortForwardChange)
    /// The terminal is kstop's again.
    case programEnded(ForegroundProgram, ForegroundEnd)
    case dashboardFound(url: String)
    /// A text other than a token is on its way to the clipboard; says what it is.
    case textCopied(Phrase, Clipboard)
    /// A token is there to be shown; its secret is not part of the message.
    case tokenShown(account: TokenRequest, expiration: Date)
    /// A token is on its way to the clipboard; its secret is not part of the message.
    case tokenCopied(account: TokenRequest, expiration: Date, Clipboard)
    case tokenFailed(account: TokenRequest, APIError)
    case pager(PagerTicket, PagerAnswer)
    case textSaved(path: String)
    case savingFailed(Phrase)
    /// Of the namespace that was looked at in that epoch.
    case namespaceChecked(exists: Bool, epoch: Int)
    /// The names that a command may be completed with.
    case namespaces([String])
    case contexts([String])
    /// kubectl now talks to another context's cluster.
    case connected(Session)
    case connectingFailed(context: String, StartError)
    /// What kubectl, or the login plugin that it runs, says for people: its last lines, oldest first.
    case kubectlSaid([String])
    /// The login plugin needs the terminal.
    case loginNeeded
}

/// A workload that has been told to restart.
struct RestartedWorkload: Equatable, Sendable {
    var object: ObjectReference
    /// "deployment.apps/web", as kubectl calls it.
    var resource: String
    /// "deployment web", as part of a clause.
    var title: Phrase
    /// Its generation when it was told; the restart is seen once it is higher.
    var generation: Int

    init(_ workload: Workload) {
        object = workload.reference
        resource = workload.resource
        title = workload.title
        generation = workload.metadata.generation
    }
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
