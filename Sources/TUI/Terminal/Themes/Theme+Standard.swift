extension Theme {
    /// The terminal's own colors, which the user chose to fit its background, be that dark or light.
    package static let standard = Theme(
        name: "default", many: .standardMany, sixteen: .standardSixteen, eight: .standardEight)
}

extension Sheet {
    fileprivate static let standardMany = Sheet(
        page: Looks { role in
            // A terminal's yellow is the one color of its own that few can read on white (xterm's has a contrast of
            // 1.7), and bold would turn it into a still brighter one. This amber has 3.3 on white and 6 on black.
            role == .warning ? Look(foreground: 136) : pageLook(for: role)
        },
        // A dark bar with light text can be read on a dark and on a light page.
        selection: Looks { Look(foreground: colorOnGray(for: $0), background: 236) },
        dialog: Looks { Look(foreground: colorOnGray(for: $0), background: 237) },
        button: Looks(all: Look(foreground: 16, background: ANSI.cyan, isBold: true)),
        gray: ANSI.brightBlack)

    fileprivate static let standardSixteen = Sheet(
        page: Looks(pageLook),
        selection: .reversed, dialog: .reversed,
        button: Looks(all: Look(foreground: ANSI.black, background: ANSI.cyan)),
        dimming: .alike, gray: ANSI.brightBlack)

    package static let standardEight = Sheet(
        page: Looks { role in
            // Where there are only eight, bold makes the dark red of a text console a bright one.
            role == .failed ? Look(foreground: ANSI.red, isBold: true) : pageLook(for: role)
        },
        selection: .reversed, dialog: .reversed,
        button: Looks(all: Look(foreground: ANSI.black, background: ANSI.cyan)),
        dimming: .alike)
}

extension Looks {
    /// One look for the whole row or box, whatever the roles in it: reversed colors would differ from cell to cell.
    static let reversed = Looks(all: Look(isReversed: true))
}

private func pageLook(for role: Role) -> Look {
    switch role {
    case .text: Look()
    // Not bright black: that is the very color of the background in some palettes (Solarized).
    case .quiet: Look(isDim: true)
    case .strong: Look(isBold: true)
    case .accent, .progressing: Look(foreground: ANSI.cyan)
    case .healthy: Look(foreground: ANSI.green)
    // The line can be seen where yellow is hard to read, on white. Bold would make it brighter still.
    case .warning: Look(foreground: ANSI.yellow, isUnderlined: true)
    case .failed: Look(foreground: ANSI.brightRed)
    case .firstSource: Look(foreground: ANSI.cyan, isBold: true)
    case .secondSource: Look(foreground: ANSI.magenta, isBold: true)
    case .thirdSource: Look(foreground: ANSI.green, isBold: true)
    case .fourthSource: Look(foreground: ANSI.blue, isBold: true)
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
    case .firstSource: 80
    case .secondSource: 183
    case .thirdSource: 114
    case .fourthSource: 111
    }
}
