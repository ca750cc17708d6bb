/// How many colors a terminal has, as far as it matters here.
enum ColorDepth: CaseIterable, Sendable {
    case none, eight, sixteen, many

    init(colors: Int) {
        switch colors {
        case 256...: self = .many
        case 16...: self = .sixteen
        case 8...: self = .eight
        default: self = .none
        }
    }
}

/// What the terminal is told for a style. Colors are terminal color numbers; nil: the terminal's own.
struct Look: Hashable, Sendable {
    var foreground: Int?
    var background: Int?
    var isBold = false
    var isDim = false
    var isUnderlined = false
    var isReversed = false
}

/// The look of each style on a terminal of so many colors.
struct Palette: Sendable {
    let depth: ColorDepth
    /// Whether the terminal can show dim text.
    let hasDim: Bool

    func look(for style: Style) -> Look {
        var look = plainLook(for: style)
        if style.isBold { look.isBold = true }
        if style.isUnderlined { look.isUnderlined = true }
        if style.isDimmed, style.surface != .button { dim(&look) }
        return look
    }

    private func dim(_ look: inout Look) {
        if hasDim || depth == .none || depth == .eight {
            look.isDim = true
        } else {
            look.foreground = ANSI.brightBlack
        }
    }

    private func plainLook(for style: Style) -> Look {
        switch (style.surface, depth) {
        case (.page, .none): return colorlessLook(for: style.role)
        case (.page, .eight), (.page, .sixteen), (.page, .many): return pageLook(for: style.role)
        case (.selection, .many): return Look(foreground: colorOnGray(for: style.role), background: 236)
        case (.dialog, .many): return Look(foreground: colorOnGray(for: style.role), background: 237)
        case (.button, .many): return Look(foreground: 16, background: ANSI.cyan, isBold: true)
        case (.button, .eight), (.button, .sixteen):
            return Look(foreground: ANSI.black, background: ANSI.cyan)
        // One look for the whole row or box, whatever the roles in it: reversed colors differ from cell to cell.
        case (.selection, _), (.dialog, _): return Look(isReversed: true)
        // Stands out on the page as well as on a reversed dialog.
        case (.button, .none): return Look(isBold: true, isUnderlined: true)
        }
    }

    /// The colors that the user chose for the terminal, so that they fit its background.
    private func pageLook(for role: Role) -> Look {
        switch role {
        case .text: Look()
        case .quiet: depth == .eight ? Look(isDim: true) : Look(foreground: ANSI.brightBlack)
        case .strong: Look(isBold: true)
        case .accent, .progressing: Look(foreground: ANSI.cyan)
        case .healthy: Look(foreground: ANSI.green)
        case .warning: Look(foreground: ANSI.yellow)
        case .failed: Look(foreground: depth == .eight ? ANSI.red : ANSI.brightRed)
        }
    }

    /// On a background of our own the foreground must be ours too, or it may be unreadable.
    private func colorOnGray(for role: Role) -> Int {
        switch role {
        case .text, .strong: 255
        case .quiet: 250
        case .accent, .progressing: 80
        case .healthy: 114
        case .warning: 221
        case .failed: 210
        }
    }

    private func colorlessLook(for role: Role) -> Look {
        switch role {
        case .text, .healthy, .progressing: Look()
        case .quiet: Look(isDim: true)
        case .strong, .accent, .warning, .failed: Look(isBold: true)
        }
    }
}

/// The first 16 colors of every terminal that has them.
private enum ANSI {
    static let black = 0
    static let red = 1
    static let green = 2
    static let yellow = 3
    static let cyan = 6
    static let brightBlack = 8
    static let brightRed = 9
}
