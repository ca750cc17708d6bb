/// Follows all ways of an expression through a text at once.
struct RegexMachine {
    /// A place in the expression, and where in the text the match would begin that has come to it.
    private struct Way {
        var step: Int
        var start: Int
    }

    private let expression: RegularExpression
    private let scalars: [Unicode.Scalar]
    /// The ways that have come so far, the preferred first.
    private var ways: [Way] = []
    private var next: [Way] = []
    /// For each step, behind which character ways have last come to it: no place is looked at twice.
    private var lastVisit: [Int]
    private var visit = 0
    private var stack: [Int] = []

    init(_ expression: RegularExpression, _ text: String) {
        self.expression = expression
        scalars = Array(text.unicodeScalars)
        lastVisit = Array(repeating: 0, count: expression.steps.count)
    }

    /// Whether there is any match; stops at the first sign of one.
    mutating func findsAny() -> Bool { firstMatch(from: 0, stopsAtOnce: true) != nil }

    /// Bytes of the text.
    mutating func ranges() -> [Range<Int>] {
        var found: [Range<Int>] = []
        var budget = 8 * scalars.count + 64
        var place = 0
        while place <= scalars.count, budget > 0, let match = firstMatch(from: place, stopsAtOnce: false) {
            // Up to here it has read to be sure that there is no better end.
            budget -= match.read - place
            if !match.range.isEmpty { found.append(match.range) }
            place = max(match.range.upperBound, place + 1)
        }
        return bytes(of: found)
    }

    private mutating func firstMatch(from first: Int, stopsAtOnce: Bool) -> (range: Range<Int>, read: Int)? {
        var best: Range<Int>?
        ways.removeAll(keepingCapacity: true)
        var place = first
        while true {
            visit += 1
            next.removeAll(keepingCapacity: true)
            for way in ways where follow(way.step, from: way.start, at: place) {
                // What is less preferred no longer counts.
                best = way.start..<place
                break
            }
            if best == nil, follow(0, from: place, at: place) { best = place..<place }
            if stopsAtOnce, let best { return (best, place) }
            if place == scalars.count || (next.isEmpty && best != nil) { break }
            takeScalar(scalars[place])
            place += 1
            if ways.isEmpty, best == nil { place = nextBeginning(from: place) }
        }
        return best.map { ($0, place) }
    }

    /// Goes on from a step up to those that take a character.
    /// - Returns: Whether the end is reached; what comes after it is not followed.
    private mutating func follow(_ step: Int, from start: Int, at place: Int) -> Bool {
        stack.append(step)
        while let step = stack.popLast() {
            guard lastVisit[step] != visit else { continue }
            lastVisit[step] = visit
            switch expression.steps[step] {
            case .take: next.append(Way(step: step, start: start))
            case .branch(let first, let second):
                stack.append(second)
                stack.append(first)
            case .jump(let target): stack.append(target)
            case .require(let boundary): if holds(boundary, at: place) { stack.append(step + 1) }
            case .end:
                stack.removeAll(keepingCapacity: true)
                return true
            }
        }
        return false
    }

    private mutating func takeScalar(_ scalar: Unicode.Scalar) {
        ways.removeAll(keepingCapacity: true)
        guard !next.isEmpty else { return }
        // Once for all ways.
        let cases = scalar.value < 128 ? [] : scalar.cases
        for way in next {
            guard case .take(let set) = expression.steps[way.step] else { continue }
            guard expression.sets[set].contains(scalar, cases: cases) else { continue }
            ways.append(Way(step: way.step + 1, start: way.start))
        }
    }

    private func holds(_ boundary: RegexStep.Boundary, at place: Int) -> Bool {
        switch boundary {
        case .start: return place == 0
        case .end: return place == scalars.count
        case .word, .insideWord:
            let before = place > 0 && scalars[place - 1].isOfWord
            let after = place < scalars.count && scalars[place].isOfWord
            return (before != after) == (boundary == .word)
        }
    }

    /// The next place at which a match could begin.
    private func nextBeginning(from place: Int) -> Int {
        guard let beginnings = expression.beginnings else { return place }
        var place = place
        while place < scalars.count, scalars[place].value < 128, !beginnings.contains(scalars[place].value) {
            place += 1
        }
        return place
    }

    private func bytes(of ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var (place, offset) = (0, 0)
        func bytes(upTo end: Int) -> Int {
            while place < end {
                offset += UTF8.width(scalars[place])
                place += 1
            }
            return offset
        }
        for range in ranges { result.append(bytes(upTo: range.lowerBound)..<bytes(upTo: range.upperBound)) }
        return result
    }
}
