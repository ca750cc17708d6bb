import Testing
import Words

@testable import kstop

struct JSON5ScannerTests {
    private static func value(_ text: String) throws -> JSON5Value? {
        var scanner = JSON5Scanner(text)
        return try scanner.document()?.value
    }

    private static func problem(_ text: String) -> String? {
        var scanner = JSON5Scanner(text)
        do throws(ConfigurationProblem) {
            _ = try scanner.document()
            return nil
        } catch {
            return "\(error.position.line):\(error.position.column) \(error.text.english)"
        }
    }

    @Test(
        "the values of JSON5",
        arguments: [
            ("null", JSON5Value.null), ("true", .boolean(true)), ("false", .boolean(false)), ("[ ]", .array([])),
            ("{}", .object([])), ("1", .number(1)), ("+1.5", .number(1.5)), (".5", .number(0.5)), ("5.", .number(5)),
            ("0x1F", .number(31)), ("-1e3", .number(-1000)), ("Infinity", .number(.infinity)),
            ("\"a'b\"", .string("a'b")),
            ("'a\"b'", .string("a\"b")), (#"'\b\f\n\r\t\v\0'"#, .string("\u{8}\u{C}\n\r\t\u{B}\0")),
            (#"'\x41\u0042\ud83d\ude00\q\'\\'"#, .string("AB😀q'\\")), ("'a\\\nb'", .string("ab")),
            ("'a\\\r\nb'", .string("ab")), ("\"\u{301}\"", .string("\u{301}")), ("\u{FEFF}1", .number(1)),
            ("/* a * / */ 1 // end", .number(1)),
        ])
    func values(text: String, expected: JSON5Value) throws {
        #expect(try Self.value(text) == expected)
    }

    @Test("nothing but spaces and comments is no value", arguments: ["", " \n", "// all is usual", "/**/", "\u{A0}"])
    func nothing(text: String) throws {
        #expect(try Self.value(text) == nil)
    }

    @Test("names and values know where they stand, whatever stands before them")
    func positions() throws {
        var scanner = JSON5Scanner("// é\r\n{\n\t'a' :1, /* x\n*/ $b_1: [2,\r3,],\n}")
        let one = Located(value: JSON5Value.number(1), position: TextPosition(line: 3, column: 7))
        let two = Located(value: JSON5Value.number(2), position: TextPosition(line: 4, column: 11))
        let three = Located(value: JSON5Value.number(3), position: TextPosition(line: 5, column: 1))
        let list = Located(value: JSON5Value.array([two, three]), position: TextPosition(line: 4, column: 10))
        let members = [
            JSON5Member(name: Located(value: "a", position: TextPosition(line: 3, column: 2)), value: one),
            JSON5Member(name: Located(value: "$b_1", position: TextPosition(line: 4, column: 4)), value: list),
        ]
        let expected = Located(value: JSON5Value.object(members), position: TextPosition(line: 2, column: 1))
        #expect(try scanner.document() == expected)
    }

    @Test(
        "a mistake is where it is",
        arguments: [
            ("{", "1:2 expected a name or '}', not the end of the file"), ("{a 1}", "1:4 expected ':', not '1'"),
            ("{a:1 b:2}", "1:6 expected ',' or '}', not 'b'"), ("{a:\n}", "2:1 expected a value, not '}'"),
            ("{a:,}", "1:4 expected a value, not ','"), ("[1 2]", "1:4 expected ',' or ']', not '2'"),
            ("{} {}", "1:4 expected the end of the file, not '{'"), ("{,}", "1:2 expected a name or '}', not ','"),
            ("{1: 2}", "1:2 expected a name or '}', not '1'"), ("{ /* {}", "1:3 this comment has no end"),
            ("{/ }", "1:2 expected a value or a comment, not '/'"),
            ("{a: 'b\n'}", "1:5 this text has no closing quote"),
            ("{a: \"b'}", "1:5 this text has no closing quote"),
            ("{a: red}", "1:5 'red' is no value; a text stands in quotes"),
            ("{a: e}", "1:5 'e' is no value; a text stands in quotes"),
            ("{a: .}", "1:5 '.' is no value; a text stands in quotes"),
            ("{a: -}", "1:5 '-' is no value; a text stands in quotes"),
            ("{a: 0x}", "1:5 '0x' is no value; a text stands in quotes"),
            ("{a: 1e}", "1:5 '1e' is no value; a text stands in quotes"),
            ("{a: 01}", "1:5 '01' is no value; a text stands in quotes"),
            ("{a: '\\x4'}", "1:6 this is no escape of JSON5"),
            ("{a: '\\1'}", "1:6 this is no escape of JSON5"), ("'\\ud83d'", "1:2 this is no escape of JSON5"),
            ("'\\ude00'", "1:2 this is no escape of JSON5"), ("'a\\", "1:1 this text has no closing quote"),
            (String(repeating: "[", count: 100_000), "1:33 too many brackets in each other"),
        ])
    func mistakes(text: String, expected: String) {
        #expect(Self.problem(text) == expected)
    }
}
