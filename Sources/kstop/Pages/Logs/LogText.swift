/// Without the terminal's control sequences (ECMA-48: ESC [ … final byte, ESC ] … BEL or ST, ESC and one more), with
/// which many programs color their logs; what is left is still data and is neutralised by the screen.
func withoutEscapeSequences(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return text }
    var kept = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
        if scalar == "\u{1B}" { skipSequence(&rest) } else { kept.append(scalar) }
    }
    return String(kept)
}

private func skipSequence(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.popFirst() {
    case "[":
        while let scalar = rest.popFirst(), !("@"..."~").contains(scalar) {}
    case "]":
        while let scalar = rest.popFirst(), scalar != "\u{07}", scalar != "\u{1B}" {}
        if rest.first == "\\" { rest.removeFirst() }
    default: break
    }
}
