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

/// The look of each style in a theme on one terminal.
struct Palette: Sendable {
    let theme: Theme
    let depth: ColorDepth
    /// Whether the terminal can show dim text.
    let hasDim: Bool

    func look(for style: Style) -> Look {
        let sheet = theme.sheet(at: depth)
        var look = colored(sheet[style.surface][style.role], style)
        if style.isBold { look.isBold = true }
        if style.isUnderlined { look.isUnderlined = true }
        if style.isDimmed, style.surface != .button { look = dimmed(look, sheet.dimming) }
        if look.isDim, !hasDim {
            look.isDim = false
            look.foreground = sheet.gray ?? look.foreground
        }
        return look
    }

    /// In the color that the user wants, where that can be read.
    private func colored(_ look: Look, _ style: Style) -> Look {
        guard let color = theme.colors[style.role], style.surface != .button, !look.isReversed else { return look }
        let colored = color.applied(to: look, at: depth)
        if look.background == nil { return colored }
        // On a background of our own the terminal's foreground may be unreadable, and its own color certainly is.
        return colored.foreground == nil || colored.foreground == look.background ? look : colored
    }

    private func dimmed(_ look: Look, _ dimming: Dimming) -> Look {
        switch dimming {
        case .untouched: return look
        case .look(let dimmed): return dimmed
        case .dim:
            var look = look
            look.isDim = true
            return look
        }
    }
}
