import Testing

@testable import TUI
@testable import kstop

/// Aligned columns that fold.
struct GridTests {
    private let grid = Grid(
        titles: ["NAME", "AGE", "MEM", "MESSAGE"],
        rows: [["radarr", "40d", "210Mi", "all is well"], ["db", "", "", "it could not be reached"]])

    /// Without the blanks at which lines were broken.
    private func lines(_ width: Int) -> [String] {
        grid.lines(width: width).map { line in
            let end = line.text.lastIndex { $0 != " " }
            return end.map { String(line.text[...$0]) } ?? ""
        }
    }

    @Test("columns stand side by side where they fit, set in by three")
    func wide() {
        #expect(
            lines(60) == [
                "   NAME    AGE  MEM    MESSAGE", "   radarr  40d  210Mi  all is well",
                "   db                  it could not be reached",
            ])
    }

    @Test("the last column is wrapped in the room that is left")
    func wrapped() {
        #expect(
            lines(40) == [
                "   NAME    AGE  MEM    MESSAGE", "   radarr  40d  210Mi  all is well",
                "   db                  it could not be", "                       reached",
            ])
    }

    @Test("columns that do not fit go on below, with their titles unless they explain themselves")
    func folded() {
        #expect(
            lines(16) == [
                "   NAME    AGE", "   radarr  40d", "   MEM 210Mi", "   all is well", "   db", "   it could not",
                "   be reached",
            ])
    }

    @Test("a column that is empty in all rows is not there")
    func empty() {
        let grid = Grid(titles: ["A", "B", "C"], rows: [["1", "", "3"], ["4"]])
        #expect(grid.lines(width: 20).map(\.text) == ["   A  C", "   1  3", "   4"])
    }

    @Test("control characters are counted as they are drawn")
    func control() {
        let grid = Grid(rows: [["a\u{1B}b", "x"], ["abc", "y"]])
        #expect(grid.lines(width: 20).map(\.width) == [10, 10])
    }
}
