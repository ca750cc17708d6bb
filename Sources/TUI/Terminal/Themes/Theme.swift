/// What every role looks like on every surface, on terminals of every number of colors.
package struct Theme: Equatable, Sendable {
    package let name: String
    let many: Sheet
    let sixteen: Sheet
    let eight: Sheet
    /// What the user wants otherwise.
    private(set) var colors: [Role: ThemeColor] = [:]

    init(name: String, many: Sheet, sixteen: Sheet, eight: Sheet) {
        self.name = name
        self.many = many
        self.sixteen = sixteen
        self.eight = eight
    }

    /// The themes there are, the usual one first.
    package static let all = [standard, light, contrast, mono, orchard]

    /// Their names, in the same order.
    package static var names: [String] { all.map(\.name) }

    /// Nil: there is no such theme.
    package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }

    /// The same theme but for the color of one role: on the page, and on what has a background of its own. Buttons,
    /// and what is shown in reverse for want of colors, stay as they are.
    package func withColor(_ color: ThemeColor, for role: Role) -> Theme {
        var theme = self
        theme.colors[role] = color
        return theme
    }

    func sheet(at depth: ColorDepth) -> Sheet {
        switch depth {
        case .none: .colorless
        case .eight: eight
        case .sixteen: sixteen
        case .many: many
        }
    }
}
