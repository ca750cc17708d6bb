import TUI

/// How loud a line is.
enum LogLevel: Equatable, Sendable {
    case error, warning, information, debugging

    init?(word: some StringProtocol) {
        switch word.lowercased() {
        case "error", "err", "eror", "fatal", "panic", "exception", "critical", "crit", "alert", "emerg", "severe":
            self = .error
        case "warn", "warning", "wrn": self = .warning
        case "info", "inf", "information", "notice", "note": self = .information
        case "debug", "dbg", "trace", "trc", "verbose", "fine": self = .debugging
        default: return nil
        }
    }

    var role: Role {
        switch self {
        case .error: .failed
        case .warning: .warning
        case .information: .text
        case .debugging: .quiet
        }
    }
}

/// The role of a line: that of the level that it states, else of the first word that is one. Plain where it says
/// nothing of the kind.
func logRole(_ text: String) -> Role {
    // A level stands near the beginning; a long line need not be searched to its end.
    let beginning = text.prefix(200)
    if let level = statedLevel(beginning) { return level.role }
    for word in beginning.split(whereSeparator: { !$0.isLetter }) {
        if tellingWords.contains(word.lowercased()), let level = LogLevel(word: word) { return level.role }
    }
    return .text
}

/// Levels that are hardly ever words of a sentence about something else.
private let tellingWords: Set = [
    "error", "err", "fatal", "panic", "exception", "critical", "warn", "warning", "debug", "trace",
]

/// The level where programs state it: `level=warn`, `"level":"warn"`, `[warn]`, `<warn>`, `(warn)`, klog's `W1123 …`.
private func statedLevel(_ text: Substring) -> LogLevel? {
    if let level = klogLevel(text) { return level }
    if let level = levelOfField(text) { return level }
    var rest = text
    while let opening = rest.firstIndex(where: { "[<(".contains($0) }) {
        rest = rest[rest.index(after: opening)...]
        let word = rest.drop { $0 == " " }.prefix { $0.isLetter }
        let follows = rest[word.endIndex...].drop { $0 == " " }.first
        if let follows, "]>)".contains(follows), let level = LogLevel(word: word) { return level }
    }
    return nil
}

private func levelOfField(_ text: Substring) -> LogLevel? {
    for name in ["level", "lvl", "severity"] {
        guard let place = text.firstRange(of: name) else { continue }
        let rest = text[place.upperBound...].drop { "\" ".contains($0) }
        guard let sign = rest.first, sign == "=" || sign == ":" else { continue }
        let word = rest.dropFirst().drop { "\" ".contains($0) }.prefix { $0.isLetter }
        if let level = LogLevel(word: word) { return level }
    }
    return nil
}

/// klog begins a line with the level's first letter and the date: "E1123 19:07:15".
private func klogLevel(_ text: Substring) -> LogLevel? {
    let word = text.prefix { $0 != " " }
    guard word.count == 5, word.dropFirst().allSatisfy(\.isNumber) else { return nil }
    switch word.first {
    case "E", "F": return .error
    case "W": return .warning
    case "I": return .information
    default: return nil
    }
}
