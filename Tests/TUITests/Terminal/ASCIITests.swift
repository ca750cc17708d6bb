import Glibc
import Testing

@testable import TUI

struct ASCIITests {
    @Test(
        "every character has one of ASCII",
        arguments: zip("●◐✗○✓─…▲▼›é日a ", "*~xo+-.^v>e?a "))
    func replaced(character: Character, expected: Character) {
        #expect(asciiCharacter(for: character) == expected)
    }

    @Test("every bar has its own, and a series keeps its shape")
    func bars() {
        #expect(String("▁▂▃▄▅▆▇█".map(asciiCharacter)) == "_.-=+*%#")
    }

    @Test("the Linux console shows letters and frames, and signs as ASCII")
    func console() {
        #expect(String("●é─│日✗…".map(Repertoire.console.character)) == "*é─│日x.")
    }

    @Test("what takes two columns still does", arguments: [Repertoire.unicode, .console, .ascii])
    func widths(repertoire: Repertoire) {
        setlocale(LC_CTYPE, "C.UTF-8")
        for character in "a日é🇫🇷👨‍👩‍👧❤\u{FE0F}●שم" {
            let cell = Cell(character: character, width: displayWidth(of: character))
            let columns = columns(of: cell, repertoire)
            let widths = columns.map { $0.reduce(0) { $0 + $1.width } }
            #expect(widths.reduce(0, +) == cell.width, "\(character)")
        }
    }
}
