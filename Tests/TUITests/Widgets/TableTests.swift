import Testing

@testable import TUI

struct TableTests {
    private let table = Table(
        columns: [Column("APP"), Column("AGE", alignment: .trailing), Column("URL", priority: 1)],
        rows: [
            ["bazarr", "12d", StyledText("bazarr.example.org", .accent)],
            [StyledText("plex", bold: true), "3d", StyledText("tv.example.org", .accent)],
        ],
        selected: 1, firstRow: 0)

    @Test("titles, aligned cells and the selection over the whole width")
    func whole() {
        #expect(
            golden(table, 36, 4) == """
                " APP     AGE  URL                   "
                " bazarr  12d  bazarr.example.org    "
                " plex     3d  tv.example.org        "
                "                                    "

                " qqq     qqq  qqq                   "
                " tttttt  ttt  aaaaaaaaaaaaaaaaaa    "
                " TTTT     tt  aaaaaaaaaaaaaa        " selection 0-35
                "                                    "

                """)
    }

    @Test("the sort mark moves nothing, even in the last column")
    func sortMark() {
        var table = table
        table.sorted = Table.Sort(column: 1, isDescending: true)
        #expect(rows(table, 34, 1) == [" APP     AGE▼ URL                 "])
        table.sorted = Table.Sort(column: 1, isDescending: false)
        #expect(rows(table, 13, 1) == [" APP     AGE▲"])
    }

    @Test("scrolling moves no column")
    func scrolled() {
        var table = table
        table.firstRow = 1
        #expect(rows(table, 34, 2) == [" APP     AGE  URL                 ", " plex     3d  tv.example.org      "])
    }

    @Test("what has no room is left out")
    func narrow() {
        #expect(rows(table, 14, 2) == [" APP     AGE  ", " bazarr  12d  "])
        #expect(rows(table, 8, 2) == [" APP    ", " bazarr "])
        #expect(rows(table, 6, 2) == [" APP  ", " baz… "])
    }

    @Test("rows with too few cells, a selection and a first row that do not exist are no harm")
    func odd() {
        var table = table
        table.rows.append(["only"])
        table.selected = 9
        table.firstRow = -3
        #expect(rows(table, 12, 4).last?.trimmed == " only")
        table.firstRow = 99
        #expect(rows(table, 12, 2).last?.trimmed == "")
    }

    @Test("marks stand in the blank column left of their rows, one column wide")
    func marks() {
        var table = table
        table.rowMarks = [StyledText("●", .accent), "日"]
        #expect(rows(table, 13, 3) == [" APP     AGE ", "●bazarr  12d ", "…plex     3d "])
        table.rowMarks = [StyledText(), "+", "beyond"]
        #expect(rows(table, 13, 3) == [" APP     AGE ", " bazarr  12d ", "+plex     3d "])
    }

    @Test("columns do not get narrower than they were, if that is wanted")
    func leastWidths() {
        var table = table
        table.leastWidths = [8, 2]
        #expect(table.naturalWidths == [8, 3, 18])
        #expect(rows(table, 15, 2) == [" APP       AGE ", " bazarr    12d "])
    }

    @Test("the row under the mouse", arguments: [(0, nil), (4, nil), (5, nil), (6, 1), (7, nil), (8, nil)])
    func rowAt(y: Int, expected: Int?) {
        var table = table
        table.firstRow = 1
        #expect(table.row(at: y, in: Rect(x: 2, y: 5, width: 20, height: 3)) == expected)
    }

    @Test("rows beneath the area are not there")
    func rowBeneath() {
        #expect(table.row(at: 2, in: Rect(x: 0, y: 0, width: 20, height: 2)) == nil)
        #expect(table.row(at: 0, in: Rect(x: 0, y: 0, width: 0, height: 0)) == nil)
    }

    @Test(
        "the column under the mouse, with the gap behind it",
        arguments: [(2, nil), (3, 0), (10, 0), (11, 1), (15, 1), (16, 2), (35, 2), (36, nil), (99, nil)])
    func columnAt(x: Int, expected: Int?) {
        #expect(table.column(at: x, in: Rect(x: 2, y: 0, width: 40, height: 3)) == expected)
    }

    private func rows(_ table: Table, _ width: Int, _ height: Int) -> [String] {
        var screen = Screen(size: Size(width, height))
        table.draw(in: screen.bounds, on: &screen)
        return screen.rows
    }

    private func golden(_ table: Table, _ width: Int, _ height: Int) -> String {
        var screen = Screen(size: Size(width, height))
        table.draw(in: screen.bounds, on: &screen)
        return screen.goldenText()
    }
}
