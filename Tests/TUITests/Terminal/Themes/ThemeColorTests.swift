import Testing

@testable import TUI

struct ThemeColorTests {
    @Test(
        "colors are named, numbered or mixed",
        arguments: [
            ("red", 1), ("bright-red", 9), ("black", 0), ("bright-white", 15), ("0", 0), ("255", 255), ("#ff0000", 196),
            ("#5fafaf", 73), ("#5FB0AE", 73), ("#000000", 16), ("#7f7f7f", 244),
        ])
    func parsed(text: String, expected: Int) {
        #expect(ThemeColor(text)?.number == expected)
    }

    @Test("the terminal's own color has no number")
    func own() {
        #expect(ThemeColor("default") != nil)
        #expect(ThemeColor("default")?.number == nil)
    }

    @Test(
        "what is no color is none",
        arguments: ["", "Red", "purple", "256", "-1", "+1x", "#fff", "#gggggg", "#+12345", "bright-", "bright-default"])
    func rejected(text: String) {
        #expect(ThemeColor(text) == nil)
    }

    @Test("with fewer colors the hue stays, and gray is dim where there is none")
    func reduced() {
        #expect(look("#af0000", .sixteen) == Look(foreground: ANSI.red))
        #expect(look("#5fafaf", .sixteen) == Look(foreground: ANSI.cyan))
        #expect(look("#808080", .sixteen) == Look(foreground: ANSI.brightBlack))
        #expect(look("#808080", .eight) == Look(isDim: true))
        #expect(look("bright-red", .eight) == Look(foreground: ANSI.red, isBold: true))
        #expect(ThemeColor("bright-red")?.applied(to: Look(isBold: true), at: .none) == Look(isBold: true))
    }

    @Test("a role gets the user's color on the page and on a background of the theme's own, not in reverse")
    func changed() throws {
        let theme = Theme.standard.withColor(try #require(ThemeColor("200")), for: .quiet)
        let palette = Palette(theme: theme, depth: .many, hasDim: true)
        #expect(palette.look(for: Style(.quiet)) == Look(foreground: 200))
        #expect(palette.look(for: Style(.quiet, on: .selection)) == Look(foreground: 200, background: 236))
        #expect(palette.look(for: Style(.text)) == Look())
        let few = Palette(theme: theme, depth: .eight, hasDim: true)
        #expect(few.look(for: Style(.quiet, on: .selection)) == Look(isReversed: true))
    }

    private func look(_ color: String, _ depth: ColorDepth) -> Look? {
        ThemeColor(color)?.applied(to: Look(isDim: true), at: depth)
    }
}
