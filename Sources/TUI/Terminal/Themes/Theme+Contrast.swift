extension Theme {
    /// White on black and black on white, for eyes that need it: nothing is gray, dim or told by its color alone.
    static let contrast = Theme(
        name: "contrast", many: .contrastMany, sixteen: .contrastSixteen, eight: .contrastEight)
}

extension Sheet {
    fileprivate static let contrastMany = Sheet(
        page: Looks { marked(Look(foreground: lightColor(for: $0), background: 16), for: $0) },
        selection: .blackOnWhite, dialog: .blackOnWhite,
        button: Looks(all: Look(foreground: 231, background: 21, isBold: true)),
        dimming: .untouched)

    fileprivate static let contrastSixteen = Sheet(
        page: Looks { marked(Look(foreground: brightColor(for: $0), background: ANSI.black), for: $0) },
        selection: Looks { marked(Look(foreground: ANSI.black, background: ANSI.brightWhite), for: $0) },
        dialog: Looks { marked(Look(foreground: ANSI.black, background: ANSI.brightWhite), for: $0) },
        button: Looks(all: Look(foreground: ANSI.brightWhite, background: ANSI.blue, isBold: true)),
        dimming: .untouched)

    fileprivate static let contrastEight = Sheet(
        page: Looks { role in
            // Bold is what makes these eight bright.
            var look = marked(Look(foreground: brightColor(for: role) % 8, background: ANSI.black), for: role)
            look.isBold = true
            return look
        },
        selection: Looks { marked(Look(foreground: ANSI.black, background: ANSI.white), for: $0) },
        dialog: Looks { marked(Look(foreground: ANSI.black, background: ANSI.white), for: $0) },
        button: Looks(all: Look(foreground: ANSI.white, background: ANSI.blue, isBold: true)),
        dimming: .untouched)
}

extension Looks {
    fileprivate static let blackOnWhite = Looks { role in
        marked(Look(foreground: darkColor(for: role), background: 231), for: role)
    }
}

/// What is wrong is told by more than its color.
private func marked(_ look: Look, for role: Role) -> Look {
    var look = look
    look.isBold = role == .strong || role == .failed
    look.isUnderlined = role == .warning || role == .failed
    return look
}

private func lightColor(for role: Role) -> Int {
    switch role {
    case .text, .quiet, .strong: 231
    case .accent, .progressing: 123
    case .healthy: 120
    case .warning: 227
    case .failed: 217
    case .firstSource: 123
    case .secondSource: 219
    case .thirdSource: 120
    case .fourthSource: 153
    }
}

private func darkColor(for role: Role) -> Int {
    switch role {
    case .text, .quiet, .strong, .warning: 16
    case .accent, .progressing: 18
    case .healthy: 22
    case .failed: 88
    case .firstSource: 18
    case .secondSource: 53
    case .thirdSource: 22
    case .fourthSource: 17
    }
}

private func brightColor(for role: Role) -> Int {
    switch role {
    case .text, .quiet, .strong: ANSI.brightWhite
    case .accent, .progressing: ANSI.brightCyan
    case .healthy: ANSI.brightGreen
    case .warning: ANSI.brightYellow
    case .failed: ANSI.brightRed
    case .firstSource: ANSI.brightCyan
    case .secondSource: ANSI.brightMagenta
    case .thirdSource: ANSI.brightGreen
    case .fourthSource: ANSI.brightYellow
    }
}
