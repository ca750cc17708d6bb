/// What the terminal is told for a style. Colors are terminal color numbers; nil: the terminal's own.
struct Look: Hashable, Sendable {
    var foreground: Int?
    var background: Int?
    var isBold = false
    var isDim = false
    var isUnderlined = false
    var isReversed = false
}

/// A theme's looks on terminals of one depth.
struct Sheet: Equatable, Sendable {
    var page: Looks
    var selection: Looks
    var dialog: Looks
    var button: Looks
    var dimming = Dimming.dim
    /// Stands for dim on a terminal that cannot dim; nil: nothing does.
    var gray: Int?

    subscript(surface: Surface) -> Looks {
        switch surface {
        case .page: page
        case .selection: selection
        case .dialog: dialog
        case .button: button
        }
    }
}

/// What becomes of the page behind a dialog.
enum Dimming: Equatable, Sendable {
    case untouched
    /// Everything keeps its color, dimmed.
    case dim
    /// Everything looks alike.
    case look(Look)

    /// For few colors: a selection in reverse would run into a dialog in reverse, and the Linux console cannot show a
    /// color dimmed (terminfo's ncv).
    static let alike = look(Look(isDim: true))
}

/// A look for each role.
struct Looks: Equatable, Sendable {
    private let looks: [Look]

    init(_ look: (Role) -> Look) { looks = Role.allCases.map(look) }

    /// One look whatever the role.
    init(all look: Look) { self.init { _ in look } }

    subscript(role: Role) -> Look { looks[Int(role.rawValue)] }
}

/// The first 16 colors of every terminal that has them.
enum ANSI {
    static let black = 0
    static let red = 1
    static let green = 2
    static let yellow = 3
    static let blue = 4
    static let magenta = 5
    static let cyan = 6
    static let white = 7
    static let brightBlack = 8
    static let brightRed = 9
    static let brightGreen = 10
    static let brightYellow = 11
    static let brightMagenta = 13
    static let brightCyan = 14
    static let brightWhite = 15
}
