/// What an expression is made of.
indirect enum RegexTree: Equatable, Sendable {
    case nothing
    case take(ScalarSet)
    case require(RegexStep.Boundary)
    case sequence([RegexTree])
    case choice([RegexTree])
    /// `most` nil: without end. The fewest are preferred if it is lazy.
    case repeated(RegexTree, least: Int, most: Int?, isLazy: Bool)
}

/// Reads an expression, whose signs are those of Perl and of Swift's `Regex`.
struct RegexParser {
    /// Groups in groups: who writes more does not mean it, and the stack has an end.
    private static let deepest = 60

    private var rest: Substring.UnicodeScalarView
    private var depth = 0

    init(_ pattern: String) {
        rest = pattern.unicodeScalars[...]
    }

    mutating func expression() throws(NoRegularExpression) -> RegexTree {
        let tree = try choice()
        guard rest.isEmpty else { throw NoRegularExpression() }
        return tree
    }

    private mutating func choice() throws(NoRegularExpression) -> RegexTree {
        var branches = [try sequence()]
        while skip("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(NoRegularExpression) -> RegexTree {
        var parts: [RegexTree] = []
        while let next = rest.first, next != "|", next != ")" { parts.append(try repetition(of: atom())) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func atom() throws(NoRegularExpression) -> RegexTree {
        switch rest.removeFirst() {
        case "(": return try group()
        case "[": return .take(try RegexClass.set(&rest))
        case ".": return .take(.anything)
        case "^": return .require(.start)
        case "$": return .require(.end)
        case "\\": return try escape()
        case "*", "+", "?": throw NoRegularExpression()
        case let scalar: return .take(ScalarSet(scalar))
        }
    }

    private mutating func group() throws(NoRegularExpression) -> RegexTree {
        guard depth < Self.deepest else { throw NoRegularExpression() }
        if skip("?") { try skipKind() }
        depth += 1
        defer { depth -= 1 }
        let tree = try choice()
        guard skip(")") else { throw NoRegularExpression() }
        return tree
    }

    /// "(?:" and names: what is matched by which group is of no interest here. "(?i" is so anyway.
    private mutating func skipKind() throws(NoRegularExpression) {
        if skip(":") { return }
        if skip("i"), skip(":") || rest.first == ")" { return }
        guard skip("P") || rest.first == "<", skip("<"), rest.first?.isOfWord == true else {
            throw NoRegularExpression()
        }
        while let next = rest.popFirst(), next != ">" {
            guard next.isOfWord else { throw NoRegularExpression() }
        }
    }

    private mutating func escape() throws(NoRegularExpression) -> RegexTree {
        switch rest.first {
        case "b":
            rest.removeFirst()
            return .require(.word)
        case "B":
            rest.removeFirst()
            return .require(.insideWord)
        case "A":
            rest.removeFirst()
            return .require(.start)
        case "z", "Z":
            rest.removeFirst()
            return .require(.end)
        default: return .take(ScalarSet([try RegexClass.escaped(&rest)]))
        }
    }

    private mutating func repetition(of tree: RegexTree) throws(NoRegularExpression) -> RegexTree {
        var tree = tree
        while let (least, most) = try quantifier() {
            let isLazy = skip("?")
            // "a++" keeps what it has: nothing is given back here, and nothing has to be.
            if !isLazy { _ = skip("+") }
            tree = .repeated(tree, least: least, most: most, isLazy: isLazy)
        }
        return tree
    }

    private mutating func quantifier() throws(NoRegularExpression) -> (Int, Int?)? {
        if skip("*") { return (0, nil) }
        if skip("+") { return (1, nil) }
        if skip("?") { return (0, 1) }
        guard rest.first == "{" else { return nil }
        // Braces that count nothing stand for themselves.
        let start = rest
        rest.removeFirst()
        let least = number()
        let hasComma = skip(",")
        let most = hasComma ? number() : least
        guard skip("}"), least != nil || most != nil else {
            rest = start
            return nil
        }
        guard (most ?? .max) >= (least ?? 0) else { throw NoRegularExpression() }
        return (least ?? 0, most)
    }

    /// Four digits at most: more would be too many anyway.
    private mutating func number() -> Int? {
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty, digits.count < 5 else { return nil }
        rest.removeFirst(digits.count)
        return Int(String(String.UnicodeScalarView(digits)))
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }
}
