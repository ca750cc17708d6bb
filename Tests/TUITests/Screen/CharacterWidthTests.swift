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

    @Test("the ranges ascend, as the search needs")
    func ranges() {
        for (range, next) in zip(wideRanges, wideRanges.dropFirst()) {
            #expect(range.upperBound < next.lowerBound)
        }
    }
}
