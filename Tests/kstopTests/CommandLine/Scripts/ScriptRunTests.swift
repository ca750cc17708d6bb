import FoundationEssentials
import Synchronization
import Testing

@testable import ClusterModel
@testable import kstop

/// Logs, URLs and tokens of the made-up seedbox.
struct ScriptRunTests {
    @Test("a log is printed as it is")
    func logs() async throws {
        let script = try Script("logs", "sonarr", "--tail", "3")
        #expect(await script.run() == 0)
        #expect(script.lines.count == 3)
        #expect(script.lines.allSatisfy { !$0.hasPrefix("20") && !$0.hasPrefix("[pod/") })
        let stamped = try Script("logs", "sonarr", "--tail", "3", "--timestamps")
        #expect(await stamped.run() == 0)
        #expect(stamped.lines.allSatisfy { $0.contains(#/^\d{4}-\d\d-\d\dT[\d:.]+Z /#) })
    }

    @Test("only what is recent is printed, or what the run before has written")
    func parts() async throws {
        let recent = try Script("logs", "sonarr", "--since", "1m", "--timestamps")
        #expect(await recent.run() == 0)
        let all = try Script("logs", "sonarr")
        #expect(await all.run() == 0)
        #expect((1..<all.lines.count).contains(recent.lines.count))
        let previous = try Script("logs", "overseerr", "-p")
        #expect(await previous.run() == 0)
        #expect(previous.output.contains("SQLITE") || !previous.lines.isEmpty)
        let none = try Script("logs", "sonarr", "-p")
        #expect(await none.run() == 1)
        #expect(none.errors[0].hasPrefix("previous terminated container \"sonarr\" in pod"))
    }

    @Test("a container of a helper's pod is found by its name")
    func container() async throws {
        let script = try Script("logs", "wordpress", "-c", "db-wordpress", "--tail", "1")
        #expect(await script.run() == 0)
        #expect(script.lines.count == 1)
        let none = try Script("logs", "wordpress", "-c", "db")
        #expect(await none.run() == 2)
        #expect(none.errors == ["application wordpress has no container db, but db-wordpress, wordpress"])
    }

    @Test("several containers are told apart as kubectl does")
    func prefixes() async throws {
        var api = FakeAPI.api { kind in
            guard kind == .pods else { return FakeAPI.seedbox(kind) }
            return FakeAPI.seedbox(kind).map { $0.map(withSidecar) }
        }
        api.plainLog = { query, take in
            take(Array("first\nsec".utf8))
            take(Array("ond of \(query.container)".utf8))
        }
        for following in [[], ["-f"]] {
            let script = try Script("logs", "sonarr", following.first ?? "--timestamps")
            #expect(await script.run(on: api) == 0)
            let pod = script.lines[0].drop { $0 != "/" }.dropFirst().prefix { $0 != "/" }
            #expect(script.output.contains("[pod/\(pod)/sonarr] first\n[pod/\(pod)/sonarr] second of sonarr"))
            #expect(script.output.contains("[pod/\(pod)/helper] first\n[pod/\(pod)/helper] second of helper"))
        }
    }

    @Test("without a pod there is no log, and why is said")
    func noPod() async throws {
        let script = try Script("logs", "sonarr4k")
        #expect(await script.run() == 1)
        #expect(script.output == "")
        #expect(script.errors == ["application sonarr4k has no pod: stopped"])
    }

    @Test("a terminal gets no command from a log")
    func terminal() {
        let written = Mutex("")
        var console = Console(
            write: { bytes in written.withLock { $0 += String(decoding: bytes, as: UTF8.self) } }, complain: { _ in })
        console.isTerminal = true
        let printer = LogPrinter(console: console, prefix: "")
        printer.take(Array("a\tb\u{1B}[2Jc\r\nd".utf8))
        printer.finish()
        let text = written.withLock(\.self)
        #expect(text.hasPrefix("a\tb"))
        #expect(text.hasSuffix("c\nd"))
        #expect(!text.contains("\u{1B}") && !text.contains("\r"))
    }

    @Test("URLs are printed a line each; none is a failure")
    func urls() async throws {
        let script = try Script("url", "sonarr")
        #expect(await script.run() == 0)
        #expect(script.output == "https://sonarr.seedbox.example\n")
        let none = try Script("url", "flaresolverr")
        #expect(await none.run() == 1)
        #expect(none.errors == ["application flaresolverr has no URL"])
    }

    @Test("a token is all that is printed")
    func token() async throws {
        let script = try Script("token")
        #expect(await script.run() == 0)
        #expect(script.output.split(separator: ".").count == 3)
        #expect(script.output.hasPrefix("eyJ") && !script.output.contains("\n"))
        let short = try Script("token")
        var api = FakeAPI.api()
        api.token = { _ throws(APIError) in throw .refused(code: 422, reason: "Invalid", message: "too short") }
        #expect(await short.run(on: api) == 1)
        #expect(short.errors == ["too short"])
        let readOnly = try Script("token", isReadOnly: true)
        #expect(await readOnly.run() == 2)
        #expect(readOnly.output == "")
        #expect(
            readOnly.errors == [
                "kstop token would give out a token that can change the cluster, which is to be read only"
            ])
    }
}

/// A second container for sonarr.
@Sendable private func withSidecar(_ object: ClusterObject) -> ClusterObject {
    guard case .pod(var pod) = object, pod.name.hasPrefix("sonarr-") else { return object }
    pod.spec.containers.append(Container(name: "helper"))
    return .pod(pod)
}
