import Testing

@testable import TUI

struct ASCIITests {
    @Test(
        "every character has one of ASCII",
        arguments: zip("●◐✗○✓─…▲▼›é日a ", "*~xo+-.^v>e?a "))
    func replaced(character: Character, expected: Character) {
        #expect(asciiCharacter(for: character) == expected)
    }
}
