import TUI

/// How the lines of a log are written on the page.
enum LogForm: Equatable, Sendable {
    /// As a terminal would show them at last.
    case shown
    /// The same, with JSON written for people, who are so many seconds east of UTC.
    case readable(utcOffset: Int)
    /// Every byte, also those that a terminal would obey.
    case raw
}

/// Without the terminal's control sequences, with which many programs color their logs; what is left is still data and
/// is neutralised by the screen.
func withoutEscapeSequences(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    var kept = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
        if scalar == "\u{1B}" { _ = takeSequence(&rest) } else { kept.append(scalar) }
    }
    return String(kept)
}

/// What a terminal shows of a line in the end: a carriage return has what follows written over the beginning, and "erase
/// in line" (CSI K) empties what it says. Other control sequences are left out.
///
/// The text may be long and have many returns: it takes time in proportion to its length.
func lastState(of text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x1B || $0 == 0x0D }) else { return text }
    var line = OverwrittenLine()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
        if scalar == "\r" || scalar == "\u{1B}" {
            rest.removeFirst()
            line.obey(scalar == "\r" ? .toStart : takeSequence(&rest))
        } else {
            let words = rest.prefix { $0 != "\r" && $0 != "\u{1B}" }
            line.write(words)
            rest = rest[words.endIndex...]
        }
    }
    return line.text
}

/// What a control sequence does to the line in which it stands.
private enum LineControl {
    case nothing, toStart, eraseToEnd, eraseAll
}

/// The rest of a control sequence behind its Esc (ECMA-48: ESC [ … final byte, ESC ] … BEL or ST, ESC and one more).
private func takeSequence(_ rest: inout Substring.UnicodeScalarView) -> LineControl {
    switch rest.popFirst() {
    case "[":
        let parameters = rest.prefix { !("@"..."~").contains($0) }
        rest = rest[parameters.endIndex...]
        switch (rest.popFirst(), String(parameters)) {
        case ("K", ""), ("K", "0"): return .eraseToEnd
        case ("K", "2"): return .eraseAll
        case ("G", ""), ("G", "0"), ("G", "1"): return .toStart
        default: return .nothing
        }
    case "]":
        while let scalar = rest.popFirst(), scalar != "\u{07}", scalar != "\u{1B}" {}
        if rest.first == "\\" { rest.removeFirst() }
        return .nothing
    default: return .nothing
    }
}

/// A line that is written over itself.
private struct OverwrittenLine {
    /// Text that begins in the first column, after so many blanks.
    private struct Pass {
        var indent = 0
        var words = String.UnicodeScalarView()

        var text: String { String(repeating: " ", count: indent) + String(words) }
    }

    /// Each is written over those before it.
    private var earlier: [Pass] = []
    private var current = Pass()

    mutating func write(_ words: Substring.UnicodeScalarView) { current.words.append(contentsOf: words) }

    mutating func obey(_ control: LineControl) {
        switch control {
        case .nothing: break
        case .toStart:
            if !current.words.isEmpty { earlier.append(current) }
            current = Pass()
        // What stood before the cursor is overwritten already.
        case .eraseToEnd: earlier = []
        case .eraseAll:
            earlier = []
            current = Pass(indent: current.indent + displayWidth(of: String(current.words)))
        }
    }

    /// Of each pass, what the later ones have left of it.
    var text: String {
        var text = current.text
        var width = displayWidth(of: text)
        for pass in earlier.reversed() {
            let written = pass.text
            let columns = displayWidth(of: written)
            guard columns > width else { continue }
            text += StyledText(written).dropping(columns: width).text
            width = columns
        }
        return text
    }
}
