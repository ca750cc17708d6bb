import Testing

@testable import TUI

struct BrushTests {
    private static let link = Style(.accent)
    private static let chosen = Style(.accent, on: .selection)

    @Test("a few blanks keep the look of what stands before them")
    func few() {
        #expect(style(ofBlankIn: [("one", Self.link), ("   ", Style()), ("two", Style(.failed))]) == Self.link)
        #expect(
            style(ofBlankIn: [("one", Self.chosen), (" ", Style(on: .selection)), ("two", Style())]) == Self.chosen)
    }

    @Test("many are plain, and so are those at either end, which the terminal can clear")
    func many() {
        let many = String(repeating: " ", count: 11)
        #expect(style(ofBlankIn: [("one", Self.link), (many, Style()), ("two", Self.link)]) == Style())
        #expect(style(ofBlankIn: [("one", Self.link), ("  ", Style(.accent))]) == Style())
        #expect(style(ofBlankIn: [("  ", Style(.accent)), ("one", Self.link)]) == Style())
    }

    @Test("what would be seen of it stays what it is")
    func seen() {
        let underlined = Style(.text, underlined: true)
        #expect(style(ofBlankIn: [("one", Self.chosen), (" ", Style()), ("two", Style())]) == Style())
        #expect(style(ofBlankIn: [("one", underlined), (" ", Style()), ("two", Style())]) == Style())
        #expect(style(ofBlankIn: [("one", Self.link), (" ", underlined), ("two", Style())]) == underlined)
        let button = Style(.accent, on: .button)
        #expect(style(ofBlankIn: [("one", Self.link), (" ", button), ("two", button)]) == button)
        // Without colors a selection is reversed.
        let plain = Style(on: .selection)
        #expect(style(ofBlankIn: [("one", Style()), (" ", plain), ("two", plain)], .none) == plain)
    }

    /// Of the first blank.
    private func style(ofBlankIn parts: [(String, Style)], _ depth: ColorDepth = .many) -> Style? {
        let row = parts.flatMap { text, style in text.unicodeScalars.map { Cell($0, style) } }
        let brush = Brush(palette: Palette(theme: .standard, depth: depth, hasDim: true), repertoire: .unicode)
        return row.firstIndex(where: \.isBlank).map { brush.style(ofBlankAt: $0, in: row[...]) }
    }
}
