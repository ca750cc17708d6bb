import Foundation
import Testing

@testable import ClusterModel

struct YAMLTests {
    @Test("objects and lists are laid out as kubectl does it")
    func layout() throws {
        let json = #"""
            {"kind":"Pod","empty":{},"none":[],"metadata":{"name":"a","uid":null},"spec":{"containers":[{"name":"x",
            "args":["-c","one\ntwo\n"],"ports":[{"containerPort":80}]},{"name":"b"}],"deep":[[1,[2]],[]]}}
            """#
        let lines = try OrderedJSON(Array(json.utf8)).yaml.map(\.text)
        #expect(
            lines == [
                "kind: Pod", "empty: {}", "none: []", "metadata:", "  name: a", "  uid: null", "spec:",
                "  containers:", "  - name: x", "    args:", "    - -c", "    - |", "      one", "      two",
                "    ports:", "    - containerPort: 80", "  - name: b", "  deep:", "  - - 1", "    - - 2", "  - []",
            ])
    }

    @Test(
        "a string is in quotes where some reader would take it for something else",
        arguments: [
            ("radarr", "radarr"), ("10.42.0.31", "10.42.0.31"), ("500m", "500m"), (".", "."), ("1", #""1""#),
            ("1.5", #""1.5""#),
            ("0x1f", #""0x1f""#), ("1e3", #""1e3""#), ("true", #""true""#), ("No", #""No""#), ("", #""""#),
            ("~", #""~""#), ("2026-11-23T14:00:00Z", #""2026-11-23T14:00:00Z""#), ("22:22", #""22:22""#),
            ("a: b", "'a: b'"), ("a #b", "'a #b'"), ("a#b", "a#b"), (" a", "' a'"), ("a:", "'a:'"),
            ("it's: so", "'it''s: so'"), ("*", "'*'"), ("-c", "-c"), ("- c", "'- c'"), ("---", "'---'"),
            ("a\tb", #""a\tb""#), ("\u{1B}[31m", #""\e[31m""#), ("a\u{202E}b", #""a\u202Eb""#), ("映画", "映画"),
            ("{}", "'{}'"), ("/ping", "/ping"), ("http://x:80/", "http://x:80/"),
        ])
    func scalars(_ text: String, _ yaml: String) {
        #expect(YAMLScalar.inLine(text) == yaml)
    }

    /// What `kubectl annotate --local -f FILE.json a=b -o yaml` has printed, 1.20 and 1.36 alike. Not among them: what hides in
    /// a text, which kubectl writes as it is; long lines, which it folds; names that its order has going round in circles.
    @Test("strings and names are written as kubectl writes them", arguments: ["strings", "names"])
    func recorded(name: String) throws {
        func file(_ suffix: String) throws -> Data {
            try Data(contentsOf: Bundle.module.bundleURL.appending(path: "Fixtures/YAML/\(name).\(suffix)"))
        }
        var object = try OrderedJSON(Array(file("json")))
        guard case .object(var members) = object, let place = members.firstIndex(where: { $0.key == "metadata" }) else {
            Issue.record("no object")
            return
        }
        let annotations = OrderedJSON.object([.init("a", .string("b"))])
        members[place].value = .object([.init("annotations", annotations), .init("name", .string("x"))])
        object = .object(members)
        let expected = String(decoding: try file("yaml"), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let lines = object.inKubectlsOrder.yaml.map(\.text) + [""]
        #expect(lines.count == expected.count)
        for (line, expected) in zip(lines, expected) { #expect(line == expected) }
    }

    @Test("members are in kubectl's order if that is asked for")
    func order() throws {
        let object = try OrderedJSON(Array(#"{"b":1,"a":{"z":1,"x":2},"B":0,"a.b":3,"ab":4}"#.utf8))
        #expect(
            object.inKubectlsOrder.yaml.map(\.text).joined(separator: " ") == "B: 0 a:   x: 2   z: 1 a.b: 3 ab: 4 b: 1")
    }

    @Test("what another program reads is what was written", .enabled(if: Python.hasYAML))
    func roundTrip() throws {
        var random = SplitMix(state: 7)
        let values =
            (0..<300).map { _ in Arbitrary.value(&random, depth: 4) } + Arbitrary.strings.map(OrderedJSON.string)
        let documents = values.map { value in
            // Below a key and in a list, where blanks matter most.
            OrderedJSON.object([.init("key", value), .init("list", .array([value, .array([value])]))])
        }
        #expect(try Python.differences(documents) == [])
    }
}

/// Values to be written.
private enum Arbitrary {
    static let strings = [
        "", "\n", "\n\n", "a\n", "a\n\n", "\na", " a\nb", "\ta\nb", "a\n b\n", "a\r\nb", "a\u{85}b\nc", "a\n#b\n- c\n",
        "  \n a", "a ", "'", "\"", "\\", "''", "|", ">", "%a", "@a", "`a", "!a", "&a", "*a", "? a", "- ", "-", "?", ":",
        "a: ", ": a", "null", "Null", "NaN", ".nan", ".inf", "-.INF", "0b1", "0o7", "07", "1_000", "+1", "1.", ".5",
        "12:30:45", "2001-1-1", "2001-01-01 10:00:00", "\u{FEFF}a", "\u{7F}", "\u{0}", "\u{2028}a\nb", "🎬 a",
        "e\u{301}", "\u{10FFFF}", "---\na", "...", "{a: b}", "[a]", "a,b", "x\n\n\n", "a\n  \nb", "a \nb", "true\n",
        "y",
    ]

    static func value(_ random: inout SplitMix, depth: Int) -> OrderedJSON {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .number(["0", "-1", "1.5", "1e3", "-2.5E-7", "9007199254740993"].randomElement(using: &random) ?? "0")
        case 3: .string(strings.randomElement(using: &random) ?? "")
        case 4, 5: .string(text(&random))
        case 6:
            .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in value(&random, depth: depth - 1) })
        default:
            .object(
                (0..<Int.random(in: 0..<4, using: &random)).map { index in
                    .init("\(index)" + (strings.randomElement(using: &random) ?? ""), value(&random, depth: depth - 1))
                })
        }
    }

    private static func text(_ random: inout SplitMix) -> String {
        let characters = Array("ab1:-#'\"\\ \n\t.{}[]&*!|>%@,?~")
        return String(
            (0..<Int.random(in: 0..<12, using: &random)).compactMap { _ in characters.randomElement(using: &random) })
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Another reader of YAML.
enum Python {
    static let hasYAML = (try? run("import yaml", "")) != nil

    /// The numbers of the documents that are read otherwise than they were written.
    static func differences(_ documents: [OrderedJSON]) throws -> [Int] {
        let pairs = documents.map { document -> [String] in
            [document.json, document.yaml.map { $0.text + "\n" }.joined()]
        }
        let input = String(decoding: try JSONEncoder().encode(pairs), as: UTF8.self)
        let program = """
            import json, sys, yaml
            def same(pair):
                try: return json.loads(pair[0]) == yaml.safe_load(pair[1])
                except yaml.YAMLError: return False
            print(json.dumps([i for i, pair in enumerate(json.load(sys.stdin)) if not same(pair)]))
            """
        return try JSONDecoder().decode([Int].self, from: run(program, input))
    }

    private struct Failed: Error {}

    private static func run(_ program: String, _ input: String) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program]
        let file = FileManager.default.temporaryDirectory.appending(path: "kstop-yaml-\(UUID().uuidString)")
        try input.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let output = Foundation.Pipe()
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed() }
        return data
    }
}

extension OrderedJSON {
    /// As JSON, for other readers.
    var json: String {
        switch self {
        case .null: "null"
        case .bool(let bool): "\(bool)"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(Self.quoted($0.key)):\($0.value.json)" }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        "\""
            + text.unicodeScalars.map { scalar in
                scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
                    ? String(Character(scalar)) : "\\u" + String(0x10000 + scalar.value, radix: 16).dropFirst()
            }.joined() + "\""
    }
}
