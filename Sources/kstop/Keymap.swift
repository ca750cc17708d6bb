import TUI

/// What a key can ask for.
enum Action: CaseIterable, Hashable, Sendable {
    case showApps, showPods, showDeployments, showServices, showIngresses, nextPage, previousPage
    case up, down, top, bottom, pageUp, pageDown, halfPageUp, halfPageDown
    case toggleDetail, filter, back, toggleWide
    case sortByName, sortByAge, sortByStatus, sortByRestarts
    case restart, logs, token, reconnect
    case toggleTimestamps, toggleWrap, follow
    case help, quit
}

/// Where a key is pressed.
enum KeyContext: CaseIterable, Sendable {
    case tables, log
}

/// Some keys that do one thing in some contexts.
struct Binding: Equatable, Sendable {
    var action: Action
    var keys: [Key]
    var contexts: [KeyContext]
    /// For the help page.
    var label: String
    /// For the key bar; nil: not shown there.
    var shortLabel: String?

    init(_ action: Action, _ keys: [Key], in contexts: [KeyContext], _ label: String, bar shortLabel: String? = nil) {
        self.action = action
        self.keys = keys
        self.contexts = contexts
        self.label = label
        self.shortLabel = shortLabel
    }
}

/// Which key does what; the help page and the key bar are made from it, so that they cannot disagree with it.
struct Keymap: Sendable {
    /// In the order of the help page.
    var bindings: [Binding]

    init(isReadOnly: Bool) {
        bindings = isReadOnly ? Self.standard.filter { $0.action != .restart } : Self.standard
    }

    func action(for key: Key, in context: KeyContext) -> Action? {
        bindings.first { $0.contexts.contains(context) && $0.keys.contains(key) }?.action
    }

    func bindings(in context: KeyContext) -> [Binding] { bindings.filter { $0.contexts.contains(context) } }

    private static let standard: [Binding] = [
        Binding(.restart, [.character("r")], in: [.tables], "restart", bar: "restart"),
        Binding(.logs, [.character("l")], in: [.tables], "logs", bar: "logs"),
        Binding(.token, [.character("t")], in: [.tables], "copy a dashboard token", bar: "token"),
        Binding(.toggleDetail, [.enter], in: [.tables], "details, full screen", bar: "details"),
        Binding(
            .filter, [.character("/")], in: [.tables], "filter: regex or !regex",
            bar: "filter"),
        Binding(.back, [.escape], in: [.tables], "back, clear filter"),
        Binding(.back, [.escape, .character("q")], in: [.log], "back to the tables", bar: "back"),
        Binding(.follow, [.end, .character("G")], in: [.log], "end, follow", bar: "follow"),
        Binding(.toggleTimestamps, [.character("t")], in: [.log], "timestamps", bar: "time"),
        Binding(.toggleWrap, [.character("w")], in: [.log], "wrap", bar: "wrap"),
        Binding(.showApps, [.character("1")], in: [.tables], "Apps"),
        Binding(.showPods, [.character("2")], in: [.tables], "Pods"),
        Binding(.showDeployments, [.character("3")], in: [.tables], "Deployments"),
        Binding(.showServices, [.character("4")], in: [.tables], "Services"),
        Binding(.showIngresses, [.character("5")], in: [.tables], "Ingresses"),
        Binding(.nextPage, [.tab, .right], in: [.tables], "next page"),
        Binding(.previousPage, [.backTab, .left], in: [.tables], "previous page"),
        Binding(.up, [.up, .character("k")], in: [.tables, .log], "up"),
        Binding(.down, [.down, .character("j")], in: [.tables, .log], "down"),
        Binding(.top, [.home, .character("g")], in: [.tables, .log], "first"),
        Binding(.bottom, [.end, .character("G")], in: [.tables], "last"),
        Binding(.pageUp, [.pageUp, .control("b")], in: [.tables, .log], "page up"),
        Binding(.pageDown, [.pageDown, .control("f")], in: [.tables, .log], "page down"),
        Binding(.halfPageUp, [.control("u")], in: [.tables, .log], "half a page up"),
        Binding(.halfPageDown, [.control("d")], in: [.tables, .log], "half a page down"),
        Binding(.sortByName, [.character("N")], in: [.tables], "sort by name"),
        Binding(.sortByAge, [.character("A")], in: [.tables], "sort by age"),
        Binding(.sortByStatus, [.character("S")], in: [.tables], "sort by status"),
        Binding(.sortByRestarts, [.character("R")], in: [.tables], "sort by restarts"),
        Binding(.toggleWide, [.character("w")], in: [.tables], "wide columns"),
        Binding(.reconnect, [.control("r")], in: [.tables, .log], "connect anew"),
        Binding(.help, [.character("?")], in: [.tables, .log], "this help", bar: "help"),
        Binding(.quit, [.character("q")], in: [.tables], "quit", bar: "quit"),
        Binding(.quit, [.control("c")], in: [.tables, .log], "quit"),
    ]
}

extension Key {
    /// As it stands on a keyboard.
    var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let letter): "Ctrl-\(letter.uppercased())"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .function(let number): "F\(number)"
        case .paste: "paste"
        }
    }
}
