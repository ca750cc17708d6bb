import Testing

@testable import TUI

struct KeyDecoderTests {
    @Test(
        "characters and controls become keys",
        arguments: [
            ("aé日", [Key.character("a"), .character("é"), .character("日")]), ("\r", [.enter]), ("\n", [.enter]),
            ("\t", [.tab]), ("\u{8}\u{7F}", [.backspace, .backspace]), ("\u{1B}", [.escape]),
            ("\u{3}\u{1A}", [.control("c"), .control("z")]), ("\u{0}\u{1F}", [.control("@"), .control("_")]),
            ("\u{9B}", []), ("\u{1B}\u{1B}", [.escape, .escape]),
        ])
    func characters(typed: String, expected: [Key]) {
        #expect(keys(typed) == expected)
    }

    @Test(
        "a sequence that ncurses does not know is no key, and Alt is Esc",
        arguments: [
            ("\u{1B}[I", []), ("\u{1B}[1;5Cx", [Key.character("x")]), ("\u{1B}OPx", [.character("x")]),
            ("\u{1B}x", [.escape, .character("x")]), ("\u{1B}[1;5", []), ("\u{1B}[[Ax", [.character("x")]),
            ("\u{1B}[?1;2\u{1B}[Ix", [.character("x")]), ("\u{1B}[1éx", [.character("x")]),
        ])
    func sequences(typed: String, expected: [Key]) {
        #expect(keys(typed) == expected)
    }

    private static let samples = [
        "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}", "\u{1B}]10;rgb:ff/t/r\u{1B}\\", "\u{1B}P>|tmux 3.3a\u{1B}\\",
        "\u{1B}P1+r544e=787465726d\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^tr\r\u{1B}\\", "\u{1B}Xtr\u{1B}\\",
        "\u{1B}]52;c;dHI=\u{1B}\\", "\u{1B}[?62;22c", "\u{1B}[>41;354;0c", "\u{1B}[24;80R", "\u{1B}[?2026;2$y",
        "\u{1B}[8;36;110t", "\u{1B}[?0u", "\u{1B}[I", "\u{1B}[O", "\u{1B}]l\u{1B}x\r\u{1B}\\", "\u{1B}[0n",
    ]

    @Test("what a terminal answers is no key", arguments: samples)
    func answers(answer: String) {
        #expect(keys("a\(answer)b") == [.character("a"), .character("b")])
    }

    @Test("an answer is none either if it arrives in parts", arguments: samples)
    func answersInParts(answer: String) {
        let characters = Array(answer.unicodeScalars)
        for cut in 1..<characters.count {
            var decoder = KeyDecoder()
            let first = decoder.keys(for: typed(characters[..<cut]), at: .zero)
            // Nobody can tell an Esc that is followed by nothing from the key.
            #expect(first == (cut == 1 ? [.escape] : []))
            #expect(decoder.keys(for: typed(characters[cut...]), at: .milliseconds(40)) == [])
            #expect(decoder.keys(for: typed("b"), at: .milliseconds(40)) == [.character("b")])
        }
    }

    @Test("an answer in eight bits is one where no UTF-8 is spoken")
    func eightBits() {
        let answers = [
            "\u{9D}11;rgb:1e/t\u{9C}", "\u{90}>|t\u{9C}", "\u{9B}?62c", "\u{9F}t\u{7}", "\u{8F}P", "\u{98}r\u{9C}",
        ]
        for answer in answers {
            var decoder = KeyDecoder(hasEightBitControls: true)
            #expect(decoder.keys(for: typed(answer) + typed("b"), at: .zero) == [.character("b")])
        }
        #expect(keys("\u{9D}j") == [.character("j")])
    }

    @Test("a string without an end is given up after a second and a pause")
    func endlessString() {
        var decoder = KeyDecoder()
        #expect(decoder.keys(for: typed("\u{1B}]11;rgb"), at: .zero) == [])
        #expect(decoder.keys(for: typed("r"), at: .milliseconds(900)) == [])
        // Nothing says that this is not the rest of it.
        #expect(decoder.keys(for: typed("t"), at: .milliseconds(1040)) == [])
        #expect(decoder.keys(for: typed("j"), at: .milliseconds(1190)) == [.character("j")])
    }

    @Test("a string is given up after 64 KiB and a pause, and takes no more memory")
    func longString() {
        var decoder = KeyDecoder()
        let text = typed("\u{1B}P") + Array(repeating: .character(0x72), count: KeyDecoder.longestString)
        #expect(decoder.keys(for: text, at: .zero) == [])
        #expect(decoder.keys(for: typed("t"), at: .milliseconds(149)) == [])
        #expect(decoder.keys(for: typed("j"), at: .milliseconds(299)) == [.character("j")])
    }

    @Test("Ctrl-C ends a string whose end was lost")
    func controlC() {
        #expect(keys("\u{1B}]11;r\u{3}q") == [.control("c"), .character("q")])
    }

