import Testing

@testable import TUI

struct LineEditorTests {
    @Test(
        "each key edits the text where the cursor is; | is the cursor",
        arguments: [
            ("ab|", [Key.character("c")], "abc|"),
            ("ab|cd", [.character("日")], "ab日|cd"),
            ("ab|cd", [.backspace], "a|cd"),
            ("|cd", [.backspace], "|cd"),
            ("ab|cd", [.delete], "ab|d"),
            ("ab|", [.delete], "ab|"),
            ("one two  |x", [.control("w")], "one |x"),
            ("one|", [.control("w"), .control("w")], "|"),
            ("ab|cd", [.control("u")], "|cd"),
            ("ab|cd", [.control("k")], "ab|"),
            ("ab|cd", [.left, .left, .left], "|abcd"),
            ("ab|cd", [.right, .right, .right], "abcd|"),
            ("ab|cd", [.home], "|abcd"),
            ("ab|cd", [.end], "abcd|"),
            ("ab|cd", [.control("a"), .character("x")], "x|abcd"),
            ("ab|cd", [.control("e"), .character("x")], "abcdx|"),
            ("🇫🇷e\u{301}|", [.backspace, .backspace], "|"),
            ("a|b", [.paste("1\n2\u{1B}[3m\n")], "a1 2^[[3m|b"),
            ("e|", [.character("\u{301}")], "é|"),
        ])
    func edit(start: String, keys: [Key], expected: String) {
        var editor = editor(start)
        for key in keys {
            let isEditing = editor.handle(key)
            #expect(isEditing)
        }
        #expect(shown(editor) == expected)
    }

    @Test(
        "keys of the page are left to it",
        arguments: [Key.enter, .escape, .tab, .up, .control("c"), .function(1), .mouse(MouseEvent(.press, x: 0, y: 0))])
    func notEditing(key: Key) {
        var editor = LineEditor("text")
        let isEditing = editor.handle(key)
        #expect(!isEditing)
        #expect(editor == LineEditor("text"))
    }

    @Test("4096 bytes are taken, and it says when there was more", arguments: ["x", "é", "日"])
    func full(character: Character) {
        var editor = LineEditor()
        let count = LineEditor.longest / character.utf8.count
        for _ in 0..<count { _ = editor.handle(.character(character)) }
        #expect(!editor.isFull)
        let isEditing = editor.handle(.character(character))
        #expect(isEditing && editor.isFull)
        #expect(editor.text.count == count)
        _ = editor.handle(.backspace)
        #expect(!editor.isFull)
    }

    @Test("of a paste, what there is room for is taken")
    func longPaste() {
        var editor = LineEditor("some")
        _ = editor.handle(.paste(String(repeating: "日", count: 5000)))
        #expect(editor.isFull)
        #expect(editor.text.count == 4 + (LineEditor.longest - 4) / 3)
    }

    private func editor(_ text: String) -> LineEditor {
        let parts = text.split(separator: "|", omittingEmptySubsequences: false)
        var editor = LineEditor(parts.joined())
        for _ in parts[1] { _ = editor.handle(.left) }
        return editor
    }

    private func shown(_ editor: LineEditor) -> String {
        editor.text.prefix(editor.cursor) + "|" + editor.text.dropFirst(editor.cursor)
    }
}
