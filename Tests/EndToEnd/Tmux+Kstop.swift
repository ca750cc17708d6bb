/// What the tests know of kstop's screen.
extension Tmux {
    /// kstop with the made-up seedbox, once its first screen is there and all has been asked that it depends on.
    static func demo(
        _ arguments: String = "", columns: Int = 110, rows: Int = 36, environment: [String: String] = [:]
    ) async throws -> Tmux {
        let tmux = try await kstop("--demo \(arguments)", columns: columns, rows: rows, environment: environment)
        // All of it: a terminal may have got no more than the first lines.
        let words = ["7 broken", "1 degraded", "? help", "live"]
        try await tmux.waitFor("the first screen") { screen in words.allSatisfy(screen.contains) }
        return tmux
    }

    /// Runs a command of kstop's own.
    func command(_ text: String) async throws {
        try await type(":" + text)
        try await keys("Enter")
    }

    /// The name in the rule of the panel beneath (or beside) the table, which is that of the selected row.
    func selection() async throws -> String? { try await screen().selection }

    /// Goes from the first row, which must be selected if the screen has just changed, down to that of that name.
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

    /// Waits until a dialog takes keys, which its buttons show.
    func waitForButtons() async throws {
        try await waitUntil("buttons that can be pressed") { try await styledScreen().hasBoldCancel }
    }

    /// In a dialog whose default is Cancel, chooses the other button.
    func confirm() async throws {
        try await waitForButtons()
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
    func row(_ words: String...) -> [Substring]? { row(words) }

    func row(_ words: [String]) -> [Substring]? { rows.first { $0.containsInOrder(words) } }

    /// The line with all these words, counted from 1 as terminals do.
    func lineNumber(_ words: String...) -> Int? {
        rows.firstIndex { $0.containsInOrder(words) }.map { $0 + 1 }
    }

    /// Whether the button for it is the chosen one of a dialog that takes keys.
    fileprivate var hasBoldCancel: Bool { contains(#/\x1B\[1m(\x1B\[[0-9;]*m)* (Cancel|Annuler) /#) }

    /// Whether an escape sequence chooses a color; to go back to the terminal's own does not count.
    var hasColors: Bool {
        matches(of: /\e\[([0-9;]*)m/).contains { match in
            match.1.split(separator: ";").compactMap { Int($0) }.contains { number in
                [30...38, 40...48, 90...97, 100...107].contains { $0.contains(number) }
            }
        }
    }

    var selection: String? {
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
