import Foundation
import Testing

@testable import ClusterModel

struct EventColumnsTests {
    @Test("a recorded event of the kubelet reads as kubectl prints it")
    func recorded() throws {
        let events = try Fixture.list(.events, of: ClusterEvent.self)
        let event = try #require(events.first { $0.reason == "Unhealthy" && $0.container == "kavita" })
        #expect(event.objectText.hasPrefix("pod/kavita-"))
        #expect(event.fieldPath == "spec.containers{kavita}")
        #expect(event.sourceText == "kubelet, realk8s")
        #expect((event.type.word, event.countText) == ("Warning", "8"))
        #expect(event.lastSeenText(at: Fixture.recordedAt) != "<unknown>")
        #expect(event.intervalText(at: Fixture.recordedAt).contains(" (x8 over "))
    }

    @Test("an event of the scheduler has one time, and no count")
    func scheduler() throws {
        let events = try Fixture.list(.events, of: ClusterEvent.self)
        let event = try #require(events.first { $0.reason == "Scheduled" })
        #expect(event.sourceText == "default-scheduler, default-scheduler-vm")
        #expect((event.firstSeen, event.countText) == (event.lastSeen, "1"))
        #expect(event.intervalText(at: Fixture.recordedAt) == event.lastSeenText(at: Fixture.recordedAt))
    }

    @Test(
        "times and counts",
        arguments: [
            (#""count":3,"firstTimestamp":"T07:00:00Z","lastTimestamp":"T08:59:00Z""#, "60s|120m|3|60s (x3 over 120m)"),
            (#""count":1,"firstTimestamp":"T08:00:00Z","lastTimestamp":"T08:00:00Z""#, "60m|60m|1|60m"),
            (#""firstTimestamp":"T08:00:00Z""#, "60m|60m|1|60m"),
            (#""eventTime":"T08:00:00.5Z""#, "59m|59m|1|59m"),
            (
                #""eventTime":"T08:00:00Z","count":2,"series":{"count":7,"lastObservedTime":"T08:59:50.25Z"}"#,
                "9s|60m|7|9s (x7 over 60m)"
            ),
            (#""eventTime":"T08:00:00Z","series":{"count":7}"#, "<unknown>|60m|7|<unknown> (x7 over 60m)"),
            (#""count":0"#, "<unknown>|<unknown>|1|<unknown>"),
        ])
    func times(_ fields: String, _ expected: String) throws {
        let event = try event(fields.replacing("\"T", with: "\"2026-11-23T"))
        let now = Date(timeIntervalSince1970: 1_795_424_400)
        let texts = [
            event.lastSeenText(at: now), event.firstSeenText(at: now), event.countText, event.intervalText(at: now),
        ]
        #expect(texts.joined(separator: "|") == expected)
    }

    @Test(
        "who reports it",
        arguments: [
            (#""source":{"component":"kubelet","host":"box"}"#, "kubelet, box"),
            (#""source":{"component":"kubelet"}"#, "kubelet"),
            (#""source":{},"reportingComponent":"a","reportingInstance":"b""#, "a, b"),
            (#""source":{"host":"box"},"reportingComponent":"a","reportingInstance":"b""#, "a, box"),
            (#""source":{"component":"","host":"box"}"#, ", box"), (#""source":null"#, ""),
        ])
    func source(_ fields: String, _ expected: String) throws {
        #expect(try event(fields).sourceText == expected)
    }

    @Test("type, object and message")
    func words() throws {
        let event = try event(#""type":"Odd","message":" \n a b \n","involvedObject":{"kind":"ReplicaSet"}"#)
        #expect((event.type, event.objectText, event.messageText) == (.other("Odd"), "replicaset", "a b"))
        #expect(event.container.isEmpty)
    }

    private func event(_ fields: String) throws -> ClusterEvent {
        try JSON.decoder().decode(ClusterEvent.self, from: Data(#"{"metadata":{"name":"e"},\#(fields)}"#.utf8))
    }
}
