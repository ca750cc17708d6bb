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

private let quotes: Set<Character> = ["\"", "'"]
private let helpWords = ["help", "h", "?"]
private let quitWords = ["q", "quit", "q!", "exit"]

extension Model {
    /// Reads a command; nil for an empty one.
    func command(_ text: String) throws(CommandError) -> PromptCommand? {
        let (word, rest) = parts(of: text)
        let first = word.lowercased()
        if first.isEmpty { return nil }
        if rest.isEmpty {
            if helpWords.contains(first) { return .help }
            if quitWords.contains(first) { return .quit }
            if let page = Page.allCases.first(where: { $0.commandNames.contains(first) }) { return .page(page) }
        }
        guard let verb = Verb(first) else { throw CommandError(phrase: unknown(first, among: firstWords)) }
        guard !typedName(rest).isEmpty else { throw CommandError(phrase: Phrase("\(first) needs a name behind it")) }
        return try command(verb, rest)
    }

    private func command(_ verb: Verb, _ rest: Substring) throws(CommandError) -> PromptCommand {
        let arguments = rest.split(separator: " ").map(String.init)
        let name = arguments[0]
        switch verb {
        case .namespace where ["all", "*", "-A"].contains(name): return .namespace(nil)
        case .namespace where isKubernetesName(name): return .namespace(name)
        case .namespace: throw CommandError(phrase: Phrase("\(name) is no name of a namespace"))
        case .context: return .context(typedName(rest))
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
        let (word, rest) = parts(of: text)
        guard text.last == " " || !rest.isEmpty else { return firstWords.filter { $0.hasPrefix(word.lowercased()) } }
        guard let verb = Verb(word.lowercased()) else { return [] }
        return completions(of: rest, verb).map { "\(word) \($0)" }
    }

    private func completions(of typed: Substring, _ verb: Verb) -> [String] {
        func names(beginningWith start: Substring) -> [String] {
            values(of: verb).filter { $0.lowercased().hasPrefix(start.lowercased()) }
        }
        if verb == .context, let quote = typed.first, quotes.contains(quote) {
            return names(beginningWith: typed.dropFirst()).map { "\(quote)\($0)\(quote)" }
        }
        return names(beginningWith: typed).map { typedName($0[...]) == $0 ? $0 : "\"\($0)\"" }
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

/// The first word of a command, and what stands behind it.
private func parts(of text: String) -> (word: Substring, rest: Substring) {
    let text = text.drop { $0 == " " }
    let word = text.prefix { $0 != " " }
    return (word, text[word.endIndex...].drop { $0 == " " })
}

/// A name that may have blanks in it: what is between quotes, or all but the blanks behind it.
private func typedName(_ text: Substring) -> String {
    let end = text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
    let name = text[..<end]
    let isQuoted = name.count > 1 && name.first == name.last && name.first.map(quotes.contains) == true
    return String(isQuoted ? name.dropFirst().dropLast() : name)
}

/// Of what a command may be completed to, the part that is a choice.
func choice(_ completion: String) -> Substring {
    let rest = parts(of: completion).rest
    return rest.isEmpty ? completion[...] : rest
}
