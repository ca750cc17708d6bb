import Testing

@testable import TUI

struct CharacterWidthTests {
    @Test(
        "a text takes the columns that a terminal gives it",
        arguments: [
            ("", 0), ("radarr", 6), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
            ("● ◐ ✗ ○ ✓ ─ … ·", 15), ("🚀", 2), ("👨‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇫🇷", 2), ("🇫🇷🇩🇪", 4), ("❤", 1), ("❤\u{FE0F}", 2),
            ("1\u{FE0F}\u{20E3}", 2), ("क्षि", 3), ("\u{3000}", 2), ("\u{2FFFD}", 2),
        ])
    func width(text: String, expected: Int) {
        #expect(displayWidth(of: text) == expected)
    }

    @Test("a character alone is as wide as in a text")
    func characters() {
        #expect(displayWidth(of: Character("日")) == 2)
        #expect(displayWidth(of: Character("a")) == 1)
    }

    @Test("simple characters are what they would be if looked at closely, whatever stands beside them")
    func simple() {
        let scalars = (0x20...0x2FFF).compactMap { Unicode.Scalar($0 as UInt32) }.filter(\.isSimple)
        #expect(scalars.count > 600)
        for step in [1, 7, 130, 301] {
            let text = String(String.UnicodeScalarView(scalars.indices.map { scalars[$0 * step % scalars.count] }))
            let glyphs = Array(Glyphs(text))
            #expect(glyphs == text.unicodeScalars.map { Glyph(character: Character($0), width: 1) })
        }
        for hard in ["e\u{301}", "日", "\u{AD}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{85}", "\t", "◽", "❤"] {
            #expect(!isSimple(hard))
        }
    }

    @Test("the ranges ascend, as the search needs")
    func ranges() {
        for (range, next) in zip(wideRanges, wideRanges.dropFirst()) {
            #expect(range.upperBound < next.lowerBound)
        }
    }
}
