import JSONSchema
import Testing

/// The validator of the tests is only worth something if it finds what is wrong.
struct JSONSchemaTests {
    private static let schema = """
        {
          "type": "object", "required": ["name", "count"], "additionalProperties": false,
          "properties": {
            "name": {"type": "string", "minLength": 1, "pattern": "^[a-z]+$"},
            "count": {"type": "integer", "minimum": 1}, "version": {"const": 1},
            "word": {"enum": ["a", "b"]}, "list": {"type": "array", "items": {"$ref": "#/$defs/flag"}},
            "maybe": {"anyOf": [{"$ref": "#/$defs/flag"}, {"type": "null"}]},
            "map": {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
          },
          "$defs": {"flag": {"type": "boolean"}}
        }
        """

    @Test(
        "what keeps to the schema has no problems",
        arguments: [
            #"{"name": "a", "count": 1}"#,
            #"{"name": "abc", "count": 2.0, "version": 1, "word": "b", "list": [true], "maybe": null, "map": {"x": null}}"#,
        ])
    func valid(document: String) throws {
        #expect(try JSONSchema(Self.schema).problems(in: document) == [])
    }

    @Test(
        "what does not is named with its place",
        arguments: [
            (#"[]"#, "$: is not of type 'object'"),
            (#"{"name": "a"}"#, "$: count is missing"),
            (#"{"name": "a", "count": 1, "more": 1}"#, "$.more: not allowed"),
            (#"{"name": 1, "count": 1}"#, "$.name: is not of type 'string'"),
            (#"{"name": "A", "count": 1}"#, "$.name: does not match '^[a-z]+$'"),
            (#"{"name": "a", "count": 0}"#, "$.count: is less than 1.0"),
            (#"{"name": "a", "count": 1.5}"#, "$.count: is not of type 'integer'"),
            (#"{"name": "a", "count": true}"#, "$.count: is not of type 'integer'"),
            (#"{"name": "a", "count": null}"#, "$.count: is not of type 'integer'"),
            (#"{"name": "a", "count": 1, "version": 2}"#, "$.version: is not 1.0"),
            (#"{"name": "a", "count": 1, "word": "c"}"#, "$.word: is not one of 'a', 'b'"),
            (#"{"name": "a", "count": 1, "list": [true, 1]}"#, "$.list[1]: is not of type 'boolean'"),
            (#"{"name": "a", "count": 1, "maybe": "x"}"#, "$.maybe: is not of type 'boolean'"),
            (#"{"name": "a", "count": 1, "map": {"x": 1}}"#, "$.map.x: is not of type 'string', 'null'"),
        ])
    func invalid(document: String, problem: String) throws {
        #expect(try JSONSchema(Self.schema).problems(in: document).contains(problem))
    }

    @Test("an empty name is too short")
    func short() throws {
        let problems = try JSONSchema(Self.schema).problems(in: #"{"name": "", "count": 1}"#)
        #expect(problems.contains("$.name: is too short"))
    }

    @Test("a keyword or a reference that is not understood fails")
    func unknown() throws {
        #expect(try JSONSchema(#"{"maximum": 3}"#).problems(in: "1") == ["$: the keyword maximum is not understood"])
        #expect(try JSONSchema(##"{"$ref": "#/$defs/x"}"##).problems(in: "1") == ["$: no '#/$defs/x'"])
    }
}
