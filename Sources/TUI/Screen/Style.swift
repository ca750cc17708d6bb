/// What a piece of text means. The theme alone decides what that looks like.
package enum Role: UInt8, CaseIterable, Sendable {
    /// Plain words.
    case text
    /// What may be overlooked: headers, labels, what is as it should be.
    case quiet
    /// What names the thing that the screen is about.
    case strong
    /// What can be acted on: keys, links, the selected button.
    case accent
    case healthy, progressing, warning, failed
    /// The names of where a line comes from, to tell them apart at a glance.
    case firstSource, secondSource, thirdSource, fourthSource

    /// In the order in which they are given out.
    package static let sources: [Role] = [.firstSource, .secondSource, .thirdSource, .fourthSource]

    /// What a configuration calls it.
    package var name: String {
        switch self {
        case .text: "text"
        case .quiet: "quiet"
        case .strong: "strong"
        case .accent: "accent"
        case .healthy: "healthy"
        case .progressing: "progressing"
        case .warning: "warning"
        case .failed: "failed"
        case .firstSource: "first-source"
        case .secondSource: "second-source"
        case .thirdSource: "third-source"
        case .fourthSource: "fourth-source"
        }
    }

    package init?(name: String) {
        guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = role
    }
}

/// What lies behind a cell.
package enum Surface: UInt8, CaseIterable, Sendable {
    case page
    /// The row that keys act on.
    case selection
    /// A dialog above the page.
    case dialog
    /// The program's badge and the button that Enter presses.
    case button
}

/// How a cell looks, by meaning.
package struct Style: Hashable, Sendable {
    package var role: Role
    package var surface: Surface
    package var isBold: Bool
    package var isUnderlined: Bool
    /// Behind a dialog.
    package var isDimmed: Bool

    package init(
        _ role: Role = .text, on surface: Surface = .page, bold isBold: Bool = false,
        underlined isUnderlined: Bool = false, dimmed isDimmed: Bool = false
    ) {
        self.role = role
        self.surface = surface
        self.isBold = isBold
        self.isUnderlined = isUnderlined
        self.isDimmed = isDimmed
    }
}
