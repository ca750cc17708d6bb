import Foundation

/// A JSON Schema (draft 2020-12), as much of it as this project's schemas use.
package struct JSONSchema: Sendable {
    let root: JSONValue

    package init(_ text: String) throws {
        root = try JSONValue(text)
    }

    /// The one that `kstop -o json` keeps.
    package static func snapshot() throws -> JSONSchema {
        let project = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = project.appending(path: "schema/snapshot-v1.schema.json")
        return try JSONSchema(String(contentsOf: file, encoding: .utf8))
    }

    /// What is wrong with a document, each as "$.path: problem"; empty if it is valid.
    ///
    /// A keyword that is not understood is a problem, too, so that no rule goes unchecked.
    package func problems(in document: JSONValue) -> [String] {
        check(document, against: root, at: "$")
    }

    /// What stands under `$defs`.
    package var definitions: JSONValue? { root["$defs"] }

    package func problems(in text: String) throws -> [String] {
        problems(in: try JSONValue(text))
    }
}

extension JSONSchema {
    private typealias Problems = [String]

    private func check(_ value: JSONValue, against schema: JSONValue, at path: String) -> Problems {
        switch schema {
        case .bool(true): return []
        case .object(let keywords):
            return keywords.sorted { $0.key < $1.key }.flatMap { keyword, rule in
                check(value, keyword, rule, in: schema, at: path)
            }
        default: return ["\(path): not allowed"]
        }
    }

    private func check(
        _ value: JSONValue, _ keyword: String, _ rule: JSONValue, in schema: JSONValue, at path: String
    ) -> Problems {
        switch keyword {
        case "$schema", "$id", "$defs", "title", "description": []
        case "type": isOfType(value, rule) ? [] : ["\(path): is not of type \(rule.words)"]
        case "const": value == rule ? [] : ["\(path): is not \(rule.words)"]
        case "enum": rule.items.contains(value) ? [] : ["\(path): is not one of \(rule.words)"]
        case "pattern": matches(value, rule) ? [] : ["\(path): does not match \(rule.words)"]
        case "minimum": isAtLeast(value, rule) ? [] : ["\(path): is less than \(rule.words)"]
        case "minLength": isLongEnough(value, rule) ? [] : ["\(path): is too short"]
        case "required": missing(value, rule).map { "\(path): \($0) is missing" }
        case "properties", "additionalProperties": membersProblems(value, keyword, schema, at: path)
        case "items":
            value.items.enumerated().flatMap { check($0.element, against: rule, at: "\(path)[\($0.offset)]") }
        case "anyOf":
            rule.items.contains { check(value, against: $0, at: path).isEmpty } || rule.items.isEmpty
                ? [] : rule.items.flatMap { check(value, against: $0, at: path) }
        case "$ref": definition(rule).map { check(value, against: $0, at: path) } ?? ["\(path): no \(rule.words)"]
        default: ["\(path): the keyword \(keyword) is not understood"]
        }
    }

    /// Those that `properties` names, or the others.
    private func membersProblems(
        _ value: JSONValue, _ keyword: String, _ schema: JSONValue, at path: String
    ) -> Problems {
        guard case .object(let members) = value else { return [] }
        let named = schema["properties"]
        return members.sorted { $0.key < $1.key }.flatMap { key, member -> Problems in
            let own = named?[key]
            guard let rule = keyword == "properties" ? own : own == nil ? schema[keyword] : nil else { return [] }
            return check(member, against: rule, at: "\(path).\(key)")
        }
    }

    /// "#/$defs/name".
    private func definition(_ reference: JSONValue) -> JSONValue? {
        guard let text = reference.text, text.hasPrefix("#/$defs/") else { return nil }
        return root["$defs"]?[String(text.dropFirst("#/$defs/".count))]
    }
}

private func isOfType(_ value: JSONValue, _ rule: JSONValue) -> Bool {
    let types = rule.text.map { [$0] } ?? rule.items.compactMap(\.text)
    return switch value {
    case .null: types.contains("null")
    case .bool: types.contains("boolean")
    case .string: types.contains("string")
    case .array: types.contains("array")
    case .object: types.contains("object")
    case .number(let number): types.contains("number") || types.contains("integer") && number == number.rounded()
    }
}

private func matches(_ value: JSONValue, _ rule: JSONValue) -> Bool {
    guard let text = value.text, let pattern = rule.text else { return true }
    return (try? Regex(pattern).firstMatch(in: text)) != nil
}

private func isAtLeast(_ value: JSONValue, _ rule: JSONValue) -> Bool {
    guard case .number(let number) = value, case .number(let least) = rule else { return true }
    return number >= least
}

private func isLongEnough(_ value: JSONValue, _ rule: JSONValue) -> Bool {
    guard let text = value.text, case .number(let least) = rule else { return true }
    return Double(text.unicodeScalars.count) >= least
}

private func missing(_ value: JSONValue, _ rule: JSONValue) -> [String] {
    guard case .object(let members) = value else { return [] }
    return rule.items.compactMap(\.text).filter { members[$0] == nil }
}

extension JSONValue {
    /// For messages.
    fileprivate var words: String {
        switch self {
        case .null: "null"
        case .bool(let bool): String(bool)
        case .number(let number): String(number)
        case .string(let text): "'\(text)'"
        case .array(let items): items.map(\.words).joined(separator: ", ")
        case .object: "an object"
        }
    }
}
