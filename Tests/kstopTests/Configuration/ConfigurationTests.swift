import ClusterModel
import TUI
import Testing
import Words

@testable import kstop

struct ConfigurationTests {
    static let looks = KnownLooks(
        themes: ["default", "orchard"], roles: ["accent", "failed"], isColor: { ["red", "#ff8800"].contains($0) })

    /// Says all that can be said.
    static let full = """
        // Where I am at home.
        {
          "namespace": 'media', dashboardAccount: "headlamp/viewer",
          refresh: 2.5, /* seconds */
          theme: "orchard",
          colors: { accent: "#ff8800", failed: "red" },
          keys: { logs: "O", quit: ["Ctrl-Q", "F10"], restart: [] },
          language: "fr",
          mouse: true, ascii: false, readonly: true, wide: true,
          color: "always",
          logs: { lines: 5000, bytes: 1000000, tail: 200 },
        }
        """

    static func problems(_ text: String) -> [String] {
        do throws(ConfigurationError) {
            _ = try Configuration(parsing: text, looks)
            return []
        } catch {
            return error.lines(file: "f", in: .english)
        }
    }

    @Test("everything that the file can say is read")
    func everything() throws {
        let accent = Located(value: "#ff8800", position: TextPosition(line: 6, column: 21))
        let failed = Located(value: "red", position: TextPosition(line: 6, column: 40))
        let expected = Configuration(
            namespace: "media", dashboardAccount: TokenRequest(namespace: "headlamp", account: "viewer"), refresh: 2.5,
            theme: "orchard",
            colors: [RoleColor(role: "accent", color: accent), RoleColor(role: "failed", color: failed)],
            keys: [
                KeyChange(action: .logs, keys: [.character("O")]),
                KeyChange(action: .quit, keys: [.control("q"), .function(10)]), KeyChange(action: .restart, keys: []),
            ],
            language: .french, usesMouse: true, usesASCII: false, isReadOnly: true, color: .always, isWide: true,
            logs: LogSettings(lines: 5000, bytes: 1_000_000, tail: 200))
        #expect(try Configuration(parsing: Self.full, Self.looks) == expected)
    }

    @Test("a file that says nothing changes nothing", arguments: ["", "// later", "{}"])
    func nothing(text: String) throws {
        #expect(try Configuration(parsing: text, Self.looks) == Configuration())
    }

    @Test("all namespaces are written as a star")
    func allNamespaces() throws {
        #expect(try Configuration(parsing: "{namespace: '*'}", Self.looks).namespace == "")
    }

    @Test(
        "a value that will not do is told with what would",
        arguments: [
            (
                "{namespace: '../x'}",
                "f:1:13: namespace must be the name of a namespace, or \"*\" for all, not \"../x\""
            ),
            ("{namespace: ''}", "f:1:13: namespace must be the name of a namespace, or \"*\" for all, not \"\""),
            ("{refresh: 0.1}", "f:1:11: refresh must be a number of seconds, from 0.5 to less than 86400, not 0.1"),
            ("{refresh: '5'}", "f:1:11: refresh must be a number of seconds, from 0.5 to less than 86400, not \"5\""),
            ("{refresh: NaN}", "f:1:11: refresh must be a number of seconds, from 0.5 to less than 86400, not nan"),
            ("{mouse: 1}", "f:1:9: mouse must be true or false, not 1"),
            ("{wide: null}", "f:1:8: wide must be true or false, not null"),
            ("{language: 'de'}", "f:1:12: language must be \"en\" or \"fr\", not \"de\""),
            ("{color: true}", "f:1:9: color must be \"auto\", \"always\" or \"never\", not true"),
            (
                "{dashboardAccount: 'a'}",
                "f:1:20: dashboardAccount must be NAMESPACE/NAME of a service account, not \"a\""
            ),
            (
                "{dashboardAccount: 'a/'}",
                "f:1:20: dashboardAccount must be NAMESPACE/NAME of a service account, not \"a/\""
            ),
            ("{theme: 'orchid'}", "f:1:9: there is no theme \"orchid\"; did you mean \"orchard\"?"),
            ("{theme: 'night'}", "f:1:9: there is no theme \"night\"; known names: default, orchard"),
            ("{theme: []}", "f:1:9: theme must be the name of a theme, not a list"),
            ("{colors: 'red'}", "f:1:10: colors must be an object in braces, not \"red\""),
            ("{colors: {acent: 'red'}}", "f:1:11: there is no role \"acent\"; did you mean \"accent\"?"),
            (
                "{colors: {accent: 'rot'}}",
                "f:1:19: accent must be a color: red, bright-red and the like, default, 0 to 255 or #rrggbb, "
                    + "not \"rot\""
            ),
            ("[]", "f:1:1: a configuration must be an object in braces, not a list"),
            ("{namespce: 'x'}", "f:1:2: there is no property \"namespce\"; did you mean \"namespace\"?"),
            ("{READONLY: true}", "f:1:2: there is no property \"READONLY\"; did you mean \"readonly\"?"),
            (
                "{exec: 'sh'}",
                "f:1:2: there is no property \"exec\"; known names: namespace, dashboardAccount, refresh, theme, colors, "
                    + "keys, language, mouse, ascii, readonly, color, wide, logs"
            ),
            ("{logs: 5}", "f:1:8: logs must be an object in braces, not 5"),
            ("{logs: {lines: 5}}", "f:1:16: lines must be a whole number from 100 to 1000000, not 5"),
            ("{logs: {tail: 1.5}}", "f:1:15: tail must be a whole number from 1 to 1000000, not 1.5"),
            ("{logs: {byte: 1}}", "f:1:9: there is no property \"byte\"; did you mean \"bytes\"?"),
            ("{mouse: true,\n mouse: true}", "f:2:2: \"mouse\" is already in line 1"),
        ])
    func refused(text: String, expected: String) {
        #expect(Self.problems(text) == [expected])
    }

