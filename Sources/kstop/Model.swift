import ClusterModel
import FoundationEssentials
import TUI
import Words

/// All that the screen is made from.
struct Model: Equatable, Sendable {
    var session: Session
    var keymap: Keymap
    var language = Language.english
    var theme = Theme.standard
    var usesMouse = false
    /// The moment that ages are told at.
    var now: Date
    var size: Size

    var cluster = Cluster()
    /// Follows from `cluster`; brought up to date by `settle`.
    private(set) var snapshot = Snapshot()
    /// What has happened to the cluster since `snapshot` was made.
    var changes = ClusterChanges()
    var usage = UsageHistory()
    var inquiries = OpenInquiries()

    var page = Page.apps
    var tables: [Page: TableState] = [:]
    /// The current page's rows as the user sees them; brought up to date by `settle`.
    private(set) var content = PageContent()
    private var contentSource: ContentSource?
    /// The current page's, read once for however many rows; brought up to date by `settle`.
    private(set) var filter = Filter("")
    var isWide = false
    var showsOnlyTrouble = false
    /// What has the whole screen, if anything; what it was opened from comes before it.
    var opened: [OpenedPage] = []
    var log: LogPage?
    var pager: PagerPage?
    /// Open while the user types.
    var prompt: OpenPrompt?
    /// The one whose text has had its effect.
    var followedPrompt: OpenPrompt?
    var commands = CommandMemory()
    /// Above everything else, and the only one to get keys.
    var overlay: Overlay? {
        didSet { if overlay?.identity != oldValue?.identity { overlayTakesKeys = false } }
    }
    /// Whether it is on the screen, and has been for long enough that a key can be meant for it; the loop knows.
    var overlayTakesKeys = false

    /// What presses keys until the user does.
    var tour: Tour?
    /// The one of which there is the newest news last.
    var rollouts: [FollowedRollout] = []
    var toast: Toast?
    /// What has happened by itself and has not been said yet, oldest first.
    var reports: [StyledText] = []
    /// Until when how the page is narrowed stands before rollouts, since a key has just changed it.
    var standingUntil: Date?
    /// In the order of their beginning; they outlast a change of namespace or context.
    var forwards: [OpenForward] = []
    var lastForwardID = 0
    /// When the newest token that was given out expires; nil: none has been, or it has.
    var tokenExpiration: Date?
    /// What crashed containers wrote last, by their latest crash.
    var lastLines: [CrashedContainer: [String]] = [:]

    /// Counts the connections and places looked at; what arrives from an earlier one is dropped.
    var epoch = 0
    /// Of the sources of logs, each of which gets its own, and of pagers.
    var lastLogID = 0
    var logLimits = LogLimits()
    /// What kubectl has said last for people, oldest first.
    var kubectlLines: [String] = []
    /// Whether kubectl's login plugin has the terminal; until it is done, asking the cluster would have it ask twice.
    var isLoggingIn = false
    /// Nil as long as nobody has had to ask.
    var namespaceExists: Bool?

    init(session: Session, now: Date, size: Size) {
        self.session = session
        self.now = now
        self.size = size
        keymap = Keymap(isReadOnly: session.isReadOnly)
    }

    /// The current page's table.
    var table: TableState {
        get { tables[page] ?? TableState() }
        set { tables[page] = newValue }
    }

    /// Brings what follows from the cluster and the clock up to date; called once after a batch of messages.
    mutating func settle(at now: Date) {
        self.now = now
        var newRows: Set<RowID>? = []
        if !changes.isEmpty || snapshot.isDue(at: now) {
            newRows = snapshot.update(cluster, by: changes, at: now)
            changes = ClusterChanges()
        }
        settleStatusLine()
        advanceRollouts()
        followPrompt()
        settleLog()
        if let tokenExpiration, tokenExpiration <= now { self.tokenExpiration = nil }
        settleContent(newRows)
        inquiries.settle()
        followEvents()
        moveSelection { cursor, ids, rows in cursor.follow(ids, visibleRows: rows) }
        remember(visibleTable(self).naturalWidths)
    }

    /// Whether a key would act on what does not follow yet from the keys before it. What is typed into a prompt has its
    /// effect when the next screen is made, and a dialog is about what it was opened for.
    var isBehind: Bool {
        guard overlay == nil, prompt == nil else { return false }
        return keyContext != .tables || contentSource != ContentSource(self)
    }

