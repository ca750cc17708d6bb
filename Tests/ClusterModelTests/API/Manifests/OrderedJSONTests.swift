import Testing

@testable import ClusterModel

struct OrderedJSONTests {
    @Test("members keep their order and numbers their digits")
    func order() throws {
        let value = try OrderedJSON(Array(#" {"b":12345678901234567890,"a":[1.50,-0e1,true]} "#.utf8))
        #expect(
            value
                == .object([
                    .init("b", .number("12345678901234567890")),
                    .init("a", .array([.number("1.50"), .number("-0e1"), .bool(true)])),
                ]))
    }

    @Test("escapes are read, and half a pair is replaced")
    func escapes() throws {
        let value = try OrderedJSON(Array(#""\u0041\n\"\\\/\ud83c\udfac\ud83cx\t""#.utf8))
        #expect(value.text == "A\n\"\\/🎬\u{FFFD}x\t")
    }

    @Test(
        "what is not JSON is refused",
        arguments: [
            "", "{", "[1,]", "{\"a\"}", "{\"a\":1,}", "nul", "01x", "1 2", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"",
            "+1", ".5", "\"\n\"", "{1:2}", "-", "[1 2]", "{\"a\":1 \"b\":2}", "tru",
        ])
    func refused(_ text: String) {
        #expect {
            try OrderedJSON(Array(text.utf8))
        } throws: {
            $0 is JSONText.Problem || $0 is DecodingError
        }
    }

    @Test("nesting that would use up the stack is refused")
    func deep() {
        let open = String(repeating: "[", count: 100_000)
        #expect(throws: JSONText.Problem.self) { try OrderedJSON(Array(open.utf8)) }
        let closed = open + String(repeating: "]", count: 100_000)
        #expect(throws: DecodingError.self) { try OrderedJSON(Array(closed.utf8)) }
    }

    @Test("of a Secret only the sizes are left, also in what kubectl apply wrote down")
    func secrets() throws {
        let json = #"""
            {"kind":"Secret","metadata":{"name":"a","annotations":{"x":"y",
            "kubectl.kubernetes.io/last-applied-configuration":"{\"data\":{\"p\":\"c2VjcmV0\"}}"}},
            "data":{"p":"c2VjcmV0","q":""},"stringData":{"r":"secret"}}
            """#
        let object = try OrderedJSON(Array(json.utf8))
        let lines = object.withoutSecrets.yaml.map(\.text)
        #expect(
            lines == [
                "kind: Secret", "metadata:", "  name: a", "  annotations:", "    x: y".replacing("y", with: #""y""#),
                "data:", "  p: 6 bytes", "  q: 0 bytes", "stringData:", "  r: 6 bytes",
            ])
    }
}
