import TUI

/// What is being looked for in the lines of a page, and which of the places is the current one.
struct TextSearch: Equatable, Sendable {
    var term: SearchTerm
    /// Nil before one has been found.
    var current: Place?

    /// One of the places where the text stands.
    struct Place: Equatable, Sendable {
        /// Index of the line.
        var line: Int
        /// Among the characters of the line.
        var characters: Range<Int>
    }

    enum Direction: Sendable { case forward, backward }

    /// What a step to the next place came to.
    enum Outcome: Equatable, Sendable {
        case found
        /// Found from the other end on.
        case wrapped
        case nothing
    }

    init(_ text: String) {
        term = SearchTerm(text)
    }

    /// Goes to the next place after the current one, or from `line` on; around the ends.
    mutating func step(_ direction: Direction, from line: Int, in lines: [StyledText]) -> Outcome {
        guard !term.isEmpty, !lines.isEmpty else { return .nothing }
        let start = min(max(0, current?.line ?? line), lines.count - 1)
        let here = term.matches(in: lines[start])
        if let next = neighbor(direction, in: here) {
            current = Place(line: start, characters: next)
            return .found
        }
        for distance in 1...lines.count {
            let index = direction == .forward ? start + distance : start - distance
            let place = (index + lines.count) % lines.count
            let matches = place == start ? here : term.matches(in: lines[place])
            guard let match = direction == .forward ? matches.first : matches.last else { continue }
            current = Place(line: place, characters: match)
            return lines.indices.contains(index) ? .found : .wrapped
        }
        current = nil
        return .nothing
    }

    /// The next one in the line of the current one; any if there is no current one.
    private func neighbor(_ direction: Direction, in matches: [Range<Int>]) -> Range<Int>? {
        guard let current else { return direction == .forward ? matches.first : matches.last }
        switch direction {
        case .forward: return matches.first { $0.lowerBound > current.characters.lowerBound }
        case .backward: return matches.last { $0.lowerBound < current.characters.lowerBound }
        }
    }

    /// All places, line by line.
    func places(in lines: [StyledText]) -> [Place] {
        lines.enumerated().flatMap { index, line in
            term.matches(in: line).map { Place(line: index, characters: $0) }
        }
    }

    /// A line with all places in it marked, the current one most.
    func highlighted(_ line: StyledText, at index: Int) -> StyledText {
        let marked = line.highlighted(term.matches(in: line), on: .selection)
        guard let current, current.line == index else { return marked }
        return marked.highlighted([current.characters], on: .button)
    }
}
