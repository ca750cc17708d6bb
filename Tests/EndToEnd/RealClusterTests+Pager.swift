import Foundation
import Testing

/// Within the other suite, so that nobody takes the API server away meanwhile.
extension RealClusterTests {
    /// Texts about an object, with kubectl as the judge.
    @Suite(.serialized)
    struct Pager {
        init() async throws {
            try await PlayGround.prepare()
        }

        @Test("a description is kubectl's own")
        func description() async throws {
            let text = try await saved("d", showing: "Labels:")
            let judge = try await PlayGround.kubectl("describe", "deployment", "web").output
            // Events have ages, which go on meanwhile.
            #expect(text.lines.prefix { $0 != "Events:" } == judge.lines.prefix { $0 != "Events:" })
            #expect(text.contains("\nEvents:\n"))
        }

        @Test("YAML is the object that the API server has, and nothing of managedFields")
        func manifest() async throws {
            let text = try await saved("y", showing: "apiVersion: apps/v1")
            #expect(!text.contains("managedFields"))
            let folder = try TemporaryFolder()
            try folder.write(text, to: "web.yaml")
            let difference = try await PlayGround.kubectl("diff", "-f", folder.path + "/web.yaml")
            #expect(difference.status == 0, "\(difference.output)\(difference.errors)")
        }

        /// What Ctrl-S writes of the text about deployment web.
        private func saved(_ key: String, showing words: String) async throws -> String {
            let tmux = try await PlayGround.terminal()
            try await tmux.keys("3")
            try await tmux.select("web")
            try await tmux.keys(key)
            try await tmux.waitFor(words)
            try await tmux.keys("C-s")
            let path = try await tmux.waitFor("saved: ").firstMatch(of: /saved: (\S+)/)
            let file = String(try #require(path).output.1)
            defer { try? FileManager.default.removeItem(atPath: file) }
            return try String(contentsOfFile: file, encoding: .utf8)
        }
    }
}
