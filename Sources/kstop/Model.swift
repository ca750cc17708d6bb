import ClusterModel
import FoundationEssentials
import TUI

/// All that the screen is made from.
struct Model: Equatable, Sendable {
    var session: Session
    /// The moment that ages are told at.
    var now: Date
    var size: Size
    var cluster = Cluster()
    /// Follows from `cluster`; brought up to date by `settle`.
    private(set) var snapshot = Snapshot()
    /// Whether the cluster has changed since `snapshot` was made.
    var isSnapshotStale = false

    var page = Page.apps
    var tables: [Page: TableState] = [:]
    var isWide = false
    /// The details have the whole screen.
    var isDetailOpen = false
    /// Open while the user types a filter.
    var filterEditor: LineEditor?
    /// Above everything else, and the only one to get keys.
    var overlay: Overlay?
    var log: LogPage?
    /// In the order of their beginning.
    var rollouts: [FollowedRollout] = []
    var toast: Toast?
    /// What crashed containers wrote last, by their latest crash.
    var lastLines: [CrashedContainer: [String]] = [:]

    /// Counts the times that the user asked to connect anew.
    var epoch = 0
    var lastLogID = 0
    /// Nil as long as nobody has had to ask.
    var namespaceExists: Bool?

    init(session: Session, now: Date, size: Size) {
        self.session = session
        self.now = now
        self.size = size
    }

    var keymap: Keymap { Keymap(isReadOnly: session.isReadOnly) }

    /// The current page's table.
    var table: TableState {
        get { tables[page] ?? TableState() }
        set { tables[page] = newValue }
    }

    /// Brings what follows from the cluster and the clock up to date; called once after a batch of messages.
    mutating func settle(at now: Date) {
        self.now = now
        if isSnapshotStale || now.timeIntervalSince(snapshot.moment) >= 1 { snapshot = Snapshot(cluster, at: now) }
        isSnapshotStale = false
        advanceRollouts()
        if let toast, toast.expires <= now { self.toast = nil }
        followSelection()
    }

    /// Keeps the end of a crash's log, which replaces that of the crash before.
    mutating func keep(_ lines: [String], of crash: CrashedContainer) {
        lastLines = lastLines.filter { $0.key.pod != crash.pod || $0.key.container != crash.container }
        lastLines[crash] = lines
    }

    mutating func say(_ text: StyledText) { toast = Toast(text: StyledText(" ") + text, expires: now + 5) }
}

/// What is shown above the page until it is answered.
enum Overlay: Equatable, Sendable {
    case help(HelpPage)
    case restart(RestartDialog)
    case token(TokenDialog)
}

/// A line that says what was done, and goes by itself.
struct Toast: Equatable, Sendable {
    var text: StyledText
    var expires: Date
}
