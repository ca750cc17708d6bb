/// The user's terminal, in full-screen mode while this lives.
package final class Terminal {
    package init() throws(TerminalError) {}

    package var size: Size { Size(0, 0) }
    package func paint(_ screen: Screen) {}
    package func close() {}
}

package enum TerminalError: Error, Equatable, Sendable {
    /// Standard input or output is no terminal.
    case notATerminal
    /// ncurses knows nothing of the terminal that TERM names.
    case unknownTerminal(String)
}
