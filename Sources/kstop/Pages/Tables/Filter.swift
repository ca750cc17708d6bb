import ClusterModel
import FoundationEssentials
import TUI
import Words

/// Which rows are shown: those that match a regular expression; `!…` those that do not; `-l …` those whose labels match
/// a selector; `-f …` those whose name has these letters in this order.
struct Filter: Equatable, Sendable {
    private enum Test: Equatable, Sendable {
        case everything
        case regex(RegularExpression, isInverse: Bool)
        case labels(LabelSelector)
        case letters([Character])
    }

    /// As it was typed.
    let text: String
    private var test = Test.everything

    /// Whether it looks at texts, which may tell ages.
    var dependsOnTime: Bool {
        if case .regex = test { true } else { false }
    }

    /// Why `text` cannot be used; such a filter hides nothing.
    private(set) var problem: Phrase?

    init(_ text: String) {
        self.text = text
        if let selector = argument(of: "-l", in: text) {
            readLabels(selector)
        } else if let letters = argument(of: "-f", in: text) {
            let letters = letters.lowercased().filter { $0 != " " }
            test = letters.isEmpty ? .everything : .letters(Array(letters))
        } else {
            readRegex(text)
        }
    }

    func matches(_ row: PageRow, at now: Date) -> Bool {
        switch test {
        case .everything: true
        case .regex(let regex, let isInverse):
            // One cell at a time: ^ and $ then mean the ends of what the user sees.
            row.texts(at: now).contains { regex.occurs(in: $0) } != isInverse
        case .labels(let selector): row.facts.labels.contains(where: selector.matches)
        case .letters(let letters): row.names.contains { contains(letters, in: $0) }
        }
    }

    private mutating func readRegex(_ text: String) {
        let isInverse = text.hasPrefix("!")
        let pattern = isInverse ? String(text.dropFirst()) : text
        guard !pattern.isEmpty else { return }
        if let expression = RegularExpression(pattern) {
            test = .regex(expression, isInverse: isInverse)
        } else {
            problem = Phrase("not a regular expression")
        }
    }

    private mutating func readLabels(_ text: String) {
        guard !text.isEmpty else { return }
        do throws(SelectorError) {
            test = .labels(try LabelSelector(parsing: text))
        } catch {
            problem = Phrase("not a label selector")
        }
    }
}

extension PageRow {
    fileprivate var names: [String] { [facts.name, facts.application, facts.namespace] }

    /// What the user may see of them, and no more than can be looked through while a key is pressed.
    fileprivate func texts(at now: Date) -> [String] {
        let texts = [facts.name, facts.application] + cells.map { $0.text(at: now).text }
        return texts.map { $0.utf8.count > longestText ? String($0.unicodeScalars.prefix(longestText)) : $0 }
    }
}

/// Bytes; no column is as wide.
private let longestText = 4096

/// What stands behind an option; nil for a text that does not begin with it.
private func argument(of option: String, in text: String) -> String? {
    guard text == option || text.hasPrefix("\(option) ") else { return nil }
    return String(text.dropFirst(option.count).drop { $0 == " " })
}

private func contains(_ letters: [Character], in name: String) -> Bool {
    var rest = letters[...]
    for character in name.lowercased() where character == rest.first { rest.removeFirst() }
    return rest.isEmpty
}
