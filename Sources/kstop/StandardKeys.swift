import TUI
import Words

extension Keymap {
    /// The usual keys: k9s' where k9s has one.
    static let standard: [Binding] =
        selectionKeys + backKeys + logKeys + programKeys + viewKeys + actionKeys + pagerKeys + pageKeys + movementKeys
        + orderKeys

    private static let selectionKeys: [Binding] = [
        Binding(
            .restart, [.character("r")], in: [.tables, .opened], .selection, Phrase("restart"), bar: Phrase("restart")),
        Binding(.logs, [.character("l")], in: [.tables, .opened], .selection, Phrase("logs"), bar: Phrase("logs")),
        Binding(
            .applicationLogs, [.character("L")], in: [.tables, .opened], .selection,
            Phrase("logs of the whole application")),
        Binding(
            .previousLogs, [.character("p")], in: [.tables, .opened], .selection,
            Phrase("logs of the previous container")),
        Binding(
            .token, [.character("t")], in: [.tables, .opened], .selection, Phrase("copy a dashboard token"),
            bar: Phrase("token")),
        Binding(.open, [.enter], in: [.tables], .selection, Phrase("open on the whole screen"), bar: Phrase("open")),
        Binding(.mark, [.character(" ")], in: [.tables], .selection, Phrase("mark, to act on several")),
    ]

    private static let actionKeys: [Binding] = [
        action(.stopOrStart, "X", Phrase("stop or start"), bar: Phrase("stop/start")),
        action(.shell, "s", Phrase("shell in the container"), bar: Phrase("shell")),
        action(.portForward, "f", Phrase("forward a port to 127.0.0.1"), bar: Phrase("forward")),
        action(.listForwards, "F", Phrase("forwarded ports"), bar: Phrase("forwards")),
        action(.edit, "E", Phrase("edit the object"), bar: Phrase("edit")),
        action(.deletePod, "x", Phrase("delete the pod"), bar: Phrase("delete pod")),
        action(.showToken, "T", Phrase("show a dashboard token")),
        action(.copyDashboardURL, "u", Phrase("copy the dashboard's URL")),
    ]

    private static func action(
        _ action: Action, _ key: Character, _ label: Phrase, bar shortLabel: Phrase? = nil
    ) -> Binding {
        Binding(action, [.character(key)], in: [.tables, .opened], .selection, label, bar: shortLabel)
    }

    private static let backKeys: [Binding] = [
        Binding(
            .back, [.escape], in: [.tables], .program, Phrase("back: clears filter, marks and order")),
        Binding(
            .back, [.escape, .character("q"), .backspace], in: [.opened, .log, .pager], .program,
            Phrase("back to the tables"), bar: Phrase("back")),
        Binding(.toggleWrap, [.character("w")], in: [.pager], .view, Phrase("wrap"), bar: Phrase("wrap")),
    ]

    private static let programKeys: [Binding] = [
        Binding(
            .filter, [.character("/")], in: [.tables], .view, Phrase("filter (regex, !, -l label, -f fuzzy)"),
            bar: Phrase("filter")),
        Binding(
            .command, [.character(":")], in: KeyContext.allCases, .program, Phrase("command"), bar: Phrase("command")),
        Binding(.help, [.character("?")], in: KeyContext.allCases, .program, Phrase("this help"), bar: Phrase("help")),
        Binding(.quit, [.character("q")], in: [.tables], .program, Phrase("quit"), bar: Phrase("quit")),
        Binding(.reconnect, [.control("r")], in: KeyContext.allCases, .program, Phrase("connect anew")),
        Binding(.toggleMouse, [.character("m")], in: KeyContext.allCases, .program, Phrase("mouse on or off")),
    ]

    private static let viewKeys: [Binding] = [
        Binding(.onlyTrouble, [.control("z")], in: [.tables], .view, Phrase("only what is not healthy")),
        Binding(.allNamespaces, [.character("0")], in: [.tables], .view, Phrase("all namespaces, or the one")),
        Binding(.toggleWide, [.character("w")], in: [.tables], .view, Phrase("wide columns")),
    ]

    private static let pageKeys: [Binding] = [
        Binding(.showApps, [.character("1")], in: [.tables, .opened], .pages, Phrase("Apps")),
        Binding(.showPods, [.character("2")], in: [.tables, .opened], .pages, Phrase("Pods")),
        Binding(.showDeployments, [.character("3")], in: [.tables, .opened], .pages, Phrase("Deployments")),
        Binding(.showServices, [.character("4")], in: [.tables, .opened], .pages, Phrase("Services")),
        Binding(.showIngresses, [.character("5")], in: [.tables, .opened], .pages, Phrase("Ingresses")),
        Binding(.showEvents, [.character("6")], in: [.tables, .opened], .pages, Phrase("Events")),
        Binding(.nextPage, [.tab, .right], in: [.tables, .opened], .pages, Phrase("next page")),
        Binding(.previousPage, [.backTab, .left], in: [.tables, .opened], .pages, Phrase("previous page")),
    ]

    private static let movementKeys: [Binding] = [
        Binding(.up, [.up, .character("k")], in: KeyContext.allCases, .movement, Phrase("one row up")),
        Binding(.down, [.down, .character("j")], in: KeyContext.allCases, .movement, Phrase("one row down")),
        Binding(.top, [.home, .character("g")], in: KeyContext.allCases, .movement, Phrase("first row")),
        Binding(.bottom, [.end, .character("G")], in: [.tables, .opened, .pager], .movement, Phrase("last row")),
        Binding(.pageUp, [.pageUp, .control("b")], in: KeyContext.allCases, .movement, Phrase("page up")),
        Binding(.pageDown, [.pageDown, .control("f")], in: KeyContext.allCases, .movement, Phrase("page down")),
        Binding(.halfPageUp, [.control("u")], in: KeyContext.allCases, .movement, Phrase("half a page up")),
        Binding(.halfPageDown, [.control("d")], in: KeyContext.allCases, .movement, Phrase("half a page down")),
    ]

    private static let orderKeys: [Binding] = [
        Binding(.sortByName, [.character("N")], in: [.tables], .order, Phrase("by name")),
        Binding(.sortByAge, [.character("A")], in: [.tables], .order, Phrase("by age")),
        Binding(.sortByStatus, [.character("S")], in: [.tables], .order, Phrase("by status")),
        Binding(.sortByRestarts, [.character("R")], in: [.tables], .order, Phrase("by restarts")),
        Binding(.sortByCPU, [.character("C")], in: [.tables], .order, Phrase("by CPU")),
        Binding(.sortByMemory, [.character("M")], in: [.tables], .order, Phrase("by memory")),
        Binding(
            .sortByNextColumn, [.character(">")], in: [.tables], .order, Phrase("by the next column")),
        Binding(.sortByPreviousColumn, [.character("<")], in: [.tables], .order, Phrase("by the previous column")),
        Binding(.reverseOrder, [.character("I")], in: [.tables], .order, Phrase("the other way round")),
    ]
}

extension Key {
    /// As it stands on a keyboard, and in the configuration file.
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
        case .mouse: "mouse"
        }
    }
}
