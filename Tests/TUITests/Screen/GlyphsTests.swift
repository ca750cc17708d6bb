import Testing

@testable import TUI

struct GlyphsTests {
    @Test(
        "what controls a terminal or hides becomes visible",
        arguments: [
            ("plain text ~", "plain text ~"),
            ("\u{1B}[2J", "^[[2J"),
            ("\u{0}\u{7}\u{8}", "^@^G^H"),
            ("\u{7F}", "^?"),
            ("\u{9B}31m", "·31m"),
            ("one\ntwo\r\nthree", "one↵two↵three"),
            ("50%\r51%", "50%^M51%"),
            ("\u{85}\u{2028}\u{2029}", "↵↵↵"),
            ("a\tb\t", "a   b   "),
            ("\u{202E}gpj.exe", "·gpj.exe"),
            ("\u{2066}x\u{2069}", "·x·"),
            ("ra\u{200B}darr", "ra·darr"),
            ("ra\u{200D}darr", "ra·darr"),
            ("1\u{200D}", "1·"),
            ("\u{FEFF}start", "·start"),
            ("soft\u{AD}hyphen", "soft·hyphen"),
            ("\u{3164}", "·"),
            ("\u{301}", "·"),
            ("x\u{FE0E}", "x"),
            ("👨‍👩‍👧", "👨‍👩‍👧"),
            ("❤\u{FE0F}", "❤\u{FE0F}"),
            ("👨\u{200D}", "👨"),
            ("🏴\u{E0067}\u{E007F}", "🏴"),
            ("👩\u{200D}\u{200D}\u{D7D1}", "👩·"),
        ])
    func neutralised(text: String, expected: String) {
        #expect(printable(text) == expected)
    }

    @Test(
        "an emoji whose joiner joins nothing is as wide as it is without it",
        arguments: ["👁\u{200D}", "👁\u{328}\u{200D}", "👁" + String(repeating: "\u{328}", count: 20) + "\u{200D}"])
    func danglingJoiner(text: String) {
        #expect(displayWidth(of: text) == displayWidth(of: printable(text)))
    }

    @Test("no control scalar survives, whatever stands around it")
    func everyControl() {
        for value in Array(0..<0x20) + Array(0x7F..<0xA0) + Array(0x200B..<0x2010) + Array(0x202A..<0x202F) {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            for text in ["\(scalar)", "a\(scalar)b", "日\(scalar)\u{301}", "🚀\(scalar)"] {
                #expect(!printable(text).unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test("neutralising twice changes nothing more")
    func idempotent() {
        let text = "a\u{1B}b\u{200D}日e\u{301}\u{202E}🇫🇷\t\u{301}क्षि"
        #expect(printable(printable(text)) == printable(text))
    }

    @Test("of a text of several lines, line feeds and tabs stay")
    func severalLines() {
        #expect(printableLines("a\tb\u{1B}[1m\nc\r\n\u{9B}d\n") == "a\tb^[[1m\nc^M\n·d\n")
        #expect(printableLines("") == "")
    }

    @Test("a character with ten thousand marks is cut")
    func endlessGrapheme() {
        let text = "a" + String(repeating: "\u{301}", count: 10_000) + "b"
        #expect(printable(text).unicodeScalars.count < 30)
        #expect(displayWidth(of: text) == 2)
    }
}
