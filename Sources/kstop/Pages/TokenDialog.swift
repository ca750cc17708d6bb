import ClusterModel
import FoundationEssentials
import TUI

/// Tells what has become of a dashboard token; never the token itself.
struct TokenDialog: Equatable, Sendable {
    enum State: Equatable, Sendable {
        case waiting
        case copied(expiration: Date, Clipboard)
        case failed(APIError)
    }

    let account: TokenRequest
    var state = State.waiting

    func dialog(at now: Date, utcOffset: Int) -> Dialog {
        Dialog(
            title: StyledText(title, .strong, bold: true), body: facts + outcome(at: now, utcOffset: utcOffset),
            buttons: ["Close"], selectedButton: 0)
    }

    private var title: String {
        switch state {
        case .waiting: "Creating a dashboard token …"
        case .copied(_, .unavailable): "The token could not be copied"
        case .copied: "Dashboard token copied"
        case .failed: "No dashboard token"
        }
    }

    private var facts: [StyledText] {
        [
            StyledText("account    ", .quiet) + StyledText(account.account, .strong, bold: true)
                + StyledText("  in \(account.namespace)", .quiet)
        ]
    }

    private func outcome(at now: Date, utcOffset: Int) -> [StyledText] {
        switch state {
        case .waiting: []
        case .failed(let error): [StyledText(error.text, .failed)]
        case .copied(_, .unavailable):
            [StyledText("This terminal (TERM=dumb) has no clipboard to send it to; it was thrown away.", .warning)]
        case .copied(let expiration, let clipboard):
            [
                StyledText("valid      ", .quiet)
                    + StyledText("until \(clockTime(expiration, utcOffset: utcOffset))", .text)
                    + StyledText("  \(humanDuration(expiration.timeIntervalSince(now))) left", .quiet),
                StyledText(
                    clipboard == .tmux
                        ? "In tmux's buffer and sent on to your terminal's clipboard."
                        : "Sent to your terminal's clipboard.", .text),
            ]
        }
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
        case .copied(_, .unavailable): say(StyledText("this terminal has no clipboard for the token", .warning))
        case .copied: say(StyledText("dashboard token copied", .healthy))
        case .failed(let error): say(StyledText(error.text, .failed))
        }
    }
}
