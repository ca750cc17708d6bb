import FoundationEssentials
import Testing
import Words

@testable import ClusterModel

struct ObjectDecodingTests {
    @Test("a list as a server sent it")
    func recorded() throws {
        let page = try page(.pods, apiFixture("pods.json"))
        #expect(page.objects.count == 2 && page.uids.count == 2 && page.unreadable.isEmpty)
        #expect(!page.resourceVersion.isEmpty && page.continuation.isEmpty)
    }

    @Test("a bad object costs only itself, and is reported by name")
    func unreadable() throws {
        let page = try page(
            .services,
            """
            {"metadata":{"resourceVersion":"7","continue":"next"},"items":[
            {"metadata":{"name":"good","uid":"1"}},
            {"metadata":{"name":"bad","uid":"2","creationTimestamp":"yesterday"}},
            null, 5, [], {"metadata":{"uid":"3"}},
            {"metadata":{"name":"late","uid":"4","creationTimestamp":"99999-01-01T00:00:00Z"}},
            {"metadata":{"name":"last","uid":"5"}}]}
            """)
        #expect(page.objects.count == 2)
        #expect(page.uids == ["1", "2", "3", "4", "5"])
        #expect(page.continuation == "next")
        let problems = page.unreadable.map { "\($0.title.english), \($0.uid): \($0.problem.english)" }
        #expect(
            problems == [
                "bad, 2: metadata.creationTimestamp is not valid",
                "(without a name), : the object is null",
                "(without a name), : the object is not an object",
                "(without a name), : the object is not an object",
                "(without a name), 3: metadata.name is missing",
                "late, 4: metadata.creationTimestamp is not valid",
            ])
    }

    @Test(
        "what makes one object no JSON costs only that object",
        arguments: [#"{"\ud800":""}"#, "nul", "1..2", deep, "\"\u{1}\"", #""\x""#])
    func noJSON(_ value: String) throws {
        let page = try page(
            .services,
            """
            {"kind":"ServiceList","metadata":{"resourceVersion":"7","continue":"next"} , "items":[
            {"metadata":{"name":"a","uid":"1","annotations":{"text":"]}\\"{["}}},
            {"metadata":{"annotations":{"text":\(value)},"name":"b","uid":"2"}} ,
            {"metadata":{"name":"c","uid":"3"},"spec":{"clusterIP":\(value)}},
            {"metadata":{"name":"\\ud83d\\ude00","uid":"4"}}, {"metadata":{"name":\(value),"uid":"5"}}]}
            """)
        #expect(page.objects.map(\.metadata.name) == ["a", "😀"])
        #expect(page.unreadable.map(\.name) == ["b", "c", ""])
        #expect(page.uids == ["1", "2", "3", "4", "5"])
        #expect(page.resourceVersion == "7" && page.continuation == "next")
    }

    @Test("what nobody reads may be no JSON", arguments: ["nul", "1..2", deep, "\"\u{1}\"", #""\x""#])
    func unread(_ value: String) throws {
        let object = #"{"metadata":{"name":"a","uid":"1","managedFields":[\#(value)]},"later":\#(value)}"#
        #expect(try page(.services, #"{"metadata":{},"items":[\#(object)]}"#).objects.map(\.metadata.name) == ["a"])
    }

    @Test(
        "half a surrogate pair is replaced, as in Go",
        arguments: [(#"\ud800"#, "\u{FFFD}"), (#"\udc00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"\ud83d\u0041"#, "\u{FFFD}A")])
    func halfPairs(_ escaped: String, _ text: String) throws {
        let page = try page(.services, #"{"metadata":{},"items":[{"metadata":{"name":"\#(escaped)"}}]}"#)
        #expect(page.objects.map(\.metadata.name) == [text])
    }

    @Test("an item that is wrong is named by its place")
    func places() throws {
        let spec = #"{"containers":[{"name":"a"},{"name":"b","ports":[{"containerPort":80},{"containerPort":"x"}]}]}"#
        let page = try page(.pods, #"{"metadata":{},"items":[{"metadata":{"name":"a"},"spec":\#(spec)}]}"#)
        #expect(
            page.unreadable.map(\.problem)
                == [Phrase("\("spec.containers[1].ports[1].containerPort") is not \(Phrase("a number"))")])
    }

    @Test("nor does it end a watch", arguments: ["nul", deep])
    func noJSONInWatch(_ value: String) throws {
        let object = #"{"metadata":{"name":"a","uid":"1","resourceVersion":"9","labels":{"text":\#(value)}}}"#
        guard case .unreadable(let bad, "9") = try event(.pods, #"{"type":"ADDED","object":\#(object)}"#) else {
            throw APIError.malformed(Phrase(verbatim: value))
        }
        #expect(bad.name == "a" && bad.uid == "1")
        #expect(try event(.pods, #"{"object":\#(object),"type":"DELETED"}"#) == .deleted("1", resourceVersion: "9"))
    }

    /// Deeper than a reader that calls itself could go.
    private static let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)

    @Test(
        "what is no list, or no event, is refused as a whole",
        arguments: [
            "", "{", "[]", #"{"items":[]}"#, #"{"metadata":{},"items":[{}"#, #"{"metadata":{},"items":[}]}"#,
        ])
    func noList(_ json: String) {
        #expect(throws: APIError.self) { try page(.pods, json) }
        #expect(throws: APIError.self) { try event(.pods, json) }
    }

    @Test("Go's null is an empty list")
    func nullItems() throws {
        #expect(
            try page(.pods, #"{"metadata":{"resourceVersion":"1"},"items":null}"#) == ListPage(resourceVersion: "1"))
    }

    @Test("a watch as a server sent it")
    func recordedWatch() throws {
        let events = try apiFixture("pods-watch.jsonl").split(separator: "\n").map { try event(.pods, String($0)) }
        #expect(events.count == 3)
        guard case .updated(.pod, _) = events[0], case .updated(.pod, _) = events[1], case .deleted = events[2]
        else { throw APIError.malformed(Phrase(verbatim: "\(events)")) }
    }

    private static let lines: [(String, WatchEvent)] = [
        (
            #"{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"9"}}}"#,
            WatchEvent.bookmark(resourceVersion: "9")
        ),
        (
            #"{"type":"MODIFIED","object":{"metadata":{"name":5,"uid":"1","resourceVersion":"9"}}}"#,
            .unreadable(
                UnreadableObject(
                    name: "", problem: Phrase("\("metadata.name") is not \(Phrase("text"))"), uid: "1"),
                resourceVersion: "9")
        ),
        (
            #"{"type":"DELETED","object":{"metadata":{"name":5,"uid":"1","resourceVersion":"9"}}}"#,
            .deleted("1", resourceVersion: "9")
        ),
        (
            #"{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old"}}"#,
            .failed(.refused(code: 410, reason: "Expired", message: "too old"))
        ),
        (#"{"type":"LATER","object":{}}"#, .skipped(resourceVersion: "")),
    ]

    @Test("what a watch line means", arguments: lines)
    func watchLines(_ line: String, _ expected: WatchEvent) throws {
        #expect(try event(.pods, line) == expected)
    }

    @Test("consecutive updates of a burst are one change")
    func bursts() throws {
        func updated(_ name: String) throws -> WatchEvent {
            try event(.services, #"{"type":"ADDED","object":{"metadata":{"name":"\#(name)"}}}"#)
        }
        let events = [
            try updated("a"), .bookmark(resourceVersion: "1"), try updated("b"), .deleted("x", resourceVersion: "2"),
            try updated("c"),
        ]
        let shapes = events.changes(.services).map { change in
            switch change {
            case .updated(_, let objects): "\(objects.count) updated"
            case .deleted(_, let uid): "\(uid) deleted"
            default: "?"
            }
        }
        #expect(shapes == ["2 updated", "x deleted", "1 updated"])
    }

    private func page(_ kind: ResourceKind, _ json: String) throws -> ListPage {
        try ListPage(Data(json.utf8), kind: kind)
    }

    private func event(_ kind: ResourceKind, _ json: String) throws -> WatchEvent {
        try WatchEvent(LineSplitter.Line(bytes: Array(json.utf8)), kind: kind)
    }
}
