import Testing

@testable import TUI

struct StyledTextWrappingTests {
    @Test(
        "a log line is broken anywhere and loses nothing",
        arguments: [
            ("", 4, 0, [""]), ("abcd", 4, 0, ["abcd"]), ("abcdefghi", 4, 0, ["abcd", "efgh", "i"]),
            ("abc def", 4, 0, ["abc ", "def"]), ("abcdefghi", 4, 2, ["abcd", "  ef", "  gh", "  i"]),
            ("a日本", 2, 0, ["a", "日", "本"]), ("日本", 1, 0, ["日", "本"]), ("abc", 0, 9, ["a", "b", "c"]),
        ])
    func characters(text: String, width: Int, indent: Int, expected: [String]) {
        #expect(StyledText(text).wrapped(to: width, indent: indent).map(\.text) == expected)
    }

    @Test(
        "a sentence is broken at blanks",
        arguments: [
            ("", 5, [""]), ("two pods share", 9, ["two pods ", "share"]), ("two pods share", 8, ["two pods", "share"]),
            ("a verylongword b", 6, ["a ", "verylo", "ngword", "b"]), ("   verylong", 6, ["   ver", "ylong"]),
            ("x 日本 y", 6, ["x 日本", "y"]), ("日本", 1, ["日", "本"]),
        ])
    func words(text: String, width: Int, expected: [String]) {
        #expect(StyledText(text).wordWrapped(to: width).map(\.text) == expected)
    }

    @Test("styles stay with their letters")
    func styles() {
        let text = StyledText("ab", .quiet) + StyledText("cd", .failed)
        #expect(text.wrapped(to: 3) == [StyledText("ab", .quiet) + StyledText("c", .failed), StyledText("d", .failed)])
    }
}