    @Test("a sequence without an end is given up after a second")
    func endlessSequence() {
        for beginning in ["\u{1B}[", "\u{1B}O", "\u{1B}[1;", "\u{1B}[M "] {
            var decoder = KeyDecoder()
            #expect(decoder.keys(for: typed(beginning), at: .zero) == [])
            #expect(decoder.keys(for: typed("j"), at: .seconds(1)) == [.character("j")])
        }
    }

    @Test("a key after Esc is one if it was not sent together with it")
    func escapeAndKey() {
        var decoder = KeyDecoder()
        #expect(decoder.keys(for: typed("\u{1B}"), at: .zero) == [.escape])
        #expect(decoder.keys(for: typed("P"), at: .milliseconds(50)) == [.character("P")])
    }

    @Test("a key that ncurses knows ends what was begun")
    func knownKey() {
        var decoder = KeyDecoder()
        #expect(decoder.keys(for: typed("\u{1B}[1") + [.key(.up)] + typed("x"), at: .zero) == [.up, .character("x")])
        #expect(decoder.keys(for: typed("\u{1B}") + [.key(.up)], at: .zero) == [.escape, .up])
    }

    @Test("a paste is one key, in whatever parts it arrives")
    func paste() {
        var decoder = KeyDecoder()
        #expect(decoder.keys(for: [.pasteStart] + typed("on"), at: .zero) == [])
        #expect(decoder.keys(for: typed("e\rtwo") + [.key(.up)], at: .milliseconds(999)) == [])
        #expect(
            decoder.keys(for: [.pasteEnd] + typed("q"), at: .milliseconds(1990)) == [
                .paste("one\ntwo"), .character("q"),
            ])
    }

    @Test("a paste whose marks arrive in parts is one key")
    func cutPaste() {
        let text = Array("\u{1B}[200~r\t\r\u{1B}[201~".unicodeScalars)
        for cut in 1..<text.count {
            var decoder = KeyDecoder()
            let first = decoder.keys(for: typed(text[..<cut]), at: .zero)
            let second = decoder.keys(for: typed(text[cut...]), at: .milliseconds(40))
            #expect(first + second == (cut == 1 ? [.escape] : []) + [.paste("r\t\n")])
        }
    }

    @Test("Ctrl-C ends a paste whose end was lost")
    func lostEnd() {
        var decoder = KeyDecoder()
        #expect(decoder.keys(for: [.pasteStart] + typed("x\u{3}q"), at: .zero) == [.control("c"), .character("q")])
        #expect(decoder.keys(for: [.pasteEnd], at: .zero) == [])
    }

    @Test("a paste whose end was lost ends by itself after a second")
    func endlessPaste() {
        var decoder = KeyDecoder()
        #expect(decoder.delay(at: .zero) == nil)
        #expect(decoder.keys(for: [.pasteStart] + typed("radarr"), at: .zero) == [])
        #expect(decoder.delay(at: .milliseconds(300)) == .milliseconds(700))
        #expect(decoder.keys(for: [], at: .milliseconds(999)) == [])
        #expect(decoder.keys(for: [], at: .seconds(1)) == [.paste("radarr")])
        #expect(decoder.delay(at: .seconds(1)) == nil)
    }

    @Test("of a paste without measure, 64 KiB are kept")
    func longPaste() {
        var decoder = KeyDecoder()
        let text = Array(repeating: Typed.character(0x78), count: KeyDecoder.longestPaste + 5)
        let keys = decoder.keys(for: [.pasteStart] + text + [.pasteEnd], at: .zero)
        #expect(keys == [.paste(String(repeating: "x", count: KeyDecoder.longestPaste))])
    }

    @Test(
        "the mouse is heard between keys, in numbers or in characters, and not within a paste",
        arguments: [("\u{1B}[<65;80;1M", 79, 0), ("\u{1B}[Ma1!", 16, 0), ("\u{1B}[Ma!\u{7F}", 0, 94)])
    func mouse(report: String, x: Int, y: Int) {
        let wheel = Key.mouse(MouseEvent(.wheelDown, x: x, y: y))
        #expect(keys("a\(report)b") == [.character("a"), wheel, .character("b")])
        #expect(keys("\u{1B}[200~\(report)\u{1B}[201~") == [.paste(report)])
    }

    @Test(
        "what tells of the mouse and is no press is no key",
        arguments: [
            "\u{1B}[<0;10;5m", "\u{1B}[<0;0;5M", "\u{1B}[<0;-9223372036854775808;5M", "\u{1B}[<0;10M",
            "\u{1B}[<0;99999999999999999999;1M", "\u{1B}[M   ",
        ])
    func noPress(report: String) {
        #expect(keys("\(report)b") == [.character("b")])
    }

    @Test("what ncurses takes for a key is a number in a report of the mouse")
    func keyInReport() {
        var decoder = KeyDecoder()
        let report = typed("\u{1B}[Ma") + [.key(.backspace)] + typed("!b")
        #expect(decoder.keys(for: report, at: .zero) == [.character("b")])
    }

    private func keys(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.keys(for: typed(text), at: .zero)
    }

    private func typed(_ text: String) -> [Typed] { typed(text.unicodeScalars) }

    private func typed(_ scalars: some Sequence<Unicode.Scalar>) -> [Typed] { scalars.map { .character($0.value) } }
}
