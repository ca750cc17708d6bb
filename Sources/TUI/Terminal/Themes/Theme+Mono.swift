extension Theme {
    /// No color at all, on any terminal.
    static let mono = Theme(name: "mono", many: .colorless, sixteen: .colorless, eight: .colorless)
}

extension Sheet {
    /// For terminals without colors, and for who wants none: every theme comes down to this.
    static let colorless = Sheet(
        page: Looks { role in
            switch role {
            case .text, .healthy, .progressing: Look()
            case .quiet: Look(isDim: true)
            case .strong, .accent, .firstSource, .secondSource, .thirdSource, .fourthSource: Look(isBold: true)
            case .warning: Look(isUnderlined: true)
            case .failed: Look(isBold: true, isUnderlined: true)
            }
        },
        selection: .reversed, dialog: .reversed,
        // Stands out on the page as well as on a reversed dialog.
        button: Looks(all: Look(isBold: true, isUnderlined: true)),
        dimming: .alike)
}
