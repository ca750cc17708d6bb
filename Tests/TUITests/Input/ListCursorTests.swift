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

    @Test("rows that come or go above the visible ones move none of these on the screen")
    func above() {
        var cursor = ListCursor<String>()
        cursor.moveToLast(in: apps, visibleRows: 3)
        cursor.move(by: -1, in: apps, visibleRows: 3)
        #expect(visible(cursor, in: apps) == ["plex", "radarr", "sonarr"])
        let more = ["aaa", "aab"] + apps + ["tautulli", "whisparr"]
        cursor.follow(more, visibleRows: 3)
        #expect(visible(cursor, in: more) == ["plex", "radarr", "sonarr"])
        let fewer = Array(more.dropFirst(3))
        cursor.follow(fewer, visibleRows: 3)
        #expect(visible(cursor, in: fewer) == ["plex", "radarr", "sonarr"])
        #expect(cursor.selected == "radarr")
    }

    @Test("a list at its top stays there, so that what comes first is seen")
    func top() {
        var cursor = cursor(on: "bazarr")
        cursor.follow(["aaa"] + apps, visibleRows: 3)
        #expect(cursor.firstRow == 0)
        #expect(cursor.selected == "bazarr")
    }

    @Test("a selection made from outside scrolls as little as needed")
    func outside() {
        var cursor = ListCursor<String>()
        cursor.moveToLast(in: apps, visibleRows: 3)
        cursor.select("plex")
        cursor.follow(apps, visibleRows: 3)
        #expect(cursor.firstRow == 2)
    }

    private func visible(_ cursor: ListCursor<String>, in rows: [String]) -> [String] {
        Array(rows[cursor.firstRow...].prefix(3))
    }

    private func cursor(on id: String?) -> ListCursor<String> {
        var cursor = ListCursor<String>()
        cursor.select(id)
        cursor.follow(apps, visibleRows: 3)
        return cursor
    }
}
