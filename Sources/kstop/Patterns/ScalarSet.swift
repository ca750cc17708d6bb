/// A set of ASCII characters: a bit for each.
struct ASCIISet: Equatable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    func contains(_ value: UInt32) -> Bool {
        value < 64 ? low & 1 << UInt64(value) != 0 : value < 128 && high & 1 << UInt64(value - 64) != 0
    }

    mutating func insert(_ value: UInt32) {
        if value < 64 { low |= 1 << UInt64(value) } else if value < 128 { high |= 1 << UInt64(value - 64) }
    }

    mutating func formUnion(_ other: ASCIISet) {
        low |= other.low
        high |= other.high
    }
}

/// Which characters an expression takes at a place, in upper and lower case alike.
struct ScalarSet: Equatable, Sendable {
    enum Part: Equatable, Sendable {
        case range(ClosedRange<UInt32>)
        case digits, words, spaces
        case noDigits, noWords, noSpaces
    }

    private let parts: [Part]
    private let isInverse: Bool
    /// What of it is ASCII, as texts mostly are.
    let ascii: ASCIISet

    init(_ parts: [Part], isInverse: Bool = false) {
        self.parts = parts
        self.isInverse = isInverse
        var ascii = ASCIISet()
        for value in UInt32(0)..<128 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if isAny(of: scalar.cases, in: parts) != isInverse { ascii.insert(value) }
        }
        self.ascii = ascii
    }

    init(_ scalar: Unicode.Scalar) { self.init([.range(scalar.value...scalar.value)]) }

    /// All but the end of a line.
    static let anything = ScalarSet([.range(0x0A...0x0A)], isInverse: true)

    /// `cases`: those of the character; need not be known for one of ASCII.
    func contains(_ scalar: Unicode.Scalar, cases: [Unicode.Scalar]) -> Bool {
        scalar.value < 128 ? ascii.contains(scalar.value) : isAny(of: cases, in: parts) != isInverse
    }
}

private func isAny(of cases: [Unicode.Scalar], in parts: [ScalarSet.Part]) -> Bool {
    cases.contains { scalar in parts.contains { $0.contains(scalar) } }
}

extension Unicode.Scalar {
    /// It, and what else it is in lower and upper case. Not cheap.
    var cases: [Unicode.Scalar] {
        if value < 128 {
            let isLetter = (0x41...0x5A).contains(value & 0xDF)
            return isLetter ? [self, Unicode.Scalar(UInt8(value) ^ 0x20)] : [self]
        }
        return [self]
            + [properties.lowercaseMapping, properties.uppercaseMapping].compactMap { mapping in
                mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
            }
    }
}

extension ScalarSet.Part {
    fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .range(let range): range.contains(scalar.value)
        case .digits: scalar.isDigit
        case .words: scalar.isOfWord
        case .spaces: scalar.properties.isWhitespace
        case .noDigits: !scalar.isDigit
        case .noWords: !scalar.isOfWord
        case .noSpaces: !scalar.properties.isWhitespace
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { properties.generalCategory == .decimalNumber }

    /// Letters, marks, digits and what connects them, as `\w` has it in Unicode's regular expressions (UTS 18).
    var isOfWord: Bool {
        if value < 128 {
            return value == 0x5F || (0x30...0x39).contains(value) || (0x41...0x5A).contains(value & 0xDF)
        }
        switch properties.generalCategory {
        case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return properties.isAlphabetic
        }
    }
}
