import TUI
import Words

extension TerminalError {
    /// One line for the user.
    var text: Phrase {
        switch self {
        case .notATerminal: Phrase("not a terminal; use --once")
        }
    }
}
