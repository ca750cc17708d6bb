import TUI

/// Which rows are shown: those whose text matches a regular expression, or with a leading `!` those that do not.
struct Filter {
    private let regex: Regex<AnyRegexOutput>?
    private let isInverse: Bool
    /// Why `text` is no regular expression; such a filter hides nothing.
    let problem: String?

    init(_ text: String) {
        isInverse = text.hasPrefix("!")
        let pattern = isInverse ? String(text.dropFirst()) : text
        do {
            regex = pattern.isEmpty ? nil : try Regex(pattern).ignoresCase()
            problem = nil
        } catch {
            regex = nil
            problem = "not a regular expression"
        }
    }

    func matches(_ row: PageRow) -> Bool {
        guard let regex else { return true }
        // One cell at a time: ^ and $ then mean the ends of what the user sees.
        let texts = [row.name, row.application, row.status] + row.cells.map(\.text)
        return texts.contains { $0.firstMatch(of: regex) != nil } != isInverse
    }
}
