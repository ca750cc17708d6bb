import Foundation
import Testing

@testable import ClusterModel

struct JSONTextTests {
    @Test("whole numbers may be written with a point or an exponent, and must fit")
    func numbers() throws {
        #expect(try read([Int].self, "[0,-7,1.0,1e3,9223372036854775807]") == [0, -7, 1, 1000, .max])
        #expect(try read([Double].self, "[1.5,-0,2e-1,1E20]") == [1.5, 0, 0.2, 1e20])
        #expect(try read([UInt8].self, "[0,255]") == [0, 255])
        for text in ["[1.5]", "[9223372036854775808]", "[1e99]", "[01x]", "[-]", "[1-1]"] {
            #expect(throws: DecodingError.self, "\(text)") { try read([Int].self, text) }
        }
        #expect(throws: DecodingError.self) { try read([UInt8].self, "[256]") }
        #expect(throws: DecodingError.self) { try read([Double].self, "[1e999]") }
    }

    @Test("a value of another type is none", arguments: ["\"1\"", "true", "{}", "[]", "null"])
    func mismatches(_ text: String) {
        #expect(throws: DecodingError.self) { try read(Int.self, text) }
    }

    private struct Odd: Decodable, Equatable {
        var plain: String?, list: [Int?]?, table: [String: Int]?, words: [String: String]?, flag: Bool?
    }

    @Test("members in any order, more than are asked for, their names escaped, null, twice or not there")
    func members() throws {
        let text = #"""
            { "words" : {"a\"b":"\u00e9","c":""}, "unknown":[{"plain":"no"}], "pl\u0061in":"yes",
              "list":[1,null,3],"flag":null,"table":{"x":1,"y":2} }
            """#
        let expected = Odd(plain: "yes", list: [1, nil, 3], table: ["x": 1, "y": 2], words: [#"a"b"#: "é", "c": ""])
        #expect(try read(Odd.self, text) == expected)
        #expect(try read(Odd.self, "{}") == Odd())
        let twice = #"{"plain":"one","plain":"two","words":{"a":"one","a":"two"}}"#
        #expect(try read(Odd.self, twice) == Odd(plain: "one", words: ["a": "one"]))
        #expect(try read(MiddlewareSpec.self, #"{"chain":{},"chain":{}}"#).types == ["chain"])
    }

    @Test("errors say where, also in what is read at one go")
    func places() {
        func place<Value: Decodable>(_ type: Value.Type, _ text: String) -> [String] {
            do {
                _ = try read(type, text)
                return []
            } catch DecodingError.typeMismatch(_, let context) {
                return context.codingPath.map(\.stringValue)
            } catch {
                return ["\(error)"]
            }
        }
        #expect(place(Odd.self, #"{"words":{"a":"b","c":5}}"#) == ["words", "c"])
        #expect(place(Odd.self, #"{"table":{"a":[]}}"#) == ["table", "a"])
        #expect(place([[Int]].self, #"[[1],[2,"x"]]"#) == ["1", "1"])
        #expect(place(Odd.self, "[]") == [])
    }

    @Test(
        "what is cut in another way than JSON is refused",
        arguments: [
            "", " ", "{", "}", "[", "]", "[}", "{]", "[1,]", "[,1]", "[1 2]", "{1:2}", "{\"a\"}", "{\"a\":}",
            "{\"a\":1,}",
            "{,}", "\"", "\"\\\"", "1 2", "[]]", ",",
        ])
    func refused(_ text: String) {
        #expect(throws: JSONText.Problem.self) { try JSONText(Array(text.utf8)) }
        #expect(throws: DecodingError.self) { try read(Odd.self, text) }
    }

    @Test("an object of each kind is read as Foundation's decoder reads it", arguments: ResourceKind.allCases)
    func eachKind(_ kind: ResourceKind) throws {
        struct Items<Object: Decodable>: Decodable { var items: [Object] }
        func theirs<Object: Resource>(_ type: Object.Type, _ list: Data) throws -> [ClusterObject] {
            try Fixture.decode(Items<Object>.self, json: list).items.map(Object.wrap)
        }
        let root = (0..<5).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        // Behind a line that names the kind.
        let list = try Data(contentsOf: root.appending(path: "Fuzzing/Corpus/resources/\(kind.rawValue)"))
            .drop { $0 != 0x0A }.dropFirst()
        let page = try ListPage(list, kind: kind)
        #expect(!page.objects.isEmpty)
        #expect(try page.objects == theirs(kind.type, list))
    }

    private func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSON.decoder().decode(type, from: text.utf8)
    }
}
