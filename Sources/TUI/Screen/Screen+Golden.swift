extension Screen {
    /// The screen for a test to compare and a person to review: the rows in quotes, an empty line, then for each row
    /// the roles of its cells, also in quotes.
    ///
    /// A letter stands for a role: `t`ext, `q`uiet, `s`trong, `a`ccent, `h`ealthy, `p`rogressing, `w`arning, `f`ailed,
    /// `1` to `4` the sources, a capital letter if bold; blanks have none. Behind the roles are the columns, first to last, that are not on the
    /// plain page: `selection 0-79`, `dialog`, `button`, `underlined`, `dimmed`.
    package func goldenText() -> String {
        let texts = rows.map { "\"\($0)\"" }
        let roles = (0..<size.height).map { goldenRoles(of: row($0)) }
        return (texts + [""] + roles).joined(separator: "\n") + "\n"
    }

    private func goldenRoles(of row: ArraySlice<Cell>) -> String {
        let letters = String(row.map(\.goldenLetter))
        let marks: [(String, (Style) -> Bool)] = [
            ("selection", { $0.surface == .selection }),
            ("dialog", { $0.surface == .dialog }),
            ("button", { $0.surface == .button }),
            ("underlined", \.isUnderlined),
            ("dimmed", \.isDimmed),
        ]
        let notes = marks.flatMap { name, holds in
            columns(of: row, where: holds).map { " \(name) \($0.lowerBound)-\($0.upperBound)" }
        }
        return "\"\(letters)\"" + notes.joined()
    }

    /// The runs of cells whose style fulfils a condition.
    private func columns(of row: ArraySlice<Cell>, where holds: (Style) -> Bool) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for (column, cell) in row.enumerated() where holds(cell.style) {
            if let last = runs.last, last.upperBound == column - 1 {
                runs[runs.count - 1] = last.lowerBound...column
            } else {
                runs.append(column...column)
            }
        }
        return runs
    }
}

extension Cell {
    fileprivate var goldenLetter: Character {
        if character == " ", width == 1 { return " " }
        let letters: (plain: Character, bold: Character) =
            switch style.role {
            case .text: ("t", "T")
            case .quiet: ("q", "Q")
            case .strong: ("s", "S")
            case .accent: ("a", "A")
            case .healthy: ("h", "H")
            case .progressing: ("p", "P")
            case .warning: ("w", "W")
            case .failed: ("f", "F")
            case .firstSource: ("1", "1")
            case .secondSource: ("2", "2")
            case .thirdSource: ("3", "3")
            case .fourthSource: ("4", "4")
            }
        return style.isBold ? letters.bold : letters.plain
    }
}
