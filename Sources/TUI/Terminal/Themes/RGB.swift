/// A color as terminals mix it, each part from 0 to 255.
struct RGB: Hashable, Sendable {
    var red: Int
    var green: Int
    var blue: Int

    init(red: Int, green: Int, blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// Six hexadecimal digits; nil: it is something else.
    init?(hexadecimal text: some StringProtocol) {
        // Int(_:radix:) would take a sign as well.
        guard text.utf8.count == 6, text.allSatisfy(\.isHexDigit), let value = Int(text, radix: 16) else { return nil }
        self.init(red: value >> 16, green: value >> 8 & 0xFF, blue: value & 0xFF)
    }

    /// One of the 256: xterm's sixteen, which others and users change, a cube of 6 × 6 × 6, and 24 grays.
    init(number: Int) {
        switch number {
        case ..<16: self = Self.sixteen[max(0, number)]
        case ..<232:
            let place = number - 16
            let steps = [0, 95, 135, 175, 215, 255]
            self.init(red: steps[place / 36], green: steps[place / 6 % 6], blue: steps[place % 6])
        default:
            let level = 8 + 10 * (min(number, 255) - 232)
            self.init(red: level, green: level, blue: level)
        }
    }

    private static let sixteen: [RGB] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ].map { RGB(red: $0.0, green: $0.1, blue: $0.2) }

    /// Whether it has hardly a hue.
    var isGray: Bool { max(red, green, blue) - min(red, green, blue) < 32 }

    /// The square of the distance, near to how eyes judge it: green weighs most ("redmean").
    func distance(to other: RGB) -> Int {
        let (red, green, blue) = (red - other.red, green - other.green, blue - other.blue)
        let mean = (self.red + other.red) / 2
        return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
    }
}
