/// Shows screens on a terminal that cannot place its cursor: as lines, one screen after the other. What a key asked for
/// is printed at once; what happens by itself is printed now and then, so that what is being read stays where it is.
struct Teletype: Sendable {
    private struct Printed {
        var text: String
        var time: Duration
        /// How long nothing follows that no key has asked for.
        var pause: Duration
    }

    private let repertoire: Repertoire
    private var printed: Printed?
    /// What is to be printed as soon as it may.
    private var waiting: String?
    private var isAsked = true

    init(repertoire: Repertoire) { self.repertoire = repertoire }

    /// A key was pressed, or the terminal was used by others: the next screen is wanted at once.
    mutating func ask() { isAsked = true }

    /// Takes a screen to be printed, in place of one that still waits.
    mutating func show(_ screen: Screen) {
        let text = plainText(of: screen, repertoire)
        let isNews = printed.map { withoutCounts($0.text) != withoutCounts(text) } ?? true
        waiting = isAsked || isNews ? text : nil
    }

    /// In what time something may be printed; nil: nothing waits for it.
    func delay(at now: Duration) -> Duration? {
        guard waiting != nil else { return nil }
        guard !isAsked, let printed else { return .zero }
        return max(.zero, printed.time + printed.pause - now)
    }

    /// What is to be sent now; nil: nothing. `now` is the time since any fixed moment.
    mutating func output(at now: Duration) -> String? {
        guard delay(at: now) == .zero, let text = waiting else { return nil }
        let separator = printed == nil ? "" : String(repeating: "-", count: 40) + "\n"
        // What a key has asked for often comes a moment after the key, as a log does.
        printed = Printed(text: text, time: now, pause: isAsked ? .seconds(1) : .seconds(10))
        waiting = nil
        isAsked = false
        return separator + text
    }
}

/// A text without what changes all the time by itself, ages and other numbers, and without the blanks that make up for
/// their width.
private func withoutCounts(_ text: String) -> String {
    var rest = ""
    var last: Character = " "
    for character in text {
        let isUnit = last.isNumber && "smhdy".contains(character)
        if !character.isNumber, !isUnit, character != " " { rest.append(character) }
        last = character
    }
    return rest
}
