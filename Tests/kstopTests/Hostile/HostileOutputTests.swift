import Foundation
import Synchronization
import Testing
import Words

@testable import ClusterModel
@testable import TUI
@testable import kstop

/// The same for what is printed, copied and saved.
struct HostileOutputTests {
    private static let now = Play.start

    @Test("--once in every format", arguments: HostileText.all + HostileText.malformed)
    func once(_ hostile: HostileText) async throws {
        for reach in HostileCluster.Reach.allCases {
            let api = FakeAPI.api(of: try HostileCluster(hostile, reach))
            for format in [OutputFormat.table, .wide, .name] {
                let report = await onceReport(
                    api, FakeAPI.session, OnceOptions(format: format), in: .french, patience: .zero, now: Self.now)
                #expect(report.lines.allSatisfy(isHarmless), "\(format)")
            }
        }
    }

    @Test("-o json says the same without a byte that a terminal obeys", arguments: HostileText.all)
    func json(_ hostile: HostileText) async throws {
        let api = FakeAPI.api(of: try HostileCluster(hostile, .everything))
        let report = await onceReport(
            api, FakeAPI.session, OnceOptions(format: .json), in: .english, patience: .zero, now: Self.now)
        let document = report.lines.joined(separator: "\n")
        #expect(document.split(separator: "\n").allSatisfy { isHarmless(String($0)) })
        let value = try #require(
            try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
        let applications = try #require(value["applications"] as? [[String: Any]])
        let images = applications.flatMap { $0["images"] as? [String] ?? [] }
        #expect(images.contains { Array($0.unicodeScalars) == Array("web:1\(hostile.text)".unicodeScalars) })
    }

    @Test("kstop report", arguments: HostileText.all)
    func report(_ hostile: HostileText) async throws {
        let cluster = try HostileCluster(hostile, .words)
        let script = try Script("report")
        _ = await script.run(
            on: FakeAPI.api(of: cluster), versions: KubectlVersions(client: hostile.text, server: hostile.text))
        #expect(!script.output.isEmpty)
        #expect(script.output.split(separator: "\n").allSatisfy { isHarmless(String($0)) })
    }

    @Test("kstop url and the complaints of kstop logs", arguments: HostileText.all)
    func scripts(_ hostile: HostileText) async throws {
        let api = FakeAPI.api(of: try HostileCluster(hostile, .words))
        let scripts = [
            try Script("url", "web"), try Script("restart", "web", "--yes"), try Script("stop", "web", "--yes"),
        ]
        for script in scripts {
            _ = await script.run(on: api)
            #expect(script.output.split(separator: "\n").allSatisfy { isHarmless(String($0)) })
        }
    }

    @Test("a log is printed to a terminal neutralised, and elsewhere byte by byte as kubectl does")
    func logs() {
        for hostile in HostileText.all + HostileText.malformed {
            for isTerminal in [true, false] {
                let printed = Mutex<[UInt8]>([])
                var console = Console(write: { bytes in printed.withLock { $0 += bytes } }, complain: { _ in })
                console.isTerminal = isTerminal
                let printer = LogPrinter(console: console, prefix: "")
                let bytes = Array(hostile.text.utf8)
                for start in stride(from: 0, to: bytes.count, by: 1000) {
                    printer.take(Array(bytes[start..<min(start + 1000, bytes.count)]))
                }
                printer.finish()
                let text = String(decoding: printed.withLock(\.self), as: UTF8.self)
                let lines = text.split { $0 == "\n" || $0 == "\t" }
                #expect(isTerminal ? lines.allSatisfy { isHarmless(String($0)) } : Array(text.utf8) == bytes)
            }
        }
    }

    @Test("what is copied cannot be obeyed where it is pasted", arguments: HostileText.all)
    func copied(_ hostile: HostileText) async throws {
        var play = Play(try HostileCluster(hostile, .everything), size: Size(110, 36))
        for page in "12345" {
            for item in "nupiw" { play.press(.character(page), .character("c"), .character(item), .escape) }
            play.press(.character("o"))
        }
        let texts = play.effects.compactMap { if case .copyText(let text, _) = $0 { text } else { nil } }
        #expect(texts.count > 5)
        for text in texts {
            #expect(text.split(separator: "\t").allSatisfy { isHarmless(String($0)) })
            #expect(try await clipboard(text).utf8.elementsEqual(text.utf8), "nothing is left to be changed")
        }
        let lines = try await clipboard("a\t\(hostile.text)\nb\n")
        #expect(lines.split { $0 == "\n" || $0 == "\t" }.allSatisfy { isHarmless(String($0)) })
    }

    /// What a terminal is told to put into the clipboard.
    private func clipboard(_ text: String) async throws -> String {
        guard case .text(let delivered, _) = await delivery(ofText: text, as: .nothing, [:]) else { return "" }
        let sequence = try #require(clipboardSequence(delivered, terminal: "xterm"))
        #expect(sequence.hasPrefix("\u{1B}]52;c;") && sequence.hasSuffix("\u{7}"))
        let payload = sequence.dropFirst(7).dropLast()
        #expect(payload.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        return String(decoding: try #require(Data(base64Encoded: String(payload))), as: UTF8.self)
    }

    @Test("saved files are the user's alone, and harmless to look at", arguments: HostileText.all)
    func saved(_ hostile: HostileText) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kstop-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = "one\t\(hostile.text)\ntwo\n"
        for name in ["../\(hostile.text).txt", "web.log"] {
            guard case .textSaved = kstop.saved(text, fileName: name, directories: [folder]) else {
                Issue.record("nothing is saved")
                continue
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count == 2)
        for name in names {
            let path = "\(folder)/\(name)"
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            let written = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
            #expect(written.split { $0 == "\n" || $0 == "\t" }.allSatisfy { isHarmless(String($0)) })
            #expect(isHarmless(name) && !name.hasPrefix(".") && !name.hasPrefix("-"))
        }
    }

    @Test("only addresses of the web are opened, without anything that a shell could take for its own")
    func opened() {
        #expect(mayBeOpened("https://web.example.org/a/b?c=d&e=%20#f"))
        for url in HostileText.all.map({ "https://web.example.org/\($0.text)" }) + [
            "file:///etc/passwd", "https://a b", "https://$(reboot)", "https://`reboot`", "https://a;b", "https://a'b",
            "https://a\"b", "https://a|b", "https://a\\b", "-https://a", "javascript:x", "https://é", "https://<a>",
        ] {
            #expect(!mayBeOpened(url))
        }
    }
}

extension FakeAPI {
    static func api(of cluster: HostileCluster) -> ClusterAPI {
        var api = api()
        api.objects = { kind, _ throws(APIError) in cluster.objects[kind] ?? ObjectList(objects: []) }
        return api
    }
}
