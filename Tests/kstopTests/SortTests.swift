import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

struct SortTests {
    private static func names(_ play: Play) -> [String] { play.model.content.rows.map(\.facts.name) }

    @Test("every column of every page can be sorted by, both ways", arguments: Page.allCases)
    func everyColumn(page: Page) throws {
        var play = Play(size: Size(200, 40))
        play.type("\(page.rawValue + 1)w")
        for column in play.model.content.columns.map(\.name) {
            play.type(":sort \(column)")
            play.press(.enter)
            #expect(play.model.table.order.key == .column(column))
            let there = try Self.values(play, column)
            play.type("I")
            let back = try Self.values(play, column)
            #expect(there.filter { $0 != .nothing }.count == back.filter { $0 != .nothing }.count)
            for (one, other) in zip(there, there.dropFirst()) {
                #expect(other.precedes(one, isReversed: false) != true, "\(page) by \(column)")
            }
            for (one, other) in zip(back, back.dropFirst()) {
                #expect(other.precedes(one, isReversed: true) != true, "\(page) by \(column), reversed")
            }
        }
    }

    private static func values(_ play: Play, _ column: String) throws -> [SortValue] {
        let index = try #require(play.model.content.column(titled: column))
        return play.model.content.rows.map { $0.cells[index].value }
    }

    @Test("what uses most comes first, what has no metrics last")
    func usage() {
        var play = Play()
        play.type("M")
        #expect(Self.names(play).first == "plex")
        #expect(play.text.contains("MEM▼"))
        play.type("M")
        #expect(play.text.contains("MEM▲"))
        #expect(play.model.content.rows.last?.facts.health != .healthy)
    }

    @Test("< and > go through the columns, around the ends")
    func neighbors() {
        var play = Play(size: Size(160, 40))
        play.type(">")
        #expect(play.model.table.order.key == .column("READY"))
        play.type("<<")
        #expect(play.model.table.order.key == .column("CERT"))
    }

    @Test("the order is the page's own, and Esc gives the usual one back")
    func perPage() {
        var play = Play()
        play.type("R2")
        #expect(play.model.table.order == SortOrder())
        play.type("1")
        #expect(play.model.table.order.key == .column("RESTARTS"))
        play.press(.escape)
        #expect(play.model.table.order == SortOrder())
    }

    @Test("events come latest first")
    func events() {
        var play = Play()
        play.type("6")
        let times = play.model.content.rows.compactMap(\.facts.created)
        #expect(times == times.sorted(by: >))
    }
}
