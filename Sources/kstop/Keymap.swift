import TUI
import Words

/// What a key can ask for; the raw values are the names in the configuration file.
enum Action: String, CaseIterable, Hashable, Sendable {
    case showApps = "apps", showPods = "pods", showDeployments = "deployments", showServices = "services"
    case showIngresses = "ingresses", showEvents = "events"
    case nextPage = "next-page", previousPage = "previous-page"
    case up, down, top = "first", bottom = "last", pageUp = "page-up", pageDown = "page-down"
    case halfPageUp = "half-page-up", halfPageDown = "half-page-down"
    case open, back, filter, command, mark
    case onlyTrouble = "only-trouble", allNamespaces = "all-namespaces", toggleWide = "wide"
    case sortByName = "sort-by-name", sortByAge = "sort-by-age", sortByStatus = "sort-by-status"
    case sortByRestarts = "sort-by-restarts", sortByCPU = "sort-by-cpu", sortByMemory = "sort-by-memory"
    case sortByNextColumn = "sort-by-next-column", sortByPreviousColumn = "sort-by-previous-column"
    case reverseOrder = "reverse-order"
    case stopOrStart = "stop-or-start", deletePod = "delete-pod", shell, edit
    case portForward = "port-forward", listForwards = "port-forwards"
    case showToken = "show-token", copyDashboardURL = "dashboard-url"
    case restart, logs, token, reconnect, toggleMouse = "mouse"
    case describe, manifest = "yaml", showEventsOfSelection = "events-of-selection"
    case search, nextMatch = "next-match", previousMatch = "previous-match"
    case refresh, copy, save, openURL = "open-url", toggleManagedFields = "managed-fields"
    case scrollLeft = "scroll-left", scrollRight = "scroll-right"
    case applicationLogs = "application-logs", previousLogs = "previous-logs"
    case toggleTimestamps = "timestamps", toggleWrap = "wrap", follow, toggleJSON = "json", toggleRaw = "raw"
    case logFilter = "log-filter"
    case moreContext = "more-context", lessContext = "less-context"
    case nextContainer = "next-container", allContainers = "all-containers", allPods = "all-pods"
    case logTail = "log-tail", logHead = "log-head", logMinute = "log-1m", logFiveMinutes = "log-5m"
    case logQuarterHour = "log-15m", logHalfHour = "log-30m", logHour = "log-1h"
    case placeMark = "place-mark", clearLog = "clear-log"
    case help, quit
}

/// Where a key is pressed.
enum KeyContext: CaseIterable, Sendable {
    case tables
    /// One object or application on the whole screen.
    case opened
    case log
    /// A description, YAML or events.
    case pager
}

/// Some keys that do one thing in some contexts.
struct Binding: Equatable, Sendable {
    /// Under which title the help lists it, in the order of the help.
    enum Group: CaseIterable, Sendable { case selection, pages, view, order, lines, source, movement, program }

    var action: Action
    var keys: [Key]
    var contexts: [KeyContext]
    var group: Group
    /// For the help page.
    var label: Phrase
    /// For the key bar; nil: not shown there.
    var shortLabel: Phrase?

    init(
        _ action: Action, _ keys: [Key], in contexts: [KeyContext], _ group: Group, _ label: Phrase,
        bar shortLabel: Phrase? = nil
    ) {
        self.action = action
        self.keys = keys
        self.contexts = contexts
        self.group = group
        self.label = label
        self.shortLabel = shortLabel
    }
}

/// Other keys for an action than the usual ones; none: the action has no key.
struct KeyChange: Equatable, Sendable {
    var action: Action
    var keys: [Key]
}

/// Two actions that one key would have to do in one place.
struct KeyConflict: Equatable, Sendable {
    var key: Key
    var actions: [Action]
}

/// Which key does what; the help page and the key bar are made from it, so that they cannot disagree with it.
struct Keymap: Equatable, Sendable {
    /// In the order of the key bar.
    private(set) var bindings: [Binding]

    init(isReadOnly: Bool, changes: [KeyChange] = []) {
        bindings = Self.standard.filter { !(isReadOnly && $0.action.isChange) }
        for change in changes {
            for index in bindings.indices where bindings[index].action == change.action {
                bindings[index].keys = change.keys
            }
        }
    }

    func action(for key: Key, in context: KeyContext) -> Action? {
        bindings.first { $0.contexts.contains(context) && $0.keys.contains(key) }?.action
    }

    func bindings(in context: KeyContext) -> [Binding] {
        bindings.filter { $0.contexts.contains(context) && !$0.keys.isEmpty }
    }

    /// The binding that does `action` there; nil without a key for it.
    func binding(of action: Action, in context: KeyContext) -> Binding? {
        bindings(in: context).first { $0.action == action }
    }

    /// What the changes have made ambiguous, in the order of the bindings; each key and context once.
    var conflicts: [KeyConflict] {
        var found: [KeyConflict] = []
        for context in KeyContext.allCases {
            let bindings = bindings(in: context)
            for key in bindings.flatMap(\.keys) {
                let actions = bindings.filter { $0.keys.contains(key) }.map(\.action)
                let conflict = KeyConflict(key: key, actions: actions)
                if Set(actions).count > 1, !found.contains(conflict) { found.append(conflict) }
            }
        }
        return found
    }
}

extension Action {
    /// Whether `--readonly` takes it away: it changes the cluster, or gives somebody the means to.
    var isChange: Bool {
        switch self {
        case .restart, .stopOrStart, .deletePod, .shell, .edit, .portForward, .listForwards, .token, .showToken: true
        default: false
        }
    }
}
