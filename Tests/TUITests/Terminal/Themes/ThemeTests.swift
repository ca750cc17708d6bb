import Glibc
import Testing

@testable import TUI

struct ThemeTests {
    @Test("themes are found by their names, the usual one is first")
    func names() {
        #expect(Theme.names == ["default", "light", "contrast", "mono", "orchard"])
        #expect(Theme.names.compactMap(Theme.named) == Theme.all)
        #expect(Theme.named("nosuch") == nil)
        #expect(TerminalOptions().theme == Theme.named("default"))
    }

    @Test("roles are found by their names")
    func roles() {
        #expect(Role.allCases.map(\.name).compactMap(Role.init(name:)) == Role.allCases)
        #expect(Role(name: "Failed") == nil)
    }

    @Test("on backgrounds of their own all themes can be read", arguments: Theme.all)
    func readable(theme: Theme) {
        for style in styles {
            let look = Palette(theme: theme, depth: .many, hasDim: true).look(for: style)
            guard let contrast = ownContrast(look) else { continue }
            #expect(contrast >= 4.5, "\(style)")
        }
    }

    @Test("the theme of high contrast has one of 7 to 1 and more, and nothing dim")
    func highContrast() {
        for style in styles {
            let look = Palette(theme: .contrast, depth: .many, hasDim: true).look(for: style)
            #expect(ownContrast(look).map { $0 >= 7 } == true, "\(style)")
            for depth in ColorDepth.allCases where depth != .none {
                var dimmed = style
                dimmed.isDimmed = true
                let look = Palette(theme: .contrast, depth: depth, hasDim: true).look(for: dimmed)
                #expect(!look.isDim && look.foreground != ANSI.brightBlack)
            }
        }
    }

    @Test("the usual theme can be seen on white and on black", arguments: [ColorDepth.sixteen, .many])
    func whiteAndBlack(depth: ColorDepth) {
        for role in Role.allCases {
            let look = Palette(theme: .standard, depth: depth, hasDim: true).look(for: Style(role))
            guard let foreground = look.foreground else { continue }
            for background in [0, 15] {
                let contrast = contrast(foreground, background)
                #expect(contrast >= 1.9 || look.isUnderlined, "\(role) on \(background): \(contrast)")
            }
        }
    }

    @Test("the light theme can be read on white")
    func white() {
        for role in Role.allCases {
            let look = Palette(theme: .light, depth: .many, hasDim: true).look(for: Style(role))
            if let foreground = look.foreground { #expect(contrast(foreground, 231) >= 4) }
        }
    }

    @Test("without colors every theme says the same, and mono never has any", arguments: Theme.all)
    func colorless(theme: Theme) {
        for style in styles {
            let look = Palette(theme: theme, depth: .none, hasDim: true).look(for: style)
            #expect(look.foreground == nil && look.background == nil)
            for depth in ColorDepth.allCases {
                #expect(Palette(theme: .mono, depth: depth, hasDim: true).look(for: style) == look)
            }
        }
    }

    @Test("no color is beyond those of the terminal", arguments: Theme.all)
    func range(theme: Theme) {
        for (depth, count) in zip(ColorDepth.allCases, [0, 8, 16, 256]) {
            for style in styles {
                let look = Palette(theme: theme, depth: depth, hasDim: false).look(for: style)
                #expect([look.foreground, look.background].allSatisfy { $0.map { $0 < count } ?? true })
            }
        }
    }

    private var styles: [Style] {
        Surface.allCases.flatMap { surface in Role.allCases.map { Style($0, on: surface) } }
    }

    /// Nil: not both colors are known.
    private func ownContrast(_ look: Look) -> Double? {
        guard let foreground = look.foreground, let background = look.background else { return nil }
        return contrast(foreground, background)
    }
}

/// As WCAG defines it, from 1 to 21.
private func contrast(_ first: Int, _ second: Int) -> Double {
    let both = [first, second].map { luminance(RGB(number: $0)) }
    return ((both.max() ?? 0) + 0.05) / ((both.min() ?? 0) + 0.05)
}

private func luminance(_ color: RGB) -> Double {
    func linear(_ part: Int) -> Double {
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
}
