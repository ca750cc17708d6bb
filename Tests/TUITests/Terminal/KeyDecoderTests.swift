import Testing

@testable import TUI

struct KeyDecoderTests {
    @Test(
        "characters and controls become keys",
        arguments: [
            ("aé日", [Key.character("a"), .character("é"), .character("日")]), ("\r", [.enter]), ("\n", [.enter]),
            ("\t", [.tab]), ("\u{8}\u{7F}", [.backspace, .backspace]), ("\u{1B}", [.escape]),
            ("\u{3}\u{1A}", [.control("c"), .control("z")]), ("\u{0}\u{1F}", [.control("@"), .control("_")]),
            ("\u{9B}", []),
        ])
    func characters(typed: String, expected: [Key]) {
        #expect(keys([typed]) == expected)
    }

    @Test(
        "a sequence that ncurses does not know is no key, and Alt is Esc",
        arguments: [
            ("\u{1B}[I", []), ("\u{1B}[1;5Cx", [Key.character("x")]), ("\u{1B}OPx", [.character("x")]),
            ("\u{1B}x", [.escape, .character("x")]), ("\u{1B}[", [.escape, .character("[")]), ("\u{1B}[1;5", []),
        ])
    func sequences(typed: String, expected: [Key]) {
        #expect(keys([typed]) == expected)
    }

    @Test("a paste is one key, in whatever parts it arrives")
    func paste() {
        var decoder = KeyDecoder()
        #expect(decoder.keys(for: [.pasteStart] + typed("on")) == [])
        #expect(decoder.keys(for: typed("e\rtwo") + [.key(.up)]) == [])
        #expect(decoder.keys(for: [.pasteEnd] + typed("q")) == [.paste("one\ntwo"), .character("q")])
    }

    @Test("Ctrl-C ends a paste whose end was lost")
    func lostEnd() {
        var decoder = KeyDecoder()
        #expect(decoder.keys(for: [.pasteStart] + typed("x\u{3}q")) == [.control("c"), .character("q")])
        #expect(decoder.keys(for: [.pasteEnd]) == [])
    }

    @Test("the mouse is heard between keys, and not within a paste")
    func mouse() {
        var decoder = KeyDecoder()
        let wheel = Key.mouse(MouseEvent(.wheelDown, x: 79, y: 0))
        #expect(
            decoder.keys(for: typed("a") + [.key(wheel)] + typed("b")) == [.character("a"), wheel, .character("b")])
        #expect(decoder.keys(for: [.pasteStart, .key(wheel)] + typed("b") + [.pasteEnd]) == [.paste("b")])
    }

    private func keys(_ reads: [String]) -> [Key] {
        var decoder = KeyDecoder()
        return reads.flatMap { decoder.keys(for: typed($0)) }
    }

    private func typed(_ text: String) -> [Typed] {
        text.unicodeScalars.map { .character($0.value) }
    }
}
