import Foundation
import Testing
import Words

@testable import kstop

/// The manual pages and the completions know what the program knows, and nothing else.
struct ManualTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Those that the parser has cases for.
    private static func options() throws -> Set<String> {
        let files = ["OptionParser.swift", "Scripts/OptionParser+Scripts.swift"]
        let cases = try files.map { try text("Sources/kstop/CommandLine/\($0)") }.joined()
            .matches(of: /case ((?:"--?[A-Za-z-]+"(?:, )?)+):/)
        return Set(cases.flatMap { $0.output.1.matches(of: /--?[A-Za-z-]+/).map { String($0.output) } })
    }

    @Test("--help names every option, and only those", arguments: Language.allCases)
    func usage(language: Language) throws {
        let named = usageText(in: language).matches(of: /(?:^|[^\w-])(--?[A-Za-z][a-z-]*)/)
            .map { String($0.output.1) }
        let parsed = try Self.options()
        #expect(Set(named) == parsed)
    }

    @Test("kstop(1) describes every option and command, and only those")
    func manual() throws {
        let lines = try Self.text("man/kstop.1").split(separator: "\n")
        let options = lines.filter { $0.hasPrefix(".It Fl") }.flatMap { line in
            line.matches(of: /Fl (?:Fl ([a-z-]+)|([A-Za-z])(?= |$))/).map { match in
                match.output.1.map { "--\($0)" } ?? "-\(match.output.2 ?? "")"
            }
        }
        let parsed = try Self.options()
        #expect(Set(options) == parsed)
        let start = try #require(lines.firstIndex(of: ".Sh COMMANDS"))
        let commands = lines[start...].filter { $0.hasPrefix(".It Cm") }.flatMap { line in
            line.dropFirst(7).prefix { !$0.isUppercase }.matches(of: /[a-z]+/).map { String($0.output) }
        }
        #expect(Set(commands) == Set(ScriptWord.allCases.map(\.rawValue)))
    }

    @Test("kstop.json5(5) describes every property, role and action")
    func configuration() throws {
        let text = try Self.text("man/kstop.json5.5")
        let properties = text.matches(of: /\.It Cm ([a-zA-Z]+)/).map { String($0.output.1) }
        #expect(properties == Property.allCases.map(\.rawValue))
        let start = try #require(text.firstRange(of: "The actions are\n")?.upperBound)
        let actions = text[start...].prefix { $0 != "S" }.matches(of: /\.Cm ([a-z0-9-]+)/).map { String($0.output.1) }
        #expect(Set(actions) == Set(Action.allCases.map(\.rawValue)))
        for role in KnownLooks.ofThisTerminal.roles { #expect(text.contains(role)) }
        for theme in KnownLooks.ofThisTerminal.themes { #expect(text.contains("\"\(theme)\"")) }
        let example = try #require(text.firstMatch(of: /\.Bd.*\n((?s).*?)\.Ed/)).output.1
        _ = try Configuration(parsing: String(example), .ofThisTerminal)
    }

    @Test(
        "every shell completes every long option, command and theme", arguments: ["kstop.bash", "_kstop", "kstop.fish"])
    func completions(file: String) throws {
        let text = try Self.text("completions/\(file)")
        let words = try Self.options().filter { $0.hasPrefix("--") }.map {
            file == "kstop.fish" ? $0.dropFirst(2) : $0[...]
        }
        for word in words {
            #expect(text.contains(file == "kstop.fish" ? "-l \(word) " : "\(word)"), "\(word)")
        }
        for word in ScriptWord.allCases { #expect(text.contains(word.rawValue), "\(word)") }
        for theme in KnownLooks.ofThisTerminal.themes { #expect(text.contains(theme), "\(theme)") }
        for name in ListedNames.allCases { #expect(text.contains(name.rawValue), "\(name)") }
    }
}
