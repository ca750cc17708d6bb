import ClusterModel
import TUI
import Words

/// A text on its way to the clipboard: into tmux's buffer if there is one, else to the loop, which has the terminal.
/// Whatever it will be pasted into, a control character in it would be obeyed there.
func delivery(ofText text: String, as what: Phrase, _ environment: [String: String]) async -> Delivery {
    let text = printableLines(text)
    let isInTmux = environment["TMUX"].map { !$0.isEmpty } ?? false
    if isInTmux, await loadTmuxBuffer(text, environment: environment) { return .message(.textCopied(what, .tmux)) }
    return .text(text, what)
}
