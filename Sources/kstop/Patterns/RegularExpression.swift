/// A regular expression that never takes longer than the length of the text times its own, whatever both are.
///
/// Swift's `Regex` tries one way after another: `(a+)+$` on thirty letters takes it minutes, and the loop would wait.
/// This one follows all ways at once, one character of the text after the other (Thompson's construction, as in RE2 and
/// Go). It has what can be had that way: no back-references and no look-around. Upper and lower case are the same.
struct RegularExpression: Equatable, Sendable {
    /// Steps. With the length of the longest line it bounds what a key may have to wait for.
    static let longestProgram = 250

    let steps: [RegexStep]
    /// What the steps take.
    let sets: [ScalarSet]
    /// What a match can begin with, among ASCII; nil: with anything, or with nothing.
    let beginnings: ASCIISet?

    /// Nil for what is none, for what only going back could match, and for what is too long.
    init?(_ pattern: String) {
        do throws(NoRegularExpression) {
            var parser = RegexParser(pattern)
            let tree = try parser.expression()
            var compiler = RegexCompiler(limit: Self.longestProgram)
            try compiler.add(tree)
            try compiler.append(.end)
            (steps, sets) = (compiler.steps, compiler.sets)
            beginnings = possibleBeginnings(of: steps, sets)
        } catch {
            return nil
        }
    }

    /// Whether some part of a text matches.
    func occurs(in text: String) -> Bool {
        var machine = RegexMachine(self, text)
        return machine.findsAny()
    }

    /// Where the parts stand that match, in bytes, in their order; no empty ones, and not those for which the text would
    /// have to be read more than a few times over.
    func ranges(in text: String) -> [Range<Int>] {
        var machine = RegexMachine(self, text)
        return machine.ranges()
    }
}

/// A text is no expression that can be used.
struct NoRegularExpression: Error {}

/// What is done at one place of an expression.
enum RegexStep: Equatable, Sendable {
    /// Takes one character of a set: its index among the sets.
    case take(Int)
    /// Goes on at both places; the first is preferred.
    case branch(Int, Int)
    case jump(Int)
    /// Goes on only here.
    case require(Boundary)
    case end

    enum Boundary: Equatable, Sendable { case start, end, word, insideWord }
}

/// What is known of a beginning without a text.
private func possibleBeginnings(of steps: [RegexStep], _ sets: [ScalarSet]) -> ASCIISet? {
    var seen = Set<Int>()
    var rest = [0]
    var beginnings = ASCIISet()
    while let place = rest.popLast() {
        guard seen.insert(place).inserted else { continue }
        switch steps[place] {
        case .take(let set): beginnings.formUnion(sets[set].ascii)
        case .branch(let first, let second): rest += [first, second]
        case .jump(let target): rest.append(target)
        case .require: rest.append(place + 1)
        case .end: return nil
        }
    }
    return beginnings
}
