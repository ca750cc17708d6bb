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
