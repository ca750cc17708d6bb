import Words

/// Reads JSON5 (spec.json5.org) and remembers where everything stands, which JSONDecoder does not tell; it also refuses
/// some escapes that JSON5 allows.
struct JSON5Scanner {
    /// Deeper than any configuration, and far from where the stack would end.
    private static let deepest = 32

    private(set) var position = TextPosition()
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    init(_ text: String) {
        // The mark that some editors begin a file with is no column of its first line.
        let scalars = Array(text.unicodeScalars)
        self.scalars = scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
    }

    /// The one value of the text; nil if there is nothing in it but spaces and comments.
    mutating func document() throws(ConfigurationProblem) -> Located<JSON5Value>? {
        try skipSpace()
        guard current != nil else { return nil }
        let value = try value()
        try skipSpace()
        guard current == nil else { throw unexpected(Phrase("the end of the file")) }
        return value
    }

    /// Nil at the end.
    var current: Unicode.Scalar? { scalar(at: index) }

    private func scalar(at index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    mutating func advance() {
        guard let scalar = current else { return }
        index += 1
        // CR LF is one line break.
        let endsLine = scalar == "\n" || (scalar == "\r" && current != "\n")
        position =
            endsLine
            ? TextPosition(line: position.line + 1) : TextPosition(line: position.line, column: position.column + 1)
    }

    /// Passes `scalar` if it is the next one.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        advance()
        return true
    }

    /// All that follows and belongs together, up to the first scalar that does not.
    mutating func run(while belongs: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while let scalar = current, belongs(scalar) {
            text.append(scalar)
            advance()
        }
        return String(text)
    }

    /// What stands here instead of what should.
    func unexpected(_ expected: Phrase) -> ConfigurationProblem {
        let found = current.map { Phrase(verbatim: "'\($0)'") } ?? Phrase("the end of the file")
        return ConfigurationProblem(position: position, text: Phrase("expected \(expected), not \(found)"))
    }
}

extension JSON5Scanner {
    private mutating func value() throws(ConfigurationProblem) -> Located<JSON5Value> {
        let start = position
        let value: JSON5Value =
            switch current {
            case "{": .object(try deeper { scanner throws(ConfigurationProblem) in try scanner.members() })
            case "[": .array(try deeper { scanner throws(ConfigurationProblem) in try scanner.elements() })
            case "\"", "'": .string(try string())
            default: try word()
            }
        return Located(value: value, position: start)
    }

    /// What `read` finds inside brackets; not too many of them, or the stack would end.
    private mutating func deeper<Content>(
        _ read: (inout JSON5Scanner) throws(ConfigurationProblem) -> Content
    ) throws(ConfigurationProblem) -> Content {
        guard depth < Self.deepest else {
            throw ConfigurationProblem(position: position, text: Phrase("too many brackets in each other"))
        }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    private mutating func members() throws(ConfigurationProblem) -> [JSON5Member] {
        advance()
        var members: [JSON5Member] = []
        while true {
            try skipSpace()
            if take("}") { return members }
            let name = try name()
            try skipSpace()
            guard take(":") else { throw unexpected(Phrase(verbatim: "':'")) }
            try skipSpace()
            members.append(JSON5Member(name: name, value: try value()))
            try skipSpace()
            guard take(",") || current == "}" else { throw unexpected(Phrase("',' or '}'")) }
        }
    }

    private mutating func elements() throws(ConfigurationProblem) -> [Located<JSON5Value>] {
        advance()
        var elements: [Located<JSON5Value>] = []
        while true {
            try skipSpace()
            if take("]") { return elements }
            elements.append(try value())
            try skipSpace()
            guard take(",") || current == "]" else { throw unexpected(Phrase("',' or ']'")) }
        }
    }

    private mutating func name() throws(ConfigurationProblem) -> Located<String> {
        let start = position
        if current == "\"" || current == "'" { return Located(value: try string(), position: start) }
        guard let first = current, first.startsName else { throw unexpected(Phrase("a name or '}'")) }
        return Located(value: run { $0.continuesName }, position: start)
    }

    /// Spaces, line breaks and comments.
    private mutating func skipSpace() throws(ConfigurationProblem) {
        while let scalar = current {
            if scalar == "/" {
                try skipComment()
            } else if scalar.isSpace {
                advance()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(ConfigurationProblem) {
        let start = position
        switch scalar(at: index + 1) {
        case "/": _ = run { !$0.endsLine }
        case "*":
            advance()
            advance()
            while !(current == "*" && scalar(at: index + 1) == "/") {
                guard current != nil else {
                    throw ConfigurationProblem(position: start, text: Phrase("this comment has no end"))
                }
                advance()
            }
            advance()
            advance()
        default: throw unexpected(Phrase("a value or a comment"))
        }
    }
}

extension Unicode.Scalar {
    /// What JSON5 calls a line terminator.
    var endsLine: Bool { ["\n", "\r", "\u{2028}", "\u{2029}"].contains(self) }

    /// White space and line terminators.
    fileprivate var isSpace: Bool {
        if endsLine || properties.generalCategory == .spaceSeparator { return true }
        return ["\t", "\u{B}", "\u{C}", "\u{FEFF}"].contains(self)
    }

    /// An identifier's of ECMAScript, without its escapes.
    fileprivate var startsName: Bool { self == "$" || self == "_" || properties.isIDStart }

    fileprivate var continuesName: Bool {
        startsName || properties.isIDContinue || self == "\u{200C}" || self == "\u{200D}"
    }
}
