import Testing

@testable import TUI

struct ScreenInvariantTests {
    @Test("no half wide character and no control, whatever is written", arguments: 0..<200)
    func randomWrites(seed: UInt64) {
        var random = SeededRandom(state: seed)
        let size = Size(Int.random(in: 0...12, using: &random), Int.random(in: 0...4, using: &random))
        var screen = Screen(size: size)
        for _ in 0..<40 {
            let x = Int.random(in: -5...14, using: &random)
            let y = Int.random(in: -1...5, using: &random)
            let width = Int.random(in: -1...15, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: screen.fill(Rect(x: x, y: y, width: width, height: 2), on: .dialog)
            case 1: screen.set(.selection, in: Rect(x: x, y: y, width: width, height: 2))
            default:
                let text = randomText(using: &random)
                let taken = screen.write(StyledText(text), x: x, y: y, width: width)
                #expect(taken <= max(0, width))
            }
            checkInvariants(of: screen, size: size)
        }
    }

    private func checkInvariants(of screen: Screen, size: Size) {
        #expect(screen.cells.count == size.width * size.height)
        for y in 0..<size.height {
            let row = Array(screen.row(y))
            for (x, cell) in row.enumerated() {
                let isCovered = x > 0 && row[x - 1].width == 2
                #expect((cell.width == 0) == isCovered, "\(row.map(\.width))")
                #expect(cell.width != 2 || x + 1 < size.width)
                if cell.width > 0 { #expect(displayWidth(of: cell.character) == cell.width) }
                #expect(cell.character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
            }
        }
    }

    private func randomText(using random: inout SeededRandom) -> String {
        let pieces = [
            "a", "b ", "日", "本語", "\u{301}", "e\u{301}", "👨‍👩‍👧", "🇫🇷", "🇫", "❤\u{FE0F}", "\u{1B}[1m", "\t", "\n", "\r\n",
            "\u{202E}",
            "\u{200D}", "\u{FE0F}", "क्षि", "\u{1100}", "\u{1161}", "\u{E0041}", "\u{9C}", "…", "Ａ",
        ]
        return (0..<Int.random(in: 0...6, using: &random)).map { _ in
            pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }.joined()
    }
}

/// SplitMix64: the same numbers for the same seed on every machine.
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
