import TUI

// How a text is moved through its view.
extension PagerPage {
    /// False if the page has no use for the action. `size`: of what is seen of the text.
    mutating func handle(_ action: Action, view size: Size) -> Bool {
        switch action {
        case .up: scroll(by: -1, in: size)
        case .down: scroll(by: 1, in: size)
        case .pageUp: scroll(by: -max(1, size.height - 1), in: size)
        case .pageDown: scroll(by: max(1, size.height - 1), in: size)
        case .halfPageUp: scroll(by: -max(1, size.height / 2), in: size)
        case .halfPageDown: scroll(by: max(1, size.height / 2), in: size)
        case .top: top = Position()
        case .bottom: top = lastTop(in: size)
        case .scrollLeft: left = wraps ? 0 : max(0, left - max(1, size.width / 2))
        case .scrollRight: scrollRight(in: size)
        case .toggleWrap:
            wraps.toggle()
            (top.row, left) = (0, 0)
            top = min(top, lastTop(in: size))
        default: return false
        }
        return true
    }

    private mutating func scroll(by step: Int, in size: Size) {
        var place = min(top, lastTop(in: size))
        for _ in 0..<abs(step) {
            if step > 0 { stepDown(&place, size) } else { stepUp(&place, size) }
        }
        top = min(place, lastTop(in: size))
    }

    private func stepDown(_ place: inout Position, _ size: Size) {
        if place.row + 1 < rowCount(place.line, size) {
            place.row += 1
        } else if place.line + 1 < lines.count {
            place = Position(line: place.line + 1)
        }
    }

    private func stepUp(_ place: inout Position, _ size: Size) {
        if place.row > 0 {
            place.row -= 1
        } else if place.line > 0 {
            place = Position(line: place.line - 1, row: rowCount(place.line - 1, size) - 1)
        }
    }

    /// Up to where the widest line that is to be seen ends.
    private mutating func scrollRight(in size: Size) {
        guard !wraps else { return }
        let widest = lines.dropFirst(top.line).prefix(size.height).map(\.width).max() ?? 0
        left = min(left + max(1, size.width / 2), max(left, max(0, widest - size.width)))
    }

    /// The place at the top that shows the end of the text at the bottom.
    func lastTop(in size: Size) -> Position {
        var rows = 0
        var line = lines.count
        while line > 0 {
            line -= 1
            rows += rowCount(line, size)
            if rows >= size.height { return Position(line: line, row: rows - size.height) }
        }
        return Position()
    }

    private func rowCount(_ line: Int, _ size: Size) -> Int {
        guard wraps, lines.indices.contains(line) else { return 1 }
        // ASCII without controls takes a column a byte: most lines need no layout to be counted.
        let text = lines[line]
        return text.text.utf8.count <= size.width && text.width <= size.width
            ? 1 : text.wrapped(to: max(1, size.width)).count
    }

    /// Scrolls as little as needed to show the current place of the search, a few lines from the edge.
    mutating func showFound(in size: Size) {
        guard let place = search?.current, lines.indices.contains(place.line) else { return }
        let column = lines[place.line].column(ofCharacter: place.characters.lowerBound)
        let end = lines[place.line].column(ofCharacter: place.characters.upperBound)
        if wraps {
            showWrapped(Position(line: place.line, row: column / max(1, size.width)), in: size)
            return
        }
        if place.line < top.line || place.line >= top.line + size.height {
            top = Position(line: max(0, place.line - size.height / 3))
        }
        top = min(top, lastTop(in: size))
        if column < left || end > left + size.width { left = max(0, end - size.width * 2 / 3) }
        if end <= size.width { left = 0 }
    }

    private mutating func showWrapped(_ target: Position, in size: Size) {
        var place = top
        for _ in 0..<max(1, size.height) where place != target { stepDown(&place, size) }
        if target < top || place < target {
            top = target
            scroll(by: -(size.height / 3), in: size)
        }
    }

    /// What is seen in a view, row by row.
    func visibleRows(in size: Size) -> [StyledText] {
        var rows: [StyledText] = []
        let first = min(top, lastTop(in: size))
        for index in first.line..<max(first.line, lines.count) where rows.count < size.height + first.row {
            let line = search?.highlighted(lines[index], at: index) ?? lines[index]
            rows += wraps ? line.wrapped(to: max(1, size.width)) : [line.dropping(columns: left)]
        }
        return Array(rows.dropFirst(first.row).prefix(size.height))
    }
}

extension PagerPage.Position: Comparable {
    static func < (one: Self, other: Self) -> Bool {
        one.line == other.line ? one.row < other.row : one.line < other.line
    }
}
