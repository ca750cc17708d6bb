import TUI

/// A row of a log.
struct LogPosition: Comparable, Sendable {
    /// The entry's.
    var number: Int
    /// Counted from the entry's first row.
    var row = 0

    static func < (left: LogPosition, right: LogPosition) -> Bool {
        (left.number, left.row) < (right.number, right.row)
    }
}

// Walks over as many rows as are asked for, whatever the length of the log.
extension LogPage {
    /// Scrolls by rows in a view of `size`; up stops following, reaching the end resumes it.
    mutating func scroll(by step: Int, _ layout: LogLayout, height: Int) {
        let last = lastTop(layout, height: height)
        let target = moved(top ?? last, by: step, layout)
        if step > 0, target >= last { return follow() }
        top = min(target, last)
    }

    mutating func scrollToTop() { top = LogPosition(number: number(at: 0) ?? store.first) }

    /// The row at the top of a view of that height.
    func firstRow(_ layout: LogLayout, height: Int) -> LogPosition {
        guard let top else { return lastTop(layout, height: height) }
        guard let number = number(at: place(of: top.number)) else { return lastTop(layout, height: height) }
        guard number == top.number else { return LogPosition(number: number) }
        // Other columns or another width may have made fewer rows of the line.
        return LogPosition(number: number, row: min(top.row, layout.rowCount(of: store[number]) - 1))
    }

    /// The row at the top while the newest lines are shown.
    func lastTop(_ layout: LogLayout, height: Int) -> LogPosition {
        var left = max(1, height)
        var place = shownCount
        while place > 0 {
            place -= 1
            guard let number = number(at: place) else { break }
            let rows = layout.rowCount(of: store[number])
            if rows >= left { return LogPosition(number: number, row: rows - left) }
            left -= rows
        }
        return LogPosition(number: number(at: 0) ?? store.first)
    }

    func moved(_ position: LogPosition, by step: Int, _ layout: LogLayout) -> LogPosition {
        var place = place(of: position.number)
        guard let start = number(at: place) else { return position }
        var target = LogPosition(number: start, row: start == position.number ? position.row : 0)
        var left = step
        while left < 0, place > 0 || target.row > 0 {
            if target.row >= -left { return LogPosition(number: target.number, row: target.row + left) }
            guard let previous = number(at: place - 1) else { return LogPosition(number: target.number) }
            left += target.row + 1
            place -= 1
            target = LogPosition(number: previous, row: layout.rowCount(of: store[previous]) - 1)
        }
        while left > 0 {
            let below = layout.rowCount(of: store[target.number]) - 1 - target.row
            if left <= below { return LogPosition(number: target.number, row: target.row + left) }
            guard let next = number(at: place + 1) else { break }
            left -= below + 1
            place += 1
            target = LogPosition(number: next)
        }
        return target
    }

    /// The entries of which at least a row is seen in a view of that height, with the rows, from the top on.
    func visible(_ layout: LogLayout, height: Int) -> [(number: Int, rows: [StyledText])] {
        var position = firstRow(layout, height: height)
        var place = place(of: position.number)
        var left = height
        var visible: [(number: Int, rows: [StyledText])] = []
        while left > 0, let number = number(at: place) {
            let rows = layout.rows(of: number, from: position.number == number ? position.row : 0, limit: left)
            visible.append((number, rows))
            left -= max(1, rows.count)
            place += 1
            position = LogPosition(number: store.end)
        }
        return visible
    }
}

// The entries that the filter leaves, by their places.
extension LogPage {
    var shownCount: Int { shown?.count ?? store.entries.count }

    /// Nil beyond the last.
    func number(at place: Int) -> Int? {
        guard place >= 0, place < shownCount else { return nil }
        return shown.map { $0[place] } ?? store.first + place
    }

    /// The place of an entry, else of the next that is shown.
    func place(of number: Int) -> Int {
        guard let shown else { return min(max(0, number - store.first), store.entries.count) }
        var low = 0
        var high = shown.count
        while low < high {
            let middle = (low + high) / 2
            if shown[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
