import Testing

@testable import TUI

struct PaletteTests {
    @Test(
        "on a background of its own every text has another foreground, whatever the user changes",
        arguments: Theme.all, ColorDepth.allCases)
    func foregroundDiffers(theme: Theme, depth: ColorDepth) {
        let colors = ["", "default", "black", "16", "23", "bright-white", "231", "#3a3a3a"].map(ThemeColor.init)
        for (color, role) in colors.flatMap({ color in Role.allCases.map { (color, $0) } }) {
            let changed = color.map { theme.withColor($0, for: role) } ?? theme
            for surface in Surface.allCases {
                for isDimmed in [false, true] {
                    let palette = Palette(theme: changed, depth: depth, hasDim: !isDimmed)
                    let look = palette.look(for: Style(role, on: surface, dimmed: isDimmed))
                    guard let background = look.background else { continue }
                    #expect(look.foreground != nil && look.foreground != background)
                    #expect(!look.isReversed)
                }
            }
        }
    }

    @Test("without color there is none")
    func colorless() {
        for surface in Surface.allCases {
            for role in Role.allCases {
                let palette = Palette(theme: .standard, depth: .none, hasDim: false)
                let look = palette.look(for: Style(role, on: surface, dimmed: true))
                #expect(look.foreground == nil && look.background == nil)
            }
        }
    }

    @Test("every surface differs from the page and from the others", arguments: Theme.all, ColorDepth.allCases)
    func surfacesDiffer(theme: Theme, depth: ColorDepth) {
        let palette = Palette(theme: theme, depth: depth, hasDim: true)
        let looks = [Surface.page, .dialog, .button].map { palette.look(for: Style(on: $0)) }
        #expect(Set(looks).count == 3)
        #expect(palette.look(for: Style(on: .selection)) != looks[0])
    }

    @Test(
        "a surface is one area: its background is the same whatever the role",
        arguments: Theme.all, ColorDepth.allCases)
    func oneBackground(theme: Theme, depth: ColorDepth) {
        let palette = Palette(theme: theme, depth: depth, hasDim: true)
        for surface in Surface.allCases {
            let looks = Role.allCases.map { palette.look(for: Style($0, on: surface)) }
            #expect(Set(looks.map(\.background)).count == 1)
            #expect(Set(looks.map(\.isReversed)).count == 1)
        }
    }

    @Test("plain text on the page has the terminal's own colors", arguments: ColorDepth.allCases)
    func plainText(depth: ColorDepth) {
        #expect(Palette(theme: .standard, depth: depth, hasDim: true).look(for: Style()) == Look())
    }

    @Test("what is dimmed is gray where the terminal cannot dim")
    func dimmed() {
        let style = Style(.healthy, dimmed: true)
        let looks = [true, false].map { Palette(theme: .standard, depth: .many, hasDim: $0).look(for: style) }
        #expect(looks == [Look(foreground: 2, isDim: true), Look(foreground: 8)])
    }

    @Test("the number of colors decides", arguments: [(0, ColorDepth.none), (8, .eight), (88, .sixteen), (256, .many)])
    func depth(colors: Int, expected: ColorDepth) {
        #expect(ColorDepth(colors: colors) == expected)
    }
}
