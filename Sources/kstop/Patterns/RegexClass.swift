/// What stands between brackets, and what a backslash makes of a letter.
enum RegexClass {
    typealias Scalars = Substring.UnicodeScalarView

    /// Behind the "[" up to its "]", which stands for itself at the beginning.
    static func set(_ rest: inout Scalars) throws(NoRegularExpression) -> ScalarSet {
        let isInverse = rest.first == "^"
        if isInverse { rest.removeFirst() }
        var parts: [ScalarSet.Part] = []
        while let next = rest.popFirst() {
            if next == "]", !parts.isEmpty { return ScalarSet(parts, isInverse: isInverse) }
            if next == "[", rest.first == ":" {
                parts += try named(&rest)
            } else {
                parts.append(try range(from: part(next, &rest), &rest))
            }
        }
        throw NoRegularExpression()
    }

    private static func part(
        _ next: Unicode.Scalar, _ rest: inout Scalars
    ) throws(NoRegularExpression) -> ScalarSet.Part {
        next == "\\" ? try escaped(&rest) : .range(next.value...next.value)
    }

    /// The part itself, unless a "-" and an end follow.
    private static func range(
        from part: ScalarSet.Part, _ rest: inout Scalars
    ) throws(NoRegularExpression) -> ScalarSet.Part {
        guard case .range(let first) = part, rest.first == "-", let end = rest.dropFirst().first, end != "]" else {
            return part
        }
        rest.removeFirst(2)
        guard case .range(let last) = try Self.part(end, &rest), first.lowerBound <= last.upperBound else {
            throw NoRegularExpression()
        }
        return .range(first.lowerBound...last.upperBound)
    }

    /// "[:alpha:]" and its like (POSIX).
    private static func named(_ rest: inout Scalars) throws(NoRegularExpression) -> [ScalarSet.Part] {
        let text = String(String.UnicodeScalarView(rest.prefix(12)))
        let upper = ScalarSet.Part.range(0x41...0x5A)
        let digits = ScalarSet.Part.range(0x30...0x39)
        let names: [(String, [ScalarSet.Part])] = [
            (":alpha:]", [upper]), (":upper:]", [upper]), (":lower:]", [upper]), (":digit:]", [digits]),
            (":alnum:]", [upper, digits]), (":space:]", [.spaces]), (":xdigit:]", [digits, .range(0x41...0x46)]),
            (":punct:]", [.range(0x21...0x2F), .range(0x3A...0x40), .range(0x5B...0x60), .range(0x7B...0x7E)]),
        ]
        guard let (name, parts) = names.first(where: { text.hasPrefix($0.0) }) else { throw NoRegularExpression() }
        rest.removeFirst(name.unicodeScalars.count)
        return parts
    }

    /// Behind a backslash.
    static func escaped(_ rest: inout Scalars) throws(NoRegularExpression) -> ScalarSet.Part {
        guard let scalar = rest.popFirst() else { throw NoRegularExpression() }
        switch scalar {
        case "d": return .digits
        case "D": return .noDigits
        case "w": return .words
        case "W": return .noWords
        case "s": return .spaces
        case "S": return .noSpaces
        case "t": return .range(0x09...0x09)
        case "n": return .range(0x0A...0x0A)
        case "f": return .range(0x0C...0x0C)
        case "r": return .range(0x0D...0x0D)
        case "e": return .range(0x1B...0x1B)
        case "x": return try code(&rest, digits: 2)
        case "u": return try code(&rest, digits: 4)
        // Back-references and what else letters and digits may mean.
        case _ where scalar.isASCII && scalar.isOfWord && scalar != "_": throw NoRegularExpression()
        default: return .range(scalar.value...scalar.value)
        }
    }

    /// "1B", or any number of digits in braces.
    private static func code(_ rest: inout Scalars, digits: Int) throws(NoRegularExpression) -> ScalarSet.Part {
        let isInBraces = rest.first == "{"
        if isInBraces { rest.removeFirst() }
        let text = rest.prefix(isInBraces ? 8 : digits).prefix { $0.properties.isASCIIHexDigit }
        rest.removeFirst(text.count)
        let isWhole = isInBraces ? rest.popFirst() == "}" : text.count == digits
        guard isWhole, let value = UInt32(String(String.UnicodeScalarView(text)), radix: 16) else {
            throw NoRegularExpression()
        }
        return .range(value...value)
    }
}
