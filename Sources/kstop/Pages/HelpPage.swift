import TUI
import Words

/// All keys of a context, from the key map, group by group: side by side as far as they fit, else to be scrolled.
struct HelpPage: Equatable, Sendable {
    private var firstRow = 0

    /// False if the key closes the help.
    mutating func handle(_ key: Key, _ model: Model) -> Bool {
        let size = Layout(model).whole.size
        let last = max(0, rows(model, in: size).count - size.height)
        switch key {
        case .up, .character("k"): firstRow = max(0, firstRow - 1)
        case .down, .character("j"): firstRow = min(last, firstRow + 1)
        case .pageUp, .home: firstRow = max(0, firstRow - size.height)
        case .pageDown, .end: firstRow = min(last, firstRow + size.height)
        default: return false
        }
        return true
    }

    func draw(_ model: Model, in area: Rect, on screen: inout Screen) {
        let rows = rows(model, in: area.size)
        let first = min(firstRow, max(0, rows.count - area.height))
        for (row, line) in rows.dropFirst(first).prefix(area.height).enumerated() {
            screen.write(line, x: area.x, y: area.y + row, width: area.width)
        }
    }

    /// Rows that are only seen after scrolling down.
    func rowsBelow(_ model: Model) -> Int {
        let size = Layout(model).whole.size
        return max(0, rows(model, in: size).count - firstRow - size.height)
    }

    /// Every key once, down the first column, then down the next; a group is not torn apart.
    private func rows(_ model: Model, in size: Size) -> [StyledText] {
        let groups = Binding.Group.allCases.map { helpLines($0, model) }.filter { !$0.isEmpty }
        let columnWidth = (groups.joined().map(\.width).max() ?? 0) + 1
        let columns = packed(groups, into: max(1, size.width / max(1, columnWidth)), height: size.height)
        return (0..<(columns.map(\.count).max() ?? 0)).map { row in
            columns.enumerated().reduce(StyledText()) { joined, column in
                guard column.element.indices.contains(row) else { return joined }
                let gap = column.offset * columnWidth - joined.width
                return joined + StyledText(String(repeating: " ", count: gap)) + column.element[row]
            }
        }
    }

    /// The groups in at most `count` columns, as low as that is possible in this order, but not lower than `height`.
    private func packed(_ groups: [[StyledText]], into count: Int, height: Int) -> [[StyledText]] {
        let total = groups.joined().count + groups.count
        for limit in min(height, total)...max(height, total) {
            var columns: [[StyledText]] = [[]]
            for group in groups {
                let last = columns.count - 1
                let needed = columns[last].count + (columns[last].isEmpty ? 0 : 1) + group.count
                if columns[last].isEmpty || needed <= limit {
                    columns[last] += (columns[last].isEmpty ? [] : [StyledText()]) + group
                } else {
                    columns.append(group)
                }
            }
            if columns.count <= count { return columns }
        }
        return [Array(groups.joined(separator: [StyledText()]))]
    }
}

private func helpLines(_ group: Binding.Group, _ model: Model) -> [StyledText] {
    let bindings = model.keymap.bindings(in: model.keyContext).filter { $0.group == group }
    guard !bindings.isEmpty else { return [] }
    let keys = bindings.map { $0.keys.map(\.name).joined(separator: " ") }
    // Aligned over the groups where there is room for it.
    let width = model.size.width < 60 ? keys.map(\.count).max() ?? 0 : 15
    return [StyledText(" ") + model.styled(group.title, .strong, bold: true)]
        + zip(bindings, keys).map { binding, keys in
            StyledText(" " + keys.padded(to: width + 1), .accent, bold: true) + model.styled(binding.label)
        }
}

extension Binding.Group {
    fileprivate var title: Phrase {
        switch self {
        case .selection: Phrase("Selection")
        case .pages: Phrase("Pages")
        case .view: Phrase("View")
        case .order: Phrase("Order")
        case .lines: Phrase("Lines")
        case .source: Phrase("What is read")
        case .movement: Phrase("Movement")
        case .program: Phrase("kstop itself")
        }
    }
}
