/// A key press as the terminal reports it.
package enum Key: Hashable, Sendable {
    /// A printable character; Shift is in the character itself.
    case character(Character)
    /// Ctrl with a lower-case letter or one of `@[\]^_`.
    case control(Character)
    case enter, escape, tab, backTab, backspace, delete
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
    /// Text pasted into the terminal, between bracketed-paste marks.
    case paste(String)
}
