import Foundation
import Testing

@testable import ClusterModel

struct DetachedProgramTests {
    @Test("a program that is let go runs in a session of its own, with nothing open")
    func runs() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "kstop-detached-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let script =
            #"ls -l /proc/self/fd >"$1.tmp"; echo "sid $(cut -d' ' -f6 /proc/$$/stat) $$" >>"$1.tmp"; mv "$1.tmp" "$1""#
        startDetached(["/bin/sh", "-c", script, "sh", file], environment: ["PATH": "/usr/bin:/bin"])
        let deadline = Date() + 30
        await waitUntil { FileManager.default.fileExists(atPath: file) || Date() >= deadline }
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(!text.contains("pipe:"))
        #expect(!text.contains("socket:"))
        let words = text.split(separator: "\n").last?.split(separator: " ") ?? []
        // The first of its children leads the session: it is the other's parent.
        #expect(words.first == "sid")
        #expect(words.last != "\(ProcessInfo.processInfo.processIdentifier)")
    }

    @Test("what cannot be run is nothing")
    func missing() {
        startDetached(["no-such-program-of-kstop"], environment: [:])
    }

    @Test("a program may be given more than a pipe holds")
    func input() async {
        let text = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
        let counts = #"test "$(wc -c)" -eq 1048576"#
        let environment = ["PATH": "/usr/bin:/bin"]
        #expect(await exitCode(of: ["/bin/sh", "-c", counts], environment: environment, input: text) == 0)
        #expect(await exitCode(of: ["/bin/true"], environment: environment, input: text) == nil)
    }
}
