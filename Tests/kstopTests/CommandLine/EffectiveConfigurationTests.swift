import Foundation
import Testing
import Words

@testable import kstop

struct EffectiveConfigurationTests {
    /// What `kstop config` prints for a configuration file of this text.
    private static func lines(
        _ text: String, _ arguments: [String] = [], _ environment: [String: String] = [:]
    ) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appending(path: "kstop-\(UUID().uuidString).json5")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let options = try parseOptions(["config", "--config", file.path] + arguments)
        let settings = try readSettings(options, environment)
        let lines = effectiveConfiguration(options, settings, environment).lines(in: .english)
        return lines.map { $0.replacingOccurrences(of: file.path, with: "FILE") }
    }

    private static func line(_ name: String, of lines: [String]) -> String? {
        let line = lines.first { $0.drop { $0 == " " || $0 == "/" }.hasPrefix("\(name):") }
        return line?.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }

    @Test("without a word in the file all is as usual, and says so")
    func usual() throws {
        let lines = try Self.lines("{}")
        #expect(
            Self.line("namespace", of: lines)
                == "// namespace: that of the kubeconfig's context, else kubeseed (default)")
        #expect(Self.line("refresh", of: lines) == "refresh: 5, // default")
        #expect(Self.line("tail", of: lines) == "tail: 1000, // default")
        for property in Property.allCases { #expect(Self.line(property.rawValue, of: lines) != nil) }
    }

    @Test("every value says where it comes from")
    func sources() throws {
        let text = """
            {
              theme: "orchard", mouse: true,
              refresh: 2.5,
              logs: {
                lines: 500 },
              keys: { "sort-by-age": [], quit: ["q", "F10"], logs: "\\"" },
            }
            """
        let lines = try Self.lines(text, ["--no-mouse", "-A"], ["LANG": "fr_FR.UTF-8", "NO_COLOR": "1"])
        #expect(Self.line("theme", of: lines) == "theme: \"orchard\", // FILE:2")
        #expect(Self.line("mouse", of: lines) == "mouse: false, // --no-mouse")
        #expect(Self.line("namespace", of: lines) == "namespace: \"*\", // --all-namespaces")
        #expect(Self.line("refresh", of: lines) == "refresh: 2.5, // FILE:3")
        #expect(Self.line("lines", of: lines) == "lines: 500, // FILE:5")
        #expect(Self.line("bytes", of: lines) == "bytes: 16777216, // default")
        #expect(Self.line("\"sort-by-age\"", of: lines) == "\"sort-by-age\": [], // FILE:6")
        #expect(Self.line("language", of: lines) == "language: \"fr\", // LANG")
        #expect(Self.line("color", of: lines) == "color: \"never\", // NO_COLOR")
    }

    @Test("what is printed is itself a configuration that says the same")
    func configuration() throws {
        let text = """
            { namespace: "media", theme: "light", colors: { warning: "214" }, keys: { logs: "\\"", quit: ["Q", "F10"] } }
            """
        let printed = try Self.lines(text).joined(separator: "\n")
        let again = try Configuration(parsing: printed, .ofThisTerminal)
        let first = try Configuration(parsing: text, .ofThisTerminal)
        #expect(again.keys == first.keys && again.theme == first.theme && again.namespace == first.namespace)
        #expect(again.colors.map(\.color.value) == ["214"])
    }

    @Test("only --check of the options for a snapshot goes with it")
    func options() throws {
        #expect(try parseOptions(["config", "--check"]).command == .configuration(isCheck: true))
        #expect(try parseOptions(["config"]).command == .configuration(isCheck: false))
        for stray in [["--no-headers"], ["--check", "-l", "a=b"], ["--once"], ["radarr"]] {
            #expect(throws: UsageError.self) { try parseOptions(["config"] + stray) }
        }
        #expect(throws: UsageError.self) { try parseOptions(["doctor", "--check"]) }
    }
}
