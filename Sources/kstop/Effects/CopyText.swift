import ClusterModel
import Words

/// A text on its way to the clipboard: into tmux's buffer if there is one, else to the loop, which has the terminal.
func delivery(ofText text: String, as what: Phrase, _ environment: [String: String]) async -> Delivery {
    let isInTmux = environment["TMUX"].map { !$0.isEmpty } ?? false
    if isInTmux, await loadTmuxBuffer(text, environment: environment) { return .message(.textCopied(what, .tmux)) }
    return .text(text, what)
}
