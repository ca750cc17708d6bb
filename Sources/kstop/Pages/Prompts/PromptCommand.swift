import ClusterModel
import TUI
import Words

/// What can be asked for after ":".
enum PromptCommand: Equatable, Sendable {
    case page(Page)
    /// Nil: all namespaces.
    case namespace(String?)
    case context(String)
    case sort(column: String, isReversed: Bool)
    case theme(Theme)
    case language(Language)
    case help, quit
}

/// Why a command is not understood.
struct CommandError: Error, Equatable {
    var phrase: Phrase
}

/// The words that begin a command and take another.
private enum Verb: String, CaseIterable {
    case namespace = "ns", context = "ctx", sort, theme, language = "lang"

    var aliases: [String] {
        switch self {
        case .namespace: ["ns", "namespace", "namespaces"]
        case .context: ["ctx", "context", "contexts"]
        case .sort, .theme: [rawValue]
        case .language: ["lang", "language"]
        }
    }

    init?(_ word: String) {
        guard let verb = Verb.allCases.first(where: { $0.aliases.contains(word) }) else { return nil }
        self = verb
    }
}

private let helpWords = ["help", "h", "?"]
private let quitWords = ["q", "quit", "q!", "exit"]

extension Model {
    /// Reads a command; nil for an empty one.
    func command(_ text: String) throws(CommandError) -> PromptCommand? {
        let words = text.split(separator: " ").map(String.init)
        guard let first = words.first?.lowercased() else { return nil }
        if words.count == 1 {
            if helpWords.contains(first) { return .help }
            if quitWords.contains(first) { return .quit }
            if let page = Page.allCases.first(where: { $0.commandNames.contains(first) }) { return .page(page) }
        }
        guard let verb = Verb(first) else { throw CommandError(phrase: unknown(first, among: firstWords)) }
        guard words.count > 1 else { throw CommandError(phrase: Phrase("\(first) needs a name behind it")) }
        return try command(verb, Array(words.dropFirst()))
    }

    private func command(_ verb: Verb, _ arguments: [String]) throws(CommandError) -> PromptCommand {
        let name = arguments[0]
        switch verb {
        case .namespace where ["all", "*", "-A"].contains(name): return .namespace(nil)
        case .namespace where isKubernetesName(name): return .namespace(name)
        case .namespace: throw CommandError(phrase: Phrase("\(name) is no name of a namespace"))
        case .context: return .context(arguments.joined(separator: " "))
        case .sort:
            let columns = content.columns.map(\.name)
            let isReversed = arguments.count > 1 && ["reverse", "desc", "-r"].contains(arguments.last)
            let title = (isReversed ? arguments.dropLast() : arguments[...]).joined(separator: " ")
            if let column = columns.first(where: { $0.lowercased() == title.lowercased() }) {
                return .sort(column: column, isReversed: isReversed)
            }
            throw CommandError(phrase: unknown(title, among: columns))
        case .theme:
            if let theme = Theme.named(name) { return .theme(theme) }
            throw CommandError(phrase: unknown(name, among: Theme.names))
        case .language:
            if let language = Language(locale: name) { return .language(language) }
            throw CommandError(phrase: unknown(name, among: Language.allCases.map(\.rawValue)))
        }
    }

    private func unknown(_ word: String, among known: [String]) -> Phrase {
        // Titles of columns are capitals, which nobody types.
        let near = nearestNames(word.lowercased(), among: known.map { $0.lowercased() }).first
        let name = known.first { $0.lowercased() == near }
        return name.map { Phrase("unknown: \(word); did you mean \($0)?") } ?? Phrase("unknown: \(word)")
    }

    private var firstWords: [String] {
        Page.allCases.compactMap(\.commandNames.first) + Verb.allCases.map(\.rawValue) + ["help", "quit"]
    }

    /// What the text may be completed to, best first.
    func completions(of text: String) -> [String] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count > 1 else { return firstWords.filter { $0.hasPrefix(text.lowercased()) } }
        guard words.count == 2, let verb = Verb(words[0].lowercased()) else { return [] }
        return values(of: verb).filter { $0.lowercased().hasPrefix(words[1].lowercased()) }.map { "\(words[0]) \($0)" }
    }

    private func values(of verb: Verb) -> [String] {
        switch verb {
        case .namespace: commands.namespaces + ["all"]
        case .context: commands.contexts
        case .sort: content.columns.map(\.name)
        case .theme: Theme.names
        case .language: Language.allCases.map(\.rawValue)
        }
    }
}