    @Test("all that is wrong is told, in the order of the file")
    func allProblems() {
        let text = "{\n  keys: {logs: 'r', nap: 'x'},\n  mouse: 1,\n  colors: {failed: 3, x: 'red'}, theme: 2\n}"
        let places = Self.problems(text).map { $0.split(separator: ":").prefix(3).joined(separator: ":") }
        #expect(places == ["f:2:16", "f:2:21", "f:3:10", "f:4:20", "f:4:23", "f:4:41"])
    }

    @Test("a long text is not repeated whole")
    func long() {
        let text = "{mouse: '\(String(repeating: "x", count: 1000))'}"
        #expect(Self.problems(text).allSatisfy { $0.count < 120 })
    }

    @Test("whatever happens to a file, it is a configuration or has a problem inside", arguments: [1, 2, 3, 4])
    func mutations(seed: UInt64) {
        var mutation = Mutation(seed: seed)
        var counts = (good: 0, bad: 0)
        for _ in 0..<500 {
            let text = mutation.applied(to: Self.full)
            do throws(ConfigurationError) {
                _ = try Configuration(parsing: text, Self.looks)
                counts.good += 1
            } catch {
                counts.bad += 1
                #expect(!error.problems.isEmpty)
                #expect(error.problems.allSatisfy { text.contains($0.position) }, "\(text.debugDescription)")
            }
        }
        #expect(counts.good > 10 && counts.bad > 10)
    }
}

/// Small changes of a text, the same for the same seed.
private struct Mutation {
    private static let inserted = Array("{}[]:,'\"\\/*\n\r\t 0x9.-eu$é😀\u{0}\u{2028}\u{FEFF}C".unicodeScalars)

    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15
    }

    mutating func applied(to text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0...number(below: 3) {
            let place = number(below: scalars.count)
            switch number(below: 5) {
            case 0: scalars.remove(at: place)
            case 1: scalars.insert(Self.inserted[number(below: Self.inserted.count)], at: place)
            case 2: scalars[place] = Self.inserted[number(below: Self.inserted.count)]
            case 3: scalars.swapAt(place, number(below: scalars.count))
            default:
                let length = min(number(below: 12), scalars.count - place)
                scalars.insert(contentsOf: scalars[place..<place + length], at: number(below: scalars.count))
            }
        }
        if number(below: 10) == 0 { scalars.removeLast(number(below: scalars.count)) }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// xorshift64.
    private mutating func number(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }
}

extension String {
    /// Whether the position is that of a scalar of the text, or of its end.
    fileprivate func contains(_ position: TextPosition) -> Bool {
        var scanner = JSON5Scanner(self)
        while scanner.current != nil {
            if scanner.position == position { return true }
            scanner.advance()
        }
        return scanner.position == position
    }
}
