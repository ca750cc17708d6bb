import ClusterModel
import FoundationEssentials
import TUI
import Words

/// Tells what has become of a dashboard token; never the token itself, which only the loop has.
struct TokenDialog: Equatable, Sendable {
    enum State: Equatable, Sendable {
        case waiting
        case copied(expiration: Date, Clipboard)
        case shown(expiration: Date)
        case failed(APIError)
    }

    let account: TokenRequest
    var state = State.waiting

    func dialog(_ model: Model) -> Dialog {
        Dialog(
            title: model.styled(title, .strong, bold: true), body: [account(model)] + outcome(model),
            buttons: [model.words(Phrase("Close"))], selectedButton: 0)
    }

    /// Whether the loop is to show the token.
    var isShowing: Bool {
        if case .shown = state { true } else { false }
    }

    /// Any key puts a token out of sight.
    func isClosed(by key: Key) -> Bool {
        isShowing || [.escape, .enter, .character("q"), .character(" ")].contains(key)
    }

    /// Draws the dialog with the token in it. The secret comes past the model, so that none of its dumps has it.
    func draw(showing secret: String, _ model: Model, on screen: inout Screen) {
        var dialog = dialog(model)
        dialog.body += [StyledText(), StyledText(secret, .strong)]
        let lines = secret.count / 60 + 2
        if lines + dialog.body.count + 6 > screen.size.height || screen.size.width < 68 {
            let text = Phrase("The terminal is too small to show it: enlarge it.")
            dialog.body[dialog.body.count - 1] = model.styled(text, .warning)
        }
        dialog.draw(in: screen.bounds, on: &screen)
    }

    private var title: Phrase {
        switch state {
        case .waiting: Phrase("Creating a dashboard token …")
        case .copied(_, .unavailable): Phrase("The token could not be copied")
        case .copied: Phrase("Dashboard token copied")
        case .shown: Phrase("Dashboard token")
        case .failed: Phrase("No dashboard token")
        }
    }

    func account(_ model: Model) -> StyledText {
        field(Phrase("account"), model) + StyledText(account.account, .strong, bold: true)
            + StyledText("  ") + model.styled(Phrase("in \(account.namespace)"), .quiet)
    }

    private func validity(_ expiration: Date, _ model: Model) -> StyledText {
        let time = clockTime(expiration, utcOffset: model.session.utcOffset)
        let left = humanDuration(expiration.timeIntervalSince(model.now))
        return field(Phrase("valid"), model) + model.styled(Phrase("until \(time)")) + StyledText("  ")
            + model.styled(Phrase("\(left) left"), .quiet)
    }

    private func outcome(_ model: Model) -> [StyledText] {
        switch state {
        case .waiting: return []
        case .failed(let error): return [StyledText(model.words(error.text), .failed)]
        case .copied(_, .unavailable):
            let text = Phrase("This terminal has no clipboard to send it to; it was thrown away.")
            return [model.styled(text, .warning)]
        case .copied(let expiration, let clipboard):
            let way =
                clipboard == .tmux
                ? Phrase("In tmux's buffer and sent on to your terminal's clipboard.")
                : Phrase("Sent to your terminal's clipboard.")
            return [validity(expiration, model), model.styled(way)]
        case .shown(let expiration): return [validity(expiration, model)]
        }
    }

    private func field(_ label: Phrase, _ model: Model) -> StyledText {
        StyledText(model.words(label).padded(to: 11), .quiet)
    }
}

extension Model {
    mutating func askForToken() -> [Effect] {
        overlay = .token(TokenDialog(account: session.tokenRequest))
        return [.copyToken(session.tokenRequest)]
    }

    mutating func showToken(_ request: TokenRequest) -> [Effect] {
        overlay = .token(TokenDialog(account: request))
        return [.showToken(request)]
    }

    /// What came of the token goes to its dialog if that is still open, else to a line of its own.
    mutating func hearOfToken(_ account: TokenRequest, _ state: TokenDialog.State) {
        switch state {
        case .copied(let expiration, let clipboard) where clipboard != .unavailable: tokenExpiration = expiration
        case .shown(let expiration): tokenExpiration = expiration
        case .copied, .waiting, .failed: break
        }
        if case .token(let dialog) = overlay, dialog.account == account {
            overlay = .token(TokenDialog(account: account, state: state))
            return
        }
        switch state {
        // A token that is to be shown is dropped when nobody waits for it any more.
        case .waiting, .shown: break
        case .copied(_, .unavailable): say(Phrase("this terminal has no clipboard for the token"), .warning)
        case .copied: say(Phrase("dashboard token copied"), .healthy)
        case .failed(let error): say(error.text, .failed)
        }
    }
}
