import TUI
import Testing
import Words

@testable import kstop

struct ConfiguredKeysTests {
    @Test(
        "an entry that will not do is told where it stands",
        arguments: [
            ("{keys: []}", "f:1:8: keys must be an object in braces, not a list"),
            ("{keys: {log: 'x'}}", "f:1:9: there is no action \"log\"; did you mean \"logs\"?"),
            ("{keys: {Quit: 'x'}}", "f:1:9: there is no action \"Quit\"; did you mean \"quit\"?"),
            ("{keys: {logs: 5}}", "f:1:15: logs must be the name of a key, or a list of such names, not 5"),
            (
                "{keys: {logs: ['Z', {}]}}",
                "f:1:21: logs must be the name of a key, or a list of such names, not an object"
            ),
            ("{keys: {logs: 'C-c'}}", "f:1:15: Ctrl-C always quits and can do nothing else"),
            ("{keys: {logs: 'r'}}", "f:1:15: r is also the key of \"restart\""),
            ("{keys: {follow: 't'}}", "f:1:17: t is also the key of \"timestamps\""),
            ("{keys: {command: 't'}}", "f:1:18: t is also the key of \"token\", \"timestamps\""),
            ("{keys: {logs: 'Z',\n token: ['Q', 'Z']}}", "f:2:15: Z is also the key of \"logs\""),
            ("{keys: {restart: 'Z', restart: 'Q'}}", "f:1:23: \"restart\" is already in line 1"),
        ])
    func refused(text: String, expected: String) {
        #expect(ConfigurationTests.problems(text) == [expected])
    }

    @Test("a key that there is none is told with what keys there are")
    func unknownKey() {
        let problems = ConfigurationTests.problems("{keys: {logs: 'Alt-x'}}")
        #expect(problems.count == 1)
        let beginning = "f:1:15: there is no key \"Alt-x\"; a key is a character, or one like Ctrl-A, F1, Enter, Esc"
        #expect(problems.first?.hasPrefix(beginning) == true)
    }

    @Test(
        "keys may change places, be none, and mean different things on different pages",
        arguments: [
            "{keys: {logs: 'r', restart: 'l'}}", "{keys: {quit: [], help: []}}", "{keys: {wrap: 'b'}}",
            "{keys: {logs: ['l', 'l', 'O']}}",
        ])
    func allowed(text: String) {
        #expect(ConfigurationTests.problems(text) == [])
    }
}

struct KeyNameTests {
    /// All that terminals report, but for pastes.
    private static let keys: [Key] = {
        var keys: [Key] = [
            .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
        ]
        keys += [.pageUp, .pageDown]
        keys += (1...63).map { Key.function($0) }
        keys += (0x20..<0x7F).map { Key.character(Character(Unicode.Scalar($0))) }
        keys += "éß漢Ж€".map { Key.character($0) }
        keys += "abdefgklnopqrstuvwxyz@\\]^_".map { Key.control($0) }
        return keys
    }()

    @Test("every key is known by its name", arguments: keys)
    func roundTrip(key: Key) {
        #expect(Key(name: key.name) == key)
    }

    @Test("the usual keys of the keymap, too")
    func keymap() {
        let keys = Keymap.standard.flatMap(\.keys)
        #expect(keys.map { Key(name: $0.name) } == keys)
    }

    @Test(
        "names may be written in many ways",
        arguments: [
            ("ctrl-r", Key.control("r")), ("C-r", .control("r")), ("^R", .control("r")), ("Control-R", .control("r")),
            ("Ctrl+r", .control("r")), ("ctrl-space", .control("@")), ("Ctrl-I", .tab), ("^M", .enter), ("^[", .escape),
            ("^h", .backspace), ("ESC", .escape), ("escape", .escape), ("PgUp", .pageUp), ("pageup", .pageUp),
            ("Page-Down", .pageDown), ("return", .enter), ("space", .character(" ")), ("backtab", .backTab),
            ("Shift-Tab", .backTab), ("shift-n", .character("N")), ("f12", .function(12)), ("delete", .delete),
            ("^", .character("^")), ("-", .character("-")), ("R", .character("R")),
        ])
    func spellings(name: String, expected: Key) {
        #expect(Key(name: name) == expected)
    }

    @Test(
        "what no terminal reports is no key",
        arguments: [
            "", "ab", "Ctrl-", "Ctrl-1", "C-é", "Ctrl-ab", "F0", "F64", "F+1", "F01", "Alt-x", "Shift-", "Shift-1",
            "Shift-Up", "\n", "\u{1B}", "\u{301}", "\u{200B}", "Ctrl-Shift-a", "paste",
        ])
    func unknown(name: String) {
        #expect(Key(name: name) == nil)
    }
}
