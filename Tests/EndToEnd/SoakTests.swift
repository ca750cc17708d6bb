import FakeAPIServer
import Foundation
import Glibc
import Testing

/// kstop for a long time under a storm of changes. `make soak MINUTES=30` is the long form.
@Suite(.serialized, .timeLimit(.minutes(600)))
struct SoakTests {
    private static let minutes = Double(ProcessInfo.processInfo.environment["KSTOP_SOAK_MINUTES"] ?? "") ?? 0.25

    @Test("memory, descriptors and threads stay as they are, however many changes come")
    func soak() async throws {
        let cluster = try FakeCluster { kind in
            switch kind {
            case "pods":
                Self.churn { number in [Self.event("MODIFIED", FakeCluster.pod(number % 40, version: number))] }
            case "events": Self.churn { number in Self.eventsOfEvents(number) }
            default: .openStream([])
            }
        }
        let terminal = try PseudoTerminal([Binary.path], environment: cluster.environment)
        try await terminal.waitFor("pod-10")
        var samples: [Sample] = []
        let start = Date()
        let keys = ["1", "2", "6", "j", "?", "q", "\u{12}", "3"]
        try await waitUntil("the end of the soak", timeout: Self.minutes * 60 + 60, pause: .milliseconds(500)) {
            terminal.read(keeping: 0)
            let time = -start.timeIntervalSinceNow
            if time >= Double(samples.count) * Self.minutes * 60 / 20 {
                terminal.type(keys[samples.count % keys.count])
                samples.append(try Sample(of: terminal.id, at: time))
                print(samples.last ?? "")
            }
            return time > Self.minutes * 60
        }
        let settled = samples[samples.count / 3].memory
        #expect(samples.suffix(3).map(\.memory).max() ?? 0 < settled + settled / 8 + 4096)
        #expect(samples.suffix(3).map(\.descriptors).max() ?? 0 <= samples[samples.count / 3].descriptors + 3)
        terminal.type("\u{3}")
        #expect(try await terminal.status() == 130)
        print("bytes of events: \(cluster.sentBytes)")
    }

    private struct Sample: CustomStringConvertible {
        var time: Double
        /// KiB.
        var memory: Int
        var descriptors: Int
        var threads: Int

        init(of id: Int32, at time: Double) throws {
            self.time = time
            let status = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
            func number(_ name: String) -> Int {
                let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") } ?? ""
                return line.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
            }
            memory = number("VmRSS")
            threads = number("Threads")
            descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(id)/fd").count
        }

        var description: String { "\(Int(time)) s: \(memory) KiB, \(descriptors) descriptors, \(threads) threads" }
    }

    /// A watch that sends the events for each of the numbers from 1 on, a hundred or so a second.
    private static func churn(_ events: @escaping @Sendable (Int) -> [String]) -> FakeServer.Answer {
        .news(from: 0) { number in
            number += 1
            return events(number).joined()
        }
    }

    /// A new event; the one that came two hundred before it goes.
    private static func eventsOfEvents(_ number: Int) -> [String] {
        let gone = number > 200 ? [event("DELETED", clusterEvent(number - 200))] : []
        return [event("ADDED", clusterEvent(number))] + gone
    }

    private static func event(_ type: String, _ object: String) -> String {
        #"{"type":"\#(type)","object":\#(object)}"# + "\n"
    }

    private static func clusterEvent(_ number: Int) -> String {
        """
        {"metadata":{"name":"event-\(number)","namespace":"kubeseed","uid":"e\(number)","resourceVersion":"\(number)"},\
        "type":"Warning","reason":"BackOff","message":"Back-off restarting failed container \(number)",\
        "involvedObject":{"kind":"Pod","name":"pod-\(number % 40)","namespace":"kubeseed","uid":"\(number % 40)"},\
        "count":\(number),"lastTimestamp":"2026-01-01T00:00:00Z"}
        """
    }
}
