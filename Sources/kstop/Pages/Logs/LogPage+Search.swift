import TUI

/// Which way a search goes.
enum SearchDirection: Sendable { case forward, backward }

extension LogPage {
    /// What came of a jump to the next found line.
    enum Jump: Equatable, Sendable { case nothing, near, wrapped(SearchDirection) }

    /// Goes to the next line with what is searched: from the one that was jumped to last, else from what is in view.
    mutating func jump(_ direction: SearchDirection, _ layout: LogLayout, height: Int) -> Jump {
        guard search != nil, found > 0 else { return .nothing }
        let view = visible(layout, height: height)
        let edge = direction == .forward ? view.first?.number : view.last?.number
        // Without a line that was jumped to, one at the edge of the view is a next one, too.
        let start = current ?? edge.map { direction == .forward ? $0 - 1 : $0 + 1 } ?? store.first
        let near = nextFound(after: start, direction)
        let other = direction == .forward ? store.first - 1 : store.end
        guard let number = near ?? nextFound(after: other, direction) else { return .nothing }
        current = number
        bringIntoView(number, view.map(\.number), layout, height: height)
        return near == nil ? .wrapped(direction) : .near
    }

    /// Which of the found lines is the current one, counted from 1.
    var placeOfCurrent: Int? {
        guard let current else { return nil }
        let place = place(of: current)
        guard number(at: place) == current else { return nil }
        return (0...place).count(where: isFound)
    }

    private func isFound(_ place: Int) -> Bool { number(at: place).map { store[$0].isFound == true } ?? false }

    private func nextFound(after number: Int, _ direction: SearchDirection) -> Int? {
        let place =
            switch direction {
            case .forward: (place(of: number + 1)..<shownCount).first(where: isFound)
            case .backward: (0..<place(of: number)).last(where: isFound)
            }
        return place.flatMap(self.number(at:))
    }

    /// Stops following. A line that is in view stays where it is.
    private mutating func bringIntoView(_ number: Int, _ view: [Int], _ layout: LogLayout, height: Int) {
        let first = firstRow(layout, height: height)
        let match = LogPosition(number: number, row: layout.rowOfMatch(in: number))
        let last = moved(first, by: max(0, height - 1), layout)
        if view.contains(number), match >= first, match <= last {
            top = first
        } else {
            top = min(moved(match, by: -height / 3, layout), lastTop(layout, height: height))
        }
    }
}
