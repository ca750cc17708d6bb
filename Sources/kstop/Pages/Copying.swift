import TUI
import Words

extension Model {
    /// Tells what has become of a text that was to be copied.
    mutating func hearOfCopy(_ what: Phrase, _ clipboard: Clipboard) {
        switch clipboard {
        case .terminal: say(Phrase("copied: \(what)"), .healthy)
        case .tmux: say(Phrase("copied, to tmux's buffer too: \(what)"), .healthy)
        case .unavailable: say(Phrase("not to be copied here: this terminal has no clipboard"), .warning)
        }
    }
}