    /// Forgets all that was read: from now on another cluster or namespace is looked at.
    mutating func startAnew() {
        epoch += 1
        cluster = Cluster()
        inquiries = OpenInquiries()
        changes = .total
        usage = UsageHistory()
        namespaceExists = nil
        opened = []
        pager = nil
        log = nil
        rollouts = []
        lastLines = [:]
        kubectlLines = []
        for page in tables.keys {
            tables[page]?.cursor = ListCursor()
            tables[page]?.marked = []
            tables[page]?.news = RowNews()
            tables[page]?.widths = [:]
        }
    }

    /// The clock was set by so many seconds: what is to go after a while goes after that while.
    mutating func moveMoments(by seconds: Double) {
        now += seconds
        toast?.moveMoments(by: seconds)
        standingUntil? += seconds
        tour?.moveMoments(by: seconds)
        for index in rollouts.indices {
            rollouts[index].changed += seconds
            rollouts[index].expires? += seconds
        }
        for page in tables.keys { tables[page]?.news.moveMoments(by: seconds) }
        cluster.moveMoments(by: seconds)
        // It tells how long ago things were.
        changes = .total
    }

    /// Keeps the end of a crash's log, which replaces that of the crash before.
    mutating func keep(_ lines: [String], of crash: CrashedContainer) {
        lastLines = lastLines.filter { $0.key.pod != crash.pod || $0.key.container != crash.container }
        lastLines[crash] = lines
    }

    /// - Parameter new: the rows that may be others; nil for any.
    private mutating func settleContent(_ new: Set<RowID>?) {
        if filter.text != table.filter { filter = Filter(table.filter) }
        let source = ContentSource(self)
        if let new, source == contentSource, new.count < max(1, content.rows.count) {
            if !new.isEmpty { renew(new) }
        } else {
            let isNarrowedAnew = contentSource.map(source.isNarrowed) ?? false
            contentSource = source
            content = visibleContent()
            if freshness == .connecting || inquiries.areFirst {
                // While the cluster is still being read, rows change because more is known of them.
                table.news = RowNews()
            } else if isNarrowedAnew {
                table.news.begin(with: content.rows)
            } else {
                table.news.follow(content.rows, at: now)
            }
            remember(content.widths(at: now))
        }
        table.news.age(to: now)
    }

    private mutating func renew(_ ids: Set<RowID>) {
        let new = filteredContent(ids)
        content.replace(ids, by: new.rows, in: table.order, on: page)
        table.news.follow(new.rows, of: ids, at: now)
        remember(new.widths(at: now))
    }

    private mutating func remember(_ widths: [Int]) {
        for (column, width) in zip(content.columns, widths) {
            table.widths[column.name] = max(width, table.widths[column.name] ?? 0)
        }
    }
}

/// What is shown above the page until it is answered.
enum Overlay: Equatable, Sendable {
    case help(HelpPage)
    case confirmation(Confirmation)
    case menu(ActionMenu)
    case forwards(ForwardList)
    case token(TokenDialog)
    case copy(CopyMenu)

    /// What stays the same while it is answered.
    enum Identity: Equatable, Sendable {
        case help, forwards, copy
        case menu(Phrase)
        case confirmation(Deed)
        case token(isShowing: Bool)
    }

    var identity: Identity {
        switch self {
        case .help: .help
        case .confirmation(let confirmation): .confirmation(confirmation.deed)
        case .menu(let menu): .menu(menu.title)
        case .forwards: .forwards
        case .token(let dialog): .token(isShowing: dialog.isShowing)
        case .copy: .copy
        }
    }

    /// Whether one of its keys changes the cluster, or makes a token for it.
    var acts: Bool { if case .confirmation = self { true } else { false } }
}

/// A line that is being typed at the bottom of the screen.
enum OpenPrompt: Equatable, Sendable {
    case filter(LineEditor)
    case search(SearchPrompt)
    case logSearch(LineEditor)
    case logFilter(LineEditor)
    case command(CommandPrompt)
}

// What the model says, in the user's language.
extension Model {
    func words(_ phrase: Phrase) -> String { phrase.text(in: language) }

    func styled(_ phrase: Phrase, _ role: Role = .text, bold: Bool = false) -> StyledText {
        StyledText(words(phrase), role, bold: bold)
    }
}
