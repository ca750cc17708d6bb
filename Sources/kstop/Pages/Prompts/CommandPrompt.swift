import ClusterModel
import TUI
import Words

/// A command being typed after ":".
struct CommandPrompt: Equatable, Sendable {
    private(set) var editor = LineEditor()
    /// Which earlier command is shown, counted from the latest; nil: what is being typed.
    private var recalled: Int?
    private var draft = ""
    /// What was typed before it was completed; nil if it was not.
    private var stem: String?

    var text: String { editor.text }

    /// What is to be completed: what was typed, also while the candidates are gone through.
    var typed: String { stem ?? text }

    /// What Tab would add to the text; empty if nothing or nothing more.
    func hint(_ candidates: [String]) -> String {
        guard let first = candidates.first, first.hasPrefix(text), !text.isEmpty else { return "" }
        return String(first.dropFirst(text.count))
    }

    /// A key that edits, completes or recalls; false if it is none.
    mutating func handle(_ key: Key, _ candidates: @autoclosure () -> [String], _ history: [String]) -> Bool {
        switch key {
        case .tab: complete(candidates())
        case .right where editor.cursor == text.count: complete(candidates())
        case .up: recall(1, history)
        case .down: recall(-1, history)
        default:
            guard editor.handle(key) else { return false }
            (recalled, stem) = (nil, nil)
        }
        return true
    }

    /// Takes the first candidate, or after one the next, around the end.
    private mutating func complete(_ candidates: [String]) {
        let place = candidates.firstIndex(of: text).map { ($0 + 1) % candidates.count } ?? 0
        guard candidates.indices.contains(place) else { return }
        stem = typed
        editor = LineEditor(candidates[place])
    }

    private mutating func recall(_ step: Int, _ history: [String]) {
        let place = (recalled ?? -1) + step
        guard place < history.count else { return }
        if recalled == nil { draft = text }
        stem = nil
        recalled = place < 0 ? nil : place
        editor = LineEditor(recalled.map { history[history.count - 1 - $0] } ?? draft)
    }
}

/// What is remembered between two commands.
struct CommandMemory: Equatable, Sendable {
    private static let longest = 100

    /// Oldest first; none twice in a row.
    private(set) var history: [String] = []
    /// Known once they have been asked for; empty before, and where asking is not allowed.
    var namespaces: [String] = []
    var contexts: [String] = []

    mutating func remember(_ text: String) {
        guard !text.isEmpty, history.last != text else { return }
        history = (history + [text]).suffix(Self.longest)
    }
}
