import FoundationEssentials
import Testing

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// The page of a log in its states.
struct LogGoldenTests {
    private static let sizes = [Size(80, 24), Size(40, 10)]

    private static let lines = [
        #"{"time":"2026-11-23T14:02:05Z","level":"info","msg":"listening","port":8080}"#,
        #"{"time":"2026-11-23T14:02:06Z","level":"error","msg":"no database","host":"db-wordpress","tries":3}"#,
        "[Warn] the cache is cold: 0 of 512 entries, it will be filled by the first visitors of the day",
        "level=debug msg=\"handshake\" peer=10.42.0.9", "plain words about nothing in particular",
    ]

    private static func play(_ size: Size) -> Play { LogPageTests.playWithLog(lines + lines, size: size) }

    @Test("search and filter", arguments: sizes)
    func search(size: Size) throws {
        var play = Self.play(size)
        play.type("&!plain")
        play.press(.enter)
        play.type("/da\\w*")
        play.press(.enter)
        try check("log-search", play)
    }

    @Test("a search being typed", arguments: sizes)
    func typing(size: Size) throws {
        var play = Self.play(size)
        play.type("/cold")
        try check("log-typing", play)
    }

    @Test("readable JSON, wrapped, with times, paused", arguments: sizes)
    func json(size: Size) throws {
        var play = Self.play(size)
        play.type("Jwtk")
        play.receive(.log(id: 1, .lines([LogLine(timestamp: "", text: "new")])))
        try check("log-json", play)
    }

    @Test("all pods of an application, with a mark and a remark", arguments: sizes)
    func application(size: Size) throws {
        var play = Play(size: size)
        play.select("wordpress")
        play.type("L")
        for (index, id) in (play.model.log?.sources.map(\.id) ?? []).enumerated() {
            let stamped = Self.lines.enumerated().map { line in
                LogLine(timestamp: "2026-11-23T14:02:0\(line.offset).\(index)Z", text: line.element)
            }
            play.receive(.log(id: id, .lines(stamped)))
        }
        play.type("M")
        play.receive(.log(id: play.model.lastLogID, .skipped(12_340)))
        try check("log-application", play)
    }

    @Test("the previous container that there is not", arguments: sizes)
    func previous(size: Size) throws {
        var play = Play(size: size)
        play.select("wordpress")
        play.type("p")
        let words = "previous terminated container \"wordpress\" in pod \"wordpress-1\" not found"
        play.receive(.log(id: 1, .failed(.badRequest(words))))
        try check("log-previous", play)
    }

    @Test("the keys of a log")
    func help() throws {
        var play = Self.play(Size(80, 24))
        play.type("?")
        try check("log-help", play)
    }

    private func check(_ name: String, _ play: Play) throws {
        let size = play.model.size
        try checkGolden("\(name)-\(size.width)x\(size.height)", play.screen)
    }
}
