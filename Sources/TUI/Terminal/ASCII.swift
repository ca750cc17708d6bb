/// What stands for a character where only ASCII can be shown: one column, so that nothing moves.
func asciiCharacter(for character: Character) -> Character {
    if character.isASCII { return character }
    return replacements[character] ?? "?"
}

private let replacements: [Character: Character] = {
    let groups: [(Character, String)] = [
        ("*", "●•"), ("~", "◐"), ("x", "✗✕×"), ("o", "○"), ("+", "✓├└┌┐┘┤┬┴┼"),
        ("-", "─–—"), ("|", "│"), (".", "…·"), ("^", "▲↑"), ("v", "▼↓"),
        (">", "›→»↵"), ("<", "‹←«"), ("#", "█"),
        // Bars by their height: each is higher, or blacker, than the one before.
        ("_", "▁"), (".", "▂"), ("-", "▃"), ("=", "▄"), ("+", "▅"), ("*", "▆"), ("%", "▇"),
        ("'", "’‘"), ("\"", "“”"), (" ", "\u{A0}\u{202F}"),
        ("a", "àâä"), ("c", "ç"), ("e", "éèêë"), ("i", "îï"), ("o", "ôöœ"), ("u", "ùûü"),
        ("A", "ÀÂÄ"), ("C", "Ç"), ("E", "ÉÈÊË"), ("I", "ÎÏ"), ("O", "ÔÖŒ"), ("U", "ÙÛÜ"),
    ]
    var table: [Character: Character] = [:]
    for (ascii, characters) in groups {
        for character in characters { table[character] = ascii }
    }
    return table
}()
