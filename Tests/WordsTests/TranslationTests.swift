import Foundation
import Testing

@testable import Words

/// Every text of kstop's own is said in every language.
struct TranslationTests {
    private static let literals = PhraseLiteral.all(inFolder: "Sources")
    private static let pairs: [[String]] = frenchEntries.map { [$0.english, $0.french] }

    @Test("every phrase in the sources has a French translation")
    func complete() {
        let known = Set(frenchEntries.map(\.english))
        let missing = Self.literals.filter { !known.contains($0.key) }
        #expect(missing.map(\.description) == [])
    }

    @Test("every French translation is of a phrase in the sources, and there once")
    func used() {
        let keys = Set(Self.literals.map(\.key))
        let entries = frenchEntries.map(\.english)
        #expect(entries.filter { !keys.contains($0) } == [])
        #expect(Set(entries).count == entries.count)
    }

    @Test("a translation has the arguments of its text, each once", arguments: pairs)
    func arguments(pair: [String]) {
        let places = pair.map { text in text.matches(of: /\{\d+\}/).map { String($0.output) }.sorted() }
        #expect(places[0] == places[1])
    }
}

/// A phrase as it stands in the sources.
struct PhraseLiteral: CustomStringConvertible {
    var key: String
    var file: String

    var description: String { "\(file): \(key)" }

    /// Those of all Swift files of a folder of the project: `Phrase("…")`, and `one: "…", other: "…"` of a counted one.
    static func all(inFolder folder: String) -> [PhraseLiteral] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: folder)
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        let swift = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
        return swift.flatMap { url -> [PhraseLiteral] in
            let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
            return keys(in: text).map { PhraseLiteral(key: $0, file: url.lastPathComponent) }
        }
    }

    static func keys(in source: String) -> [String] {
        let code = source.split(separator: "\n").filter { !$0.trimmingPrefix { $0 == " " }.hasPrefix("//") }
            .joined(separator: "\n")
        let openings = code.matches(of: /(?:Phrase\(|Phrase\(\s*count:[^"]*one: |"\s*,\s*other: )\s*"/)
        return openings.map { opening in
            var rest = code[opening.range.upperBound...]
            return key(&rest)
        }
    }

    /// The key of the literal that `rest` begins with, after its opening quote; `rest` then begins after the closing one.
    private static func key(_ rest: inout Substring) -> String {
        var key = ""
        var count = 0
        while let character = rest.popFirst(), character != "\"" {
            guard character == "\\" else {
                key.append(character)
                continue
            }
            switch rest.popFirst() {
            case "(":
                skipExpression(&rest)
                count += 1
                key += "{\(count)}"
            case let escaped?: key.append(escaped)
            case nil: break
            }
        }
        return key
    }

    /// Up to the parenthesis that closes an interpolation; literals in it may contain parentheses and literals.
    private static func skipExpression(_ rest: inout Substring) {
        var depth = 1
        while depth > 0, let character = rest.popFirst() {
            switch character {
            case "(": depth += 1
            case ")": depth -= 1
            case "\"": _ = key(&rest)
            default: break
            }
        }
    }
}
