extension Theme {
    /// For a light background, which stays the terminal's own.
    static let light = Theme(name: "light", many: .lightMany, sixteen: .lightSixteen, eight: .lightEight)
}

extension Sheet {
    fileprivate static let lightMany = Sheet(
        page: Looks { role in
            switch role {
            case .text: Look()
            case .quiet: Look(foreground: 242)
            case .strong: Look(isBold: true)
            case .accent: Look(foreground: 25)
            case .progressing: Look(foreground: 31)
            case .healthy: Look(foreground: 28)
            case .warning: Look(foreground: 130)
            case .failed: Look(foreground: 160)
            case .firstSource: Look(foreground: 25, isBold: true)
            case .secondSource: Look(foreground: 90, isBold: true)
            case .thirdSource: Look(foreground: 28, isBold: true)
            case .fourthSource: Look(foreground: 130, isBold: true)
            }
        },
        selection: Looks { Look(foreground: inkColor(for: $0), background: 189, isBold: $0 == .strong) },
        dialog: Looks { Look(foreground: inkColor(for: $0), background: 254, isBold: $0 == .strong) },
        button: Looks(all: Look(foreground: 231, background: 25, isBold: true)),
        gray: 242)

    fileprivate static let lightSixteen = Sheet(
        page: Looks(pageLook), selection: .reversed, dialog: .reversed,
        button: Looks(all: Look(foreground: ANSI.brightWhite, background: ANSI.blue)),
        dimming: .alike, gray: ANSI.brightBlack)

    fileprivate static let lightEight = Sheet(
        page: Looks(pageLook), selection: .reversed, dialog: .reversed,
        button: Looks(all: Look(foreground: ANSI.white, background: ANSI.blue, isBold: true)),
        dimming: .alike)
}

/// Dark enough for the pale blue of the selection.
private func inkColor(for role: Role) -> Int {
    switch role {
    case .text, .strong: 233
    case .quiet: 239
    case .accent: 18
    case .progressing: 24
    case .healthy: 22
    case .warning: 58
    case .failed: 124
    case .firstSource: 18
    case .secondSource: 53
    case .thirdSource: 22
    case .fourthSource: 58
    }
}

private func pageLook(for role: Role) -> Look {
    switch role {
    case .text: Look()
    case .quiet: Look(isDim: true)
    case .strong: Look(isBold: true)
    case .accent, .progressing: Look(foreground: ANSI.blue)
    case .healthy: Look(foreground: ANSI.green)
    // Of the six hues yellow and cyan are the two that a white background swallows.
    case .warning: Look(foreground: ANSI.magenta)
    case .failed: Look(foreground: ANSI.red)
    case .firstSource: Look(foreground: ANSI.blue, isBold: true)
    case .secondSource: Look(foreground: ANSI.magenta, isBold: true)
    case .thirdSource: Look(foreground: ANSI.green, isBold: true)
    case .fourthSource: Look(foreground: ANSI.red, isBold: true)
    }
}
