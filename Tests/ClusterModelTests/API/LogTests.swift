import FakeAPIServer
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct LogTests {
    private static let query = LogQuery(namespace: "seedbox", pod: "plex-1", container: "plex")
    private static let running =
        #"{"metadata":{"name":"plex-1","uid":"u"},"status":{"containerStatuses":"#
        + #"[{"name":"plex","restartCount":0,"state":{"running":{}}}]}}"#
    private static let ended = running.replacing("running", with: "terminated")

    @Test("a log is asked for with timestamps, from the last lines on")
    func request() async {
        let server = FakeServer([.openStream(["2026-11-23T08:00:01.5Z one\n"])])
        #expect(await log(server).first(1) == [.lines([LogLine(timestamp: "2026-11-23T08:00:01.5Z", text: "one")])])
        #expect(
            server.requestLines == [
                "GET /api/v1/namespaces/seedbox/pods/plex-1/log"
                    + "?container=plex&follow=true&timestamps=true&tailLines=1000"
            ])
    }

    @Test("after a lost connection the log goes on without a gap and without a line twice")
    func resumes() async {
        let first = "2026-11-23T08:00:01.5Z one\n2026-11-23T08:00:02.1Z two\n2026-11-23T08:00:02.1Z two\n"
        let second =
            "2026-11-23T08:00:02.1Z two\n2026-11-23T08:00:02.1Z two\n2026-11-23T08:00:02.1Z two\n"
            + "2026-11-23T08:00:02.7Z three\n"
        let server = FakeServer([
            .raw("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n\(first)"), .openStream([second]),
        ])
        let changes = await log(server).first(3)
        #expect(changes[1] == .failed(.unreachable(Phrase("the connection was closed"))))
        #expect(texts(changes) == ["one", "two", "two", "two", "three"])
        #expect(server.requestLines[1].hasSuffix("&timestamps=true&sinceTime=2026-11-23T08%3A00%3A02Z"))
    }

    @Test("a log that was rotated away while the connection was lost says that lines may be missing, once")
    func rotated() async {
        let second = "2026-11-23T08:00:07Z three\n2026-11-23T08:00:08Z four\n"
        let server = FakeServer([
            .raw("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n2026-11-23T08:00:01Z one\n"), .openStream([second]),
        ])
        let changes = await log(server).first(4)
        #expect(changes[2] == .gap)
        #expect(texts(changes) == ["one", "three", "four"])
    }

    @Test("the stamps of a node that is not in UTC are of the same times")
    func zones() async {
        let first = "2026-10-25T02:59:59.999999999+02:00 one\n2026-10-25T02:00:00.5+01:00 two\n"
        let second = "2026-10-25T02:00:00.5+01:00 two\n2026-10-24T20:00:01-05:00 three\n"
        let server = FakeServer([
            .raw("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n\(first)"), .openStream([second]),
        ])
        let changes = await log(server).first(3)
        let lines = [
            LogLine(timestamp: "2026-10-25T00:59:59.999999999Z", text: "one"),
            LogLine(timestamp: "2026-10-25T01:00:00.5Z", text: "two"),
        ]
        #expect(changes[0] == .lines(lines))
        #expect(changes[2] == .lines([LogLine(timestamp: "2026-10-25T01:00:01Z", text: "three")]))
        #expect(server.requestLines[1].hasSuffix("&sinceTime=2026-10-25T01%3A00%3A00Z"))
    }

    @Test("the end of a container is told once, and its next run is followed")
    func ends() async {
        let log = FakeServer.Answer.chunks(["2026-11-23T08:00:01Z one\n"])
        let next = FakeServer.Answer.openStream(["2026-11-23T08:00:01Z one\n2026-11-23T08:00:09Z again\n"])
        let server = FakeServer([log, .json(Self.ended), log, .json(Self.ended), next])
        let changes = await self.log(server).first(3)
        #expect(changes[1] == .ended)
        #expect(texts(changes) == ["one", "again"])
    }

    @Test(
        "a log that ends while its container runs, or before it does, is taken up again without a word",
        arguments: [running, running.replacing("running", with: "waiting"), #"{"metadata":{"name":"plex-1"}}"#])
    func rotation(_ pod: String) async {
        let log = FakeServer.Answer.chunks(["2026-11-23T08:00:01Z one\n"])
        let next = "2026-11-23T08:00:01Z one\n2026-11-23T08:00:02Z two\n"
        let server = FakeServer([log, .json(pod), .openStream([next])])
        #expect(texts(await self.log(server).first(2)) == ["one", "two"])
    }

    @Test("an error is told once as long as it stays the same")
    func errors() async {
        let waiting = FakeServer.Answer.status(400, "BadRequest", "waiting to start")
        let missing = FakeServer.Answer.status(404, "NotFound", "pods not found")
        let pace = TestPace()
        let server = FakeServer([waiting, waiting, missing, .openStream(["x\n"])])
        let changes = await log(server, pace).first(3)
        #expect(
            changes == [
                .failed(.refused(code: 400, reason: "BadRequest", message: "waiting to start")),
                .failed(.refused(code: 404, reason: "NotFound", message: "pods not found")),
                .lines([LogLine(timestamp: "", text: "x")]),
            ])
        #expect(pace.sleeps.prefix(3) == [1, 1.5, 15])
    }

    @Test("a busy API server is asked for a log when it wants to be")
    func busy() async {
        let busy = FakeServer.Answer.raw("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\n\r\nbusy\n")
        let pace = TestPace()
        let server = FakeServer([busy, .openStream(["x\n"])])
        let changes = await log(server, pace).first(2)
        #expect(changes.first == .failed(.busy(code: 429, message: "busy", retryAfter: 7)))
        #expect(pace.sleeps[0] == 7)
    }

    @Test(
        "where the reading begins is asked for",
        arguments: [
            (LogStart.head(bytes: 5000), false, "timestamps=true&limitBytes=5000"),
            (.since(seconds: 300, lines: 20), false, "follow=true&timestamps=true&sinceSeconds=300&tailLines=20"),
            (.tail(7), true, "timestamps=true&previous=true&tailLines=7"),
        ])
    func starts(start: LogStart, isPrevious: Bool, expected: String) async {
        let server = FakeServer([.openStream(["x\n"])])
        var query = Self.query
        query.start = start
        query.isPrevious = isPrevious
        _ = await log(server, query: query).first(1)
        #expect(server.requestLines[0].hasSuffix("/log?container=plex&\(expected)"))
    }

    @Test("a log that is not followed is complete at its end, also after a lost connection", arguments: [true, false])
    func complete(isPrevious: Bool) async {
        let lost = "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n2026-11-23T08:00:01Z one\n"
        let rest = "2026-11-23T08:00:01Z one\n2026-11-23T08:00:02Z two\n"
        let server = FakeServer([.raw(lost), .chunks([rest])])
        var query = Self.query
        query.isPrevious = isPrevious
        if !isPrevious { query.start = .head(bytes: 5000) }
        var changes: [LogChange] = []
        for await change in log(server, query: query) { changes.append(change) }
        #expect(texts(changes) == ["one", "two"])
        #expect(changes.last == .complete)
    }

    @Test("bytes that are not UTF-8 are repaired, carriage returns go")
    func oddLines() {
        var lines = LogLines()
        let new = lines.take([0xff, 0x0d, 0x0a] + Array("no break".utf8))
        #expect(new == [LogLine(timestamp: "", text: "\u{FFFD}")])
        #expect(lines.rest() == [LogLine(timestamp: "", text: "no break")])
    }

    @Test("a line that is too long is cut, with a count of what is missing", arguments: [1000, 70_000, 1 << 20])
    func longLine(pieceLength: Int) {
        var lines = LogLines()
        let bytes = Array("2026-11-23T08:00:01Z ".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20) + [0x0a]
        var new: [LogLine] = []
        for start in stride(from: 0, to: bytes.count, by: pieceLength) {
            new += lines.take(Array(bytes[start..<min(bytes.count, start + pieceLength)]))
        }
        new += lines.take(Array("next\n".utf8))
        #expect(new.map(\.text.utf8.count) == [65_536, 4])
        #expect(new[0].cutBytes == 983_040)
    }

    @Test("a line is not cut within a character")
    func cutAtCharacter() {
        var lines = LogLines()
        let new = lines.take(Array(("x" + String(repeating: "é", count: 40_000) + "\n").utf8))
        #expect(new[0].text.utf8.count == 65_535)
        #expect(new[0].text.hasSuffix("é"))
        #expect(new[0].cutBytes == 80_001 - 65_535)
    }

    private func log(
        _ server: FakeServer, _ pace: TestPace = TestPace(), query: LogQuery = query
    ) -> AsyncStream<LogChange> {
        ClusterAPI.over(server.client, refresh: 5, pace: pace.pace).log(query)
    }

    private func texts(_ changes: [LogChange]) -> [String] {
        changes.flatMap { change -> [String] in
            if case .lines(let lines) = change { lines.map(\.text) } else { [] }
        }
    }
}
