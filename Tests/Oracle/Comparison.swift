import Foundation

@testable import ClusterModel

/// What came of holding the server's cells against kstop's.
struct Comparison {
    private let serverMinor: Int
    /// The rules that the server is too old for.
    private let rules: [VersionRule]
    private(set) var objects: Set<UID> = []
    private(set) var narrowCells = 0
    private(set) var wideCells = 0
    /// One line for each; should be empty.
    private(set) var differences: [String] = []
    /// How many cells follow a newer server, by the rule that says so.
    private(set) var followed: [String: Int] = [:]

    init(serverMinor: Int) {
        self.serverMinor = serverMinor
        rules = VersionRule.all.filter { $0.minor > serverMinor }
    }

    mutating func add(_ answer: TableAnswer) {
        for row in answer.table.rows {
            switch row.object {
            case .readable(let object, let identity):
                objects.insert(identity.uid)
                compare(row, of: object, in: answer)
            case .unreadable(let object, _):
                differences.append("\(object.name): \(object.problem)")
            }
        }
    }

    /// What newer servers are said to print and no cell needs: wrong, or nothing in the corpus shows it. Should be empty.
    var unusedRules: [String] {
        rules.filter { $0.minor > serverMinor + 1 }.map(\.what).filter { followed[$0] == nil }
    }

    var summary: String {
        let newer = followed.values.reduce(0, +)
        let lines = followed.sorted { $0.key < $1.key }.map { "oracle:   \($0.value) of them: \($0.key)" }
        let total = """
            oracle: \(objects.count) objects, \(narrowCells + wideCells) cells compared (\(wideCells) of them wide), \
            \(differences.count) differences, \(newer) cells follow a newer server
            """
        return ([total] + lines).joined(separator: "\n")
    }

    private mutating func compare(_ row: ServerTable.Row, of object: ClusterObject, in answer: TableAnswer) {
        let name = "\(object.kind.plural)/\(object.metadata.name)"
        var ours = answer.moments.map { OracleCells.of(object, at: $0) }
        for column in NewColumn.all where column.kind == object.kind && column.minor > serverMinor {
            guard !answer.table.columns.contains(where: { $0.name == column.name }) else { continue }
            for index in ours.indices { ours[index][column.name] = nil }
            followed[column.what, default: 0] += 1
        }
        if row.cells.count != answer.table.columns.count || ours.first?.count != row.cells.count {
            differences.append("\(name): \(row.cells.count) cells, \(ours.first?.count ?? 0) here")
        }
        for (column, cell) in zip(answer.table.columns, row.cells) {
            if column.priority == 0 { narrowCells += 1 } else { wideCells += 1 }
            if ours.contains(where: { $0[column.name] == cell.text }) { continue }
            if let rule = rule(for: cell.text, in: column.name, of: object, at: answer.moments) {
                followed[rule.what, default: 0] += 1
            } else {
                differences.append(
                    "\(name): \(column.name) is “\(cell.text)”, here “\(ours.last?[column.name] ?? "no such column")”")
            }
        }
    }

    /// Why the cell may differ: the rule without which kstop would print it as well.
    private func rule(for cell: String, in column: String, of object: ClusterObject, at moments: [Date]) -> VersionRule?
    {
        func cells(_ rules: [VersionRule]) -> Set<String> {
            let old = VersionRule.forgetting(rules, object)
            return Set(moments.compactMap { OracleCells.of(old, at: $0)[column] })
        }
        guard cells(rules).contains(cell) else { return nil }
        let newest = cells([])
        return rules.first { cells([$0]) != newest }
    }
}
