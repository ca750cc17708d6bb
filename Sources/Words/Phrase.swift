/// A text of kstop's own that can be said in every language, written in English where it is used:
/// `Phrase("service \(name) has no port \(port)")`. The tables of the other languages have "service {1} has no port
/// {2}" as its key; a test finds every such literal in the sources and looks it up in them.
package struct Phrase: Hashable, Sendable {
    private indirect enum Piece: Hashable, Sendable {
        case verbatim(String)
        case words(Format)
        case counted(Int, one: Format, other: Format)
        case sentence(Phrase)
    }

    private var pieces: [Piece]

    package init(_ words: Format) { pieces = [.words(words)] }

    /// What is said of `count` things: `one` if the language takes so many for one, else `other`.
    package init(count: Int, one: Format, other: Format) { pieces = [.counted(count, one: one, other: other)] }

    /// The same in every language: names, kubectl's words, what the cluster says.
    package init(verbatim text: String) { pieces = text.isEmpty ? [] : [.verbatim(text)] }

    package static let nothing = Phrase(verbatim: "")

    package static func + (left: Phrase, right: Phrase) -> Phrase {
        var sum = left
        sum.pieces += right.pieces
        return sum
    }

    /// A clause as a whole sentence: with a capital at its beginning and, unless it has one, a full stop at its end.
    package var sentence: Phrase {
        var sentence = self
        sentence.pieces = [.sentence(self)]
        return sentence
    }

    package func text(in language: Language) -> String {
        pieces.map { piece in
            switch piece {
            case .verbatim(let text): text
            case .words(let format): format.text(in: language)
            case .counted(let count, let one, let other):
                (language.isSingular(count) ? one : other).text(in: language)
            case .sentence(let clause): asSentence(clause.text(in: language))
            }
        }.joined()
    }

    /// For machines, which are always told in the same language.
    package var english: String { text(in: .english) }

    package var isEmpty: Bool { english.isEmpty }
}

extension Phrase: CustomStringConvertible {
    package var description: String { english }
}

extension Phrase {
    /// A literal with its interpolations.
    package struct Format: Hashable, Sendable {
        fileprivate var key = ""
        fileprivate var arguments: [Phrase] = []

        fileprivate func text(in language: Language) -> String {
            let pattern = language.translation(of: key) ?? key
            if arguments.isEmpty { return pattern }
            return filled(pattern, with: arguments.map { $0.text(in: language) })
        }
    }
}

private func asSentence(_ clause: String) -> String {
    if clause.isEmpty { return "" }
    return clause.prefix(1).uppercased() + clause.dropFirst() + (clause.hasSuffix(".") ? "" : ".")
}

/// A pattern with its "{1}", "{2}" … replaced by `arguments`.
private func filled(_ pattern: String, with arguments: [String]) -> String {
    var text = ""
    var rest = pattern[...]
    while let brace = rest.firstIndex(of: "{") {
        text += rest[..<brace]
        rest = rest[rest.index(after: brace)...]
        guard let end = rest.firstIndex(of: "}"), let number = Int(rest[..<end]), arguments.indices.contains(number - 1)
        else {
            text += "{"
            continue
        }
        text += arguments[number - 1]
        rest = rest[rest.index(after: end)...]
    }
    return text + rest
}

extension Phrase.Format: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) { key = text }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.format }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var format = Phrase.Format()

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ text: String) { format.key += text }

        package mutating func appendInterpolation(_ phrase: Phrase) {
            format.arguments.append(phrase)
            format.key += "{\(format.arguments.count)}"
        }

        package mutating func appendInterpolation(_ text: some StringProtocol) {
            appendInterpolation(Phrase(verbatim: String(text)))
        }

        package mutating func appendInterpolation(_ number: Int) {
            appendInterpolation(Phrase(verbatim: String(number)))
        }
    }
}

extension Sequence<Phrase> {
    /// One after the other, with `separator` in between.
    package func joined(separator: String) -> Phrase {
        reduce(Phrase.nothing) { sum, next in
            sum == .nothing ? next : sum + Phrase(verbatim: separator) + next
        }
    }
}
