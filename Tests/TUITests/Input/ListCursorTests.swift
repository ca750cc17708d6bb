import Testing

@testable import TUI

struct ListCursorTests {
    private let apps = ["bazarr", "jackett", "plex", "radarr", "sonarr"]

    @Test("nothing selected: the first row is")
    func first() {
        #expect(cursor(on: nil).selected == "bazarr")
    }

    @Test("an empty list has no selection, and gets one when rows come")
    func empty() {
        var cursor = ListCursor<String>()
        cursor.follow([], visibleRows: 3)
        cursor.move(by: 1, in: [], visibleRows: 3)
        #expect(cursor.selected == nil)
        cursor.follow(apps, visibleRows: 3)
        #expect(cursor.selected == "bazarr")
    }

    @Test("rows that come before the selected one do not move the selection to another")
    func inserted() {
        var cursor = cursor(on: "plex")
        cursor.follow(["aaa", "aab"] + apps, visibleRows: 3)
        #expect(cursor.selected == "plex")
        #expect((cursor.firstRow..<cursor.firstRow + 3).contains(4))
    }

    @Test("if the selected row goes, the one that takes its place is selected")
    func removed() {
        var cursor = cursor(on: "plex")
        cursor.follow(apps.filter { $0 != "plex" }, visibleRows: 3)
        #expect(cursor.selected == "radarr")
    }

    @Test("if the last row goes while selected, the new last one is")
    func lastRemoved() {
        var cursor = cursor(on: "sonarr")
        cursor.follow(Array(apps.dropLast(2)), visibleRows: 3)
        #expect(cursor.selected == "plex")
        #expect(cursor.firstRow == 0)
    }

    @Test(
        "moving stops at the ends",
        arguments: [(1, "radarr"), (-1, "jackett"), (Int.max, "sonarr"), (Int.min, "bazarr")])
    func moved(step: Int, expected: String) {
        var cursor = cursor(on: "plex")
        cursor.move(by: step, in: apps, visibleRows: 3)
        #expect(cursor.selected == expected)
    }

    @Test("the selection is always visible, and no row stays empty without need")
    func scrolling() {
        var cursor = cursor(on: nil)
        cursor.moveToLast(in: apps, visibleRows: 3)
        #expect(cursor.firstRow == 2)
        cursor.follow(apps, visibleRows: 10)
        #expect(cursor.firstRow == 0)
        cursor.follow(apps, visibleRows: 0)
        #expect(cursor.firstRow == 4)
        cursor.moveToFirst(in: apps, visibleRows: 3)
        #expect(cursor.firstRow == 0)
    }

    private func cursor(on id: String?) -> ListCursor<String> {
        var cursor = ListCursor<String>()
        cursor.select(id)
        cursor.follow(apps, visibleRows: 3)
        return cursor
    }
}
