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
    /// Only while the terminal has been asked to report them: `Terminal.setMouse`.
    case mouse(MouseEvent)
}

/// What the mouse did, and over which cell.
package struct MouseEvent: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Of the left button; the first half of a double click is one, too.
        case press
        /// The second press in the same cell, shortly after the first.
        case doubleClick
        case wheelUp, wheelDown
    }

    package var kind: Kind
    /// The column, counted from 0 at the left edge of the screen.
    package var x: Int
    /// The row, counted from 0 at the top of the screen.
    package var y: Int

    package init(_ kind: Kind, x: Int, y: Int) {
        self.kind = kind
        self.x = x
        self.y = y
    }
}
