/// What the user asked for instead of what the terminal could do.
package struct TerminalOptions: Equatable, Sendable {
    package var usesColor: Bool
    /// Even where the locale says that the terminal shows all of Unicode.
    package var usesASCII: Bool
    package var theme: Theme
    /// From the start. While the terminal reports the mouse, it selects no text by itself.
    package var usesMouse: Bool

    package init(
        usesColor: Bool = true, usesASCII: Bool = false, theme: Theme = .standard, usesMouse: Bool = false
    ) {
        self.usesColor = usesColor
        self.usesASCII = usesASCII
        self.theme = theme
        self.usesMouse = usesMouse
    }
}

package enum TerminalError: Error, Equatable, Sendable {
    /// Standard input or output is no terminal.
    case notATerminal
}
