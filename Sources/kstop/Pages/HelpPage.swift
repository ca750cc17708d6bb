import TUI
import Words

/// All keys of a context, from the key map: side by side as far as they fit, else to be scrolled.
struct HelpPage: Equatable, Sendable {
    private var firstRow = 0

    /// False if the key closes the help.
    mutating func handle(_ key: Key, _ keymap: Keymap, _ context: KeyContext, in size: Size) -> Bool {
        let last = max(0, rows(keymap, context, in: size).count - size.height)
        switch key {
        case .up, .character("k"): firstRow = max(0, firstRow - 1)
        case .down, .character("j"): firstRow = min(last, firstRow + 1)
        case .pageUp, .home: firstRow = max(0, firstRow - size.height)
        case .pageDown, .end: firstRow = min(last, firstRow + size.height)
        default: return false
        }
        return true
    }

    func draw(_ keymap: Keymap, _ context: KeyContext, in area: Rect, on screen: inout Screen) {
        let rows = rows(keymap, context, in: area.size)
        let first = min(firstRow, max(0, rows.count - area.height))
        for (row, line) in rows.dropFirst(first).prefix(area.height).enumerated() {
            screen.write(line, x: area.x, y: area.y + row, width: area.width)
        }
    }

    /// Every key once, down the first column, then down the next.
    private func rows(_ keymap: Keymap, _ context: KeyContext, in size: Size) -> [StyledText] {
        let lines = keymap.bindings(in: context).map(helpLine)
        let columnWidth = (lines.map(\.width).max() ?? 0) + 1
        let columns = max(1, size.width / columnWidth)
        let height = max(min(size.height, lines.count), (lines.count + columns - 1) / columns)
        return (0..<height).map { row in
            stride(from: row, to: lines.count, by: height).reduce(StyledText()) { joined, index in
                let line = lines[index]
                return joined + line + StyledText(String(repeating: " ", count: columnWidth - line.width))
            }
        }
    }
}

private func helpLine(_ binding: Binding) -> StyledText {
    let keys = binding.keys.map(\.name).joined(separator: " ")
    return StyledText(" " + keys.padded(to: 15), .accent, bold: true) + StyledText(binding.label.english)
}
