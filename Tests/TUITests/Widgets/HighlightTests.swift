import Testing

@testable import TUI

struct HighlightTests {
    @Test("a text is found without regard to case, from left to right")
    func matches() {
        let line = StyledText("Error: ", .failed) + StyledText("an ERROR, errors")
        #expect(SearchTerm("error").matches(in: line) == [0..<5, 10..<15, 17..<22])
        #expect(SearchTerm("r: A").matches(in: line) == [4..<8])
        #expect(SearchTerm("nothing").matches(in: line) == [])
        #expect(SearchTerm("").matches(in: line) == [])
        #expect(SearchTerm("aa").matches(in: StyledText("aaaa")) == [0..<2, 2..<4])
    }

    @Test("what the screen shows is what is found")
    func seen() {
        #expect(SearchTerm("^[").matches(in: StyledText("a\u{1B}[m")) == [1..<3])
        #expect(SearchTerm("é").matches(in: StyledText("CAFE\u{301} É")) == [3..<4, 5..<6])
        #expect(SearchTerm("画b").matches(in: StyledText("映画b")) == [1..<3])
    }

    @Test("places are marked, whatever their styles")
    func highlighted() {
        let line = (StyledText("ab", .failed) + StyledText("cd")).highlighted([1..<3], on: .selection)
        #expect(line.spans.map(\.text) == ["a", "b", "c", "d"])
        #expect(line.spans.map(\.style.surface) == [.page, .selection, .selection, .page])
        #expect(line.spans.map(\.style.role) == [.failed, .failed, .text, .text])
    }

    @Test("columns go at the left, and half a wide character becomes a blank")
    func dropping() {
        let line = StyledText("映画b")
        #expect((0...6).map { line.dropping(columns: $0).text } == ["映画b", " 画b", "画b", " b", "b", "", ""])
        #expect(line.column(ofCharacter: 2) == 4)
    }
}
