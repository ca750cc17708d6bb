/// The characters that a terminal can be expected to have pictures of.
enum Repertoire: Sendable {
    case unicode
    /// The Linux console, whose fonts have letters and frames, but hardly any sign: those it lacks look all alike.
    case console
    case ascii

    /// The character itself, or what stands for it, in one column.
    func character(for character: Character) -> Character {
        switch self {
        case .unicode: character
        case .console: signs[character] ?? character
        case .ascii: asciiCharacter(for: character)
        }
    }
}

/// What stands for a character where only ASCII can be shown: one column, so that nothing moves.
func asciiCharacter(for character: Character) -> Character {
    if character.isASCII { return character }
    return signs[character] ?? frames[character] ?? letters[character] ?? "?"
}

private let signs = table([
    ("*", "●•"), ("~", "◐≈"), ("x", "✗✕"), ("o", "○"), ("+", "✓"), ("-", "–—−"), (".", "…"), ("^", "▲↑"), ("v", "▼↓"),
    (">", "›→↵≥"), ("<", "‹←≤"), ("=", "‖"), ("'", "’‘"), ("\"", "“”"), (" ", "\u{202F}"),
    // Bars by their height: each is higher, or blacker, than the one before.
    ("_", "▁"), (".", "▂"), ("-", "▃"), ("=", "▄"), ("+", "▅"), ("*", "▆"), ("%", "▇"), ("#", "█"),
])

private let frames = table([("-", "─"), ("|", "│"), ("+", "├└┌┐┘┤┬┴┼")])

private let letters = table([
    ("x", "×"), (".", "·"), (">", "»"), ("<", "«"), (" ", "\u{A0}"), ("o", "°"),
    ("a", "àâä"), ("c", "ç"), ("e", "éèêë"), ("i", "îï"), ("o", "ôöœ"), ("u", "ùûü"), ("y", "ÿ"),
    ("A", "ÀÂÄ"), ("C", "Ç"), ("E", "ÉÈÊË€"), ("I", "ÎÏ"), ("O", "ÔÖŒ"), ("U", "ÙÛÜ"), ("Y", "Ÿ"),
])

private func table(_ groups: [(Character, String)]) -> [Character: Character] {
    var table: [Character: Character] = [:]
    for (ascii, characters) in groups {
        for character in characters { table[character] = ascii }
    }
    return table
}
