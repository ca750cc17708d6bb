/// What the tests know of kstop's screen.
extension Tmux {
    /// The name in the rule of the panel beneath (or beside) the table, which is that of the selected row.
    func selection() async throws -> String? { try await screen().selection }

    /// Goes to the row of that name: from the first one, down.
    func select(_ name: String) async throws {
        try await keys("g")
        var selected = try await waitFor("a selection") { $0.selection != nil }.selection
        while selected != name {
            try await keys("j")
            // The next key only when this one has been seen, so that none is left to arrive later.
            let before = selected
            selected = try await waitFor("the row after \(before ?? "")") { $0.selection != before }.selection
        }
    }

    /// In a dialog whose default is Cancel, chooses the other button.
    func confirm() async throws {
        try await keys("Right")
        try await keys("Enter")
    }
}

extension String {
    var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }

    /// The words of each line, without frames.
    var rows: [[Substring]] {
        lines.map { line in line.split { $0 == " " || $0 == "│" || $0 == "|" } }
    }

    /// The first line with all these words, in this order.
    func row(_ words: String...) -> [Substring]? { rows.first { $0.containsInOrder(words) } }

    fileprivate var selection: String? {
        let rule = /[─┌-] (?<name>[a-z0-9][a-z0-9.-]*) .*[─-]/
        return lines.compactMap { line in line.firstMatch(of: rule).map { String($0.name) } }.last
    }
}

extension [Substring] {
    func containsInOrder(_ words: [String]) -> Bool {
        var rest = self[...]
        for word in words {
            guard let index = rest.firstIndex(where: { $0 == word }) else { return false }
            rest = rest[(index + 1)...]
        }
        return true
    }
}
