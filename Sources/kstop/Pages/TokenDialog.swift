import ClusterModel
import FoundationEssentials
import TUI
import Words

/// Tells what has become of a dashboard token; never the token itself.
struct TokenDialog: Equatable, Sendable {
    enum State: Equatable, Sendable {
        case waiting
        case copied(expiration: Date, Clipboard)
        case failed(APIError)
    }

    let account: TokenRequest
    var state = State.waiting

    func dialog(_ model: Model) -> Dialog {
        Dialog(
            title: model.styled(title, .strong, bold: true), body: facts(model) + outcome(model),
            buttons: [model.words(Phrase("Close"))], selectedButton: 0)
    }

    private var title: Phrase {
        switch state {
        case .waiting: Phrase("Creating a dashboard token …")
        case .copied(_, .unavailable): Phrase("The token could not be copied")
        case .copied: Phrase("Dashboard token copied")
        case .failed: Phrase("No dashboard token")
        }
    }

    private func facts(_ model: Model) -> [StyledText] {
        [
            field(Phrase("account"), model) + StyledText(account.account, .strong, bold: true)
                + StyledText("  ") + model.styled(Phrase("in \(account.namespace)"), .quiet)
        ]
    }

    private func outcome(_ model: Model) -> [StyledText] {
        switch state {
        case .waiting: return []
        case .failed(let error): return [StyledText(model.words(error.text), .failed)]
        case .copied(_, .unavailable):
            let text = Phrase("This terminal has no clipboard to send it to; it was thrown away.")
            return [model.styled(text, .warning)]
        case .copied(let expiration, let clipboard):
            let time = clockTime(expiration, utcOffset: model.session.utcOffset)
            let left = humanDuration(expiration.timeIntervalSince(model.now))
            let way =
                clipboard == .tmux
                ? Phrase("In tmux's buffer and sent on to your terminal's clipboard.")
                : Phrase("Sent to your terminal's clipboard.")
            return [
                field(Phrase("valid"), model) + model.styled(Phrase("until \(time)")) + StyledText("  ")
                    + model.styled(Phrase("\(left) left"), .quiet),
                model.styled(way),
            ]
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

    /// What came of the token goes to its dialog if that is still open, else to a line of its own.
    mutating func hearOfToken(_ account: TokenRequest, _ state: TokenDialog.State) {
        if case .token(let dialog) = overlay, dialog.account == account {
            overlay = .token(TokenDialog(account: account, state: state))
            return
        }
        switch state {
        case .waiting: break
        case .copied(_, .unavailable): say(Phrase("this terminal has no clipboard for the token"), .warning)
        case .copied: say(Phrase("dashboard token copied"), .healthy)
        case .failed(let error): say(error.text, .failed)
        }
    }
}
