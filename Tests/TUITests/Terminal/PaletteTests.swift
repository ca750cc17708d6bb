import Testing

@testable import TUI

struct PaletteTests {
    @Test("on a background of its own every text has a foreground of its own", arguments: Surface.allCases)
    func explicitForeground(surface: Surface) {
        for depth in ColorDepth.allCases {
            for role in Role.allCases {
                let look = Palette(depth: depth, hasDim: true).look(for: Style(role, on: surface))
                #expect(look.background == nil || look.foreground != nil)
            }
        }
    }

    @Test("without color there is none")
    func colorless() {
        for surface in Surface.allCases {
            for role in Role.allCases {
                let look = Palette(depth: .none, hasDim: false).look(for: Style(role, on: surface, dimmed: true))
                #expect(look.foreground == nil && look.background == nil)
            }
        }
    }

    @Test("every surface differs from the page and from the others", arguments: ColorDepth.allCases)
    func surfacesDiffer(depth: ColorDepth) {
        let palette = Palette(depth: depth, hasDim: true)
        let looks = [Surface.page, .dialog, .button].map { palette.look(for: Style(on: $0)) }
        #expect(Set(looks).count == 3)
        #expect(palette.look(for: Style(on: .selection)) != looks[0])
    }

    @Test("plain text on the page has the terminal's own colors", arguments: ColorDepth.allCases)
    func plainText(depth: ColorDepth) {
        #expect(Palette(depth: depth, hasDim: true).look(for: Style()) == Look())
    }

    @Test("what is dimmed is gray where the terminal cannot dim")
    func dimmed() {
        let style = Style(.healthy, dimmed: true)
        #expect(Palette(depth: .many, hasDim: true).look(for: style) == Look(foreground: 2, isDim: true))
        #expect(Palette(depth: .many, hasDim: false).look(for: style) == Look(foreground: 8))
    }

    @Test("the number of colors decides", arguments: [(0, ColorDepth.none), (8, .eight), (88, .sixteen), (256, .many)])
    func depth(colors: Int, expected: ColorDepth) {
        #expect(ColorDepth(colors: colors) == expected)
    }
}
