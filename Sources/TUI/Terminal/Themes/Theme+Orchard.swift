extension Theme {
    /// Dusk in an orchard: teal, leaf green and amber on soft black, coral for what has failed. The background is its
    /// own, since these colors are made for that one.
    static let orchard = Theme(
        name: "orchard", many: .orchardMany, sixteen: Theme.standard.sixteen, eight: Theme.standard.eight)
}

extension Sheet {
    fileprivate static let orchardMany = Sheet(
        page: Looks { Look(foreground: duskColor(for: $0), background: dusk, isBold: $0 == .strong) },
        selection: Looks { Look(foreground: barColor(for: $0), background: 23, isBold: $0 == .strong) },
        dialog: Looks { Look(foreground: boxColor(for: $0), background: 237, isBold: $0 == .strong) },
        button: Looks(all: Look(foreground: dusk, background: 73, isBold: true)),
        dimming: .look(Look(foreground: 241, background: dusk)))
}

private let dusk = 234

private func duskColor(for role: Role) -> Int {
    switch role {
    case .text: 252
    case .quiet: 245
    case .strong: 255
    case .accent: 73
    case .healthy: 108
    case .progressing: 110
    case .warning: 179
    case .failed: 203
    case .firstSource: 73
    case .secondSource: 176
    case .thirdSource: 108
    case .fourthSource: 110
    }
}

/// Lighter, on the deep teal of the selection.
private func barColor(for role: Role) -> Int {
    switch role {
    case .text: 254
    case .quiet: 152
    case .strong: 231
    case .accent: 123
    case .healthy: 157
    case .progressing: 153
    case .warning: 222
    case .failed: 224
    case .firstSource: 123
    case .secondSource: 225
    case .thirdSource: 157
    case .fourthSource: 153
    }
}

/// On the gray of a dialog.
private func boxColor(for role: Role) -> Int {
    switch role {
    case .text: 253
    case .quiet: 248
    case .strong: 255
    case .accent: 116
    case .healthy: 150
    case .progressing: 153
    case .warning: 222
    case .failed: 210
    case .firstSource: 116
    case .secondSource: 183
    case .thirdSource: 150
    case .fourthSource: 153
    }
}
