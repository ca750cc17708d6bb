import FakeAPIServer
import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

/// What a reflector makes of an API server, or a way to it, that does what it should not.
struct FaultTests {
    private typealias Answer = FakeServer.Answer

    /// What a watch brings after the list, with no field that kstop does not need.
    private static let events = [
        #"{"type":"ADDED","object":{"metadata":{"name":"new","uid":"n","resourceVersion":"1001"}}}"#,
        #"{"type":"MODIFIED","object":{"metadata":{"name":"new","uid":"n","resourceVersion":"1002"}"#
            + #","status":{"phase":"Running","message":"é ü 日本"}}}"#,
        #"{"type":"ADDED","object":{"metadata":{"name":"old","uid":"o","resourceVersion":"1003"}}}"#,
        #"{"type":"DELETED","object":{"metadata":{"name":"old","uid":"o","resourceVersion":"1004"}}}"#,
        #"{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"1005"}}}"#,
    ].map { $0 + "\n" }

    /// The end of a list.
    private static let pods = [
        #"{"metadata":{"name":"bazarr-1","uid":"a","namespace":"kubeseed"},"spec":{"containers":[{"name":"bazarr"}]},"#,
        #""status":{"phase":"Running"}},{"metadata":{"name":"plex-1","uid":"b","namespace":"kubeseed"}}]}"#,
    ]

    @Test("a list that is cut, at whatever byte, tells nothing until it comes whole", arguments: [true, false])
    func cutList(isChunked: Bool) async {
        let pieces = [#"{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":["#] + Self.pods
        let whole = isChunked ? Answer.chunks(pieces) : .json(pieces.joined())
        let server = FakeServer((0..<whole.size).map { whole.cut(after: $0) } + [whole, .openStream([])])
        var lists = 0
        var cluster = Cluster()
        for await change in changes(server) {
            cluster.apply(change)
            if case .listed = change { lists += 1 }
            if lists == 0, case .updated = change { #expect(server.requests.count > whole.size) }
            if cluster.source(.pods) == .live { break }
        }
        #expect(lists == 1 && cluster.pods.count == 2)
        #expect(server.requests.count > whole.size)
    }

    @Test("a watch that is cut, at whatever byte, goes on after the last whole event")
    func cutWatch() async {
        let whole = Answer.chunks(Self.events)
        let cuts = (0..<whole.size).map { whole.cut(after: $0) }
        let server = FakeServer([Self.list] + cuts + [.openStream(Self.events)])
        var cluster = Cluster()
        for await change in changes(server) {
            cluster.apply(change)
            let names = Set(cluster.pods.values.map(\.name))
            #expect(names.isSubset(of: ["first", "new", "old"]))
            if case .deleted = change, server.requests.count == cuts.count + 2 { break }
        }
        #expect(Set(cluster.pods.values.map(\.name)) == ["first", "new"])
        #expect(cluster.pods["n"]?.status.phase == "Running")
        let versions = Set(server.requestLines.dropFirst().map { $0.split(separator: "resourceVersion=")[1].prefix(4) })
        #expect(versions == ["1000", "1001", "1002", "1003", "1004", "1005"])
    }

    @Test("a line or a list without end is read no further than it could be of use, and told")
    func endless() async {
        let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
        var endless = Answer.raw("HTTP/1.1 200 OK\r\n\r\n")
        endless.goesOn = { send in _ = (0..<128).allSatisfy { _ in send(piece) } }
        for (script, words, megabytes) in [
            ([Self.list, endless], "a watch line without end", 10), ([endless], "an answer without end", 66),
        ] {
            let server = FakeServer(script)
            for await change in changes(server) {
                guard case .source(.pods, .failing(let error, _, _)) = change else { continue }
                #expect(error == .malformed(Phrase(verbatim: words)) || error.text.english.hasSuffix(words))
                break
            }
            #expect(server.sentBytes < megabytes << 20)
        }
    }

    @Test("after any sequence of faults all objects are there, and no others", arguments: 0..<8)
    func storm(seed: UInt64) async {
        var dice = Dice(state: seed)
        let faults = (0..<40).map { _ in Self.fault(&dice) }
        // Whatever was asked last, a list and then watches follow.
        let server = FakeServer(faults + [.status(410, "Expired")] + Array(repeating: Self.list, count: 3))
        var cluster = Cluster()
        for await change in changes(server) {
            cluster.apply(change)
            if case .listed = change, server.requests.count > faults.count + 1 { break }
        }
        #expect(cluster.pods.values.map(\.name) == ["first"])
    }

    private static let list = Answer.json(
        #"{"metadata":{"resourceVersion":"1000"},"items":[{"metadata":{"name":"first","uid":"f"}}]}"#)

    private static func fault(_ dice: inout Dice) -> Answer {
        let whole = [list, .chunks(events)][Int.random(in: 0...1, using: &dice)]
        switch Int.random(in: 0..<9, using: &dice) {
        case 0: return whole.cut(after: Int.random(in: 0..<whole.size, using: &dice))
        case 1: return whole.inSingleBytes
        case 2: return .raw((0..<200).map { _ in "\(UInt8.random(in: 0...255, using: &dice))" }.joined())
        case 3: return .status(410, "Expired")
        case 4: return .status(403, "Forbidden")
        case 5: return .status(401, "Unauthorized")
        case 6: return .status(500 + Int.random(in: 0...4, using: &dice), "ServerError")
        case 7: return .raw("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 1\r\n\r\nbusy")
        default: return whole
        }
    }

    private func changes(_ server: FakeServer) -> AsyncStream<ClusterChange> {
        ClusterAPI.over(server.client, refresh: 5, pace: TestPace().pace).changes(.pods, "kubeseed")
    }
}
