import ClusterModel
import TUI
import Words

/// A question before something is done, whose default is not to do it. Bound to the objects' UIDs: what has replaced one
/// when the answer comes is left alone.
struct Confirmation: Equatable, Sendable {
    enum Choice: Int, Sendable {
        case cancel, proceed
    }

    let deed: Deed
    var choice = Choice.cancel

    func dialog(_ model: Model) -> Dialog {
        var dialog = Dialog(
            title: model.styled(deed.title, .strong, bold: true), body: deed.facts(model) + consequences(model),
            buttons: [model.words(Phrase("Cancel")), model.words(deed.button)], selectedButton: choice.rawValue)
        dialog.takesKeys = model.overlayTakesKeys
        return dialog
    }

    /// Each once, a sentence a line; of many objects no more than can be read.
    private func consequences(_ model: Model) -> [StyledText] {
        var sentences: [Phrase] = []
        for sentence in deed.consequences where !sentences.contains(sentence) { sentences.append(sentence) }
        return sentences.prefix(4).map { model.styled($0) }
    }
}

/// What is done only after a confirmation, and to what: at least one object, none twice.
enum Deed: Equatable, Sendable {
    case restart([Workload])
    case stop([Workload])
    case start([Workload])
    case delete([Pod])
    case showToken(TokenRequest)
}

extension Deed {
    fileprivate var title: Phrase {
        switch self {
        case .restart(let workloads):
            workloads.count == 1
                ? Phrase("Restart \(workloads[0].name)?") : Phrase("Restart \(workloads.count) workloads?")
        case .stop(let workloads):
            workloads.count == 1
                ? Phrase("Stop \(workloads[0].name)?") : Phrase("Stop \(workloads.count) workloads?")
        case .start(let workloads):
            workloads.count == 1
                ? Phrase("Start \(workloads[0].name)?") : Phrase("Start \(workloads.count) workloads?")
        case .delete(let pods):
            pods.count == 1 ? Phrase("Delete pod \(pods[0].name)?") : Phrase("Delete \(pods.count) pods?")
        case .showToken: Phrase("Show a dashboard token?")
        }
    }

    fileprivate var button: Phrase {
        switch self {
        case .restart: Phrase("Restart")
        case .stop: Phrase("Stop")
        case .start: Phrase("Start")
        case .delete: Phrase("Delete")
        case .showToken: Phrase("Show")
        }
    }

    /// What it is done to; of several objects only the names.
    fileprivate func facts(_ model: Model) -> [StyledText] {
        switch self {
        case .restart(let workloads):
            workloads.count == 1 ? workloads[0].restartFacts(model) : names(workloads.map(\.name))
        case .stop(let workloads), .start(let workloads):
            workloads.count == 1 ? workloads[0].facts(model) : names(workloads.map(\.name))
        case .delete(let pods): pods.count == 1 ? pods[0].facts(model) : names(pods.map(\.name))
        case .showToken(let request): [TokenDialog(account: request).account(model)]
        }
    }

    private func names(_ names: [String]) -> [StyledText] {
        [StyledText(names.joined(separator: ", "), .strong, bold: true)]
    }

    /// What will happen, a sentence each; some may be there twice.
    fileprivate var consequences: [Phrase] {
        switch self {
        case .restart(let workloads): workloads.flatMap(\.restartConsequences)
        case .stop(let workloads): workloads.flatMap(\.stopConsequences)
        case .start(let workloads): workloads.flatMap(\.startConsequences)
        case .delete(let pods): pods.map(\.deleteConsequence)
        case .showToken: [Phrase("Whoever sees it may do all that this account may do, until it expires.")]
        }
    }
}

extension Model {
    mutating func askWhether(_ deed: Deed) {
        overlay = .confirmation(Confirmation(deed: deed))
    }

    mutating func handle(_ key: Key, in confirmation: Confirmation) -> [Effect] {
        var confirmation = confirmation
        switch key {
        case .left, .right, .tab, .backTab, .character("h"), .character("l"):
            confirmation.choice = confirmation.choice == .cancel ? .proceed : .cancel
            overlay = .confirmation(confirmation)
        case .enter:
            overlay = nil
            return confirmation.choice == .proceed ? perform(confirmation.deed) : []
        case .escape, .character("q"): overlay = nil
        default: break
        }
        return []
    }

    private mutating func perform(_ deed: Deed) -> [Effect] {
        switch deed {
        case .restart(let workloads): restart(workloads)
        case .stop(let workloads): stop(workloads)
        case .start(let workloads): start(workloads)
        case .delete(let pods): delete(pods)
        case .showToken(let request): showToken(request)
        }
    }

    /// Says that it is being done, or which of the objects is not there any more.
    mutating func sayOfDeed(_ words: Phrase, gone: Phrase?) {
        table.marked = []
        if let gone {
            say(Phrase("nothing done: \(gone) is gone or was replaced"), .warning)
        } else {
            say(words, .progressing)
        }
    }
}
