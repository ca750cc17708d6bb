/// A color that the user names: the terminal's own, or one of the 256 that terminals number.
package struct ThemeColor: Hashable, Sendable {
    /// Nil: the terminal's own.
    let number: Int?

    /// One of "default", "red", "bright-red" and the like, "0" to "255", and "#rrggbb", of which the nearest of the 256
    /// is taken. Nil: not a color.
    package init?(_ text: String) {
        if text == "default" {
            number = nil
        } else if text.hasPrefix("#"), let rgb = RGB(hexadecimal: text.dropFirst()) {
            // Not of the first sixteen, which the user may have changed.
            number = (16..<256).min { rgb.distance(to: RGB(number: $0)) < rgb.distance(to: RGB(number: $1)) }
        } else if let named = Self.namedNumber(text) ?? Int(text), (0..<256).contains(named) {
            number = named
        } else {
            return nil
        }
    }

    /// The names of the first eight colors; each has a "bright-" one, too.
    package static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

    private static func namedNumber(_ text: String) -> Int? {
        let bright = "bright-"
        let isBright = text.hasPrefix(bright)
        let name = isBright ? String(text.dropFirst(bright.count)) : text
        return names.firstIndex(of: name).map { isBright ? $0 + 8 : $0 }
    }

    /// `look` in this color, as near as a terminal of such a depth comes to it.
    func applied(to look: Look, at depth: ColorDepth) -> Look {
        if depth == .none { return look }
        var look = look
        look.isDim = false
        switch (number, depth) {
        case (_, .none): break
        case (nil, _): look.foreground = nil
        case (let number?, .many): look.foreground = number
        case (let number?, .sixteen): look.foreground = nearestOfSixteen(to: number)
        case (let number?, .eight):
            let nearest = nearestOfSixteen(to: number)
            // Of eight none is gray: dim is. The bright ones are the others in bold.
            look.foreground = nearest == ANSI.brightBlack ? nil : nearest % 8
            look.isDim = nearest == ANSI.brightBlack
            look.isBold = look.isBold || nearest > ANSI.brightBlack
        }
        return look
    }
}

/// A hue stays a hue: by mere distance most colors of a calm theme would become gray.
private func nearestOfSixteen(to number: Int) -> Int {
    guard number >= 16 else { return number }
    let color = RGB(number: number)
    let grays = [ANSI.black, ANSI.white, ANSI.brightBlack, ANSI.brightWhite]
    let candidates = color.isGray ? grays : (0..<16).filter { !grays.contains($0) }
    return candidates.min { color.distance(to: RGB(number: $0)) < color.distance(to: RGB(number: $1)) } ?? number
}
