import CTerminal

/// What is known of the terminal without taking it over.
package struct TerminalFacts: Equatable, Sendable {
    /// Whether standard input and output are one.
    package var isAvailable: Bool
    /// Whether terminfo knows TERM, or something that can stand in for it.
    package var isKnown: Bool
    /// The entry of terminfo that is used in the place of one for TERM, of whose kin it is; nil: TERM's own.
    package var standIn: String?
    /// Whether the cursor can be placed; if not, screens are printed as lines.
    package var hasCursor: Bool
    /// As terminfo has it; 0: none.
    package var colors: Int
    /// Whether the locale is written in UTF-8.
    package var isUTF8: Bool

    package init(
        isAvailable: Bool, isKnown: Bool, standIn: String? = nil, hasCursor: Bool, colors: Int, isUTF8: Bool
    ) {
        self.isAvailable = isAvailable
        self.isKnown = isKnown
        self.standIn = standIn
        self.hasCursor = hasCursor
        self.colors = colors
        self.isUTF8 = isUTF8
    }

    /// Of this process' terminal; not while a `Terminal` lives.
    package static func ask() -> TerminalFacts { TerminalFacts(ct_describe()) }

    init(_ description: ct_description) {
        self.init(
            isAvailable: Terminal.isAvailable, isKnown: description.is_known,
            standIn: description.stand_in.map { String(cString: $0) }, hasCursor: description.has_cursor,
            colors: Int(description.colors), isUTF8: description.is_utf8)
    }
}
