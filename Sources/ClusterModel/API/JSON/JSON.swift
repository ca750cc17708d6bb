import Words

/// How the API server's JSON is read.
enum JSON {
    /// The key of `userInfo` under which the kind of an API object stands, for what decodes a `ClusterObject`.
    static let kindKey = CodingUserInfoKey(rawValue: "kind")

    /// Of objects of that kind, or of what else the API server sends.
    static func decoder(_ kind: ResourceKind? = nil) -> JSONReader {
        guard let kind, let kindKey else { return JSONReader() }
        return JSONReader(userInfo: [kindKey: kind])
    }

    /// A text in quotes, as part of a request.
    static func literal(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "\"") { literal, scalar in
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                literal += "\\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
            default: literal.unicodeScalars.append(scalar)
            }
        } + "\""
    }

    /// Which field is wrong and how, without its value.
    static func problem(_ error: any Error) -> Phrase {
        guard let error = error as? DecodingError else { return Phrase("not readable") }
        switch error {
        case .keyNotFound(let key, let context): return Phrase("\(path(context, key)) is missing")
        case .valueNotFound(_, let context): return Phrase("\(path(context)) is null")
        case .typeMismatch(let type, let context): return Phrase("\(path(context)) is not \(name(type))")
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty ? Phrase("not JSON") : Phrase("\(path(context)) is not valid")
        @unknown default: return Phrase("not readable")
        }
    }

    private static func name(_ type: any Any.Type) -> Phrase {
        if type == String.self { return Phrase("text") }
        if type == Int.self || type == Double.self { return Phrase("a number") }
        if type == Bool.self { return Phrase("true or false") }
        return type is any ExpressibleByArrayLiteral.Type ? Phrase("a list") : Phrase("an object")
    }

    /// "spec.containers[0].name".
    private static func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> Phrase {
        var path = ""
        for key in context.codingPath + (last.map { [$0] } ?? []) {
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return path.isEmpty ? Phrase("the object") : Phrase(verbatim: path)
    }
}

/// Decodes what `JSONText` has cut.
struct JSONReader {
    var userInfo: [CodingUserInfoKey: any Sendable] = [:]

    /// - Throws: `DecodingError`.
    func decode<Value: Decodable>(_ type: Value.Type, from bytes: some Sequence<UInt8>) throws -> Value {
        do {
            return try JSONText(Array(bytes), userInfo: userInfo).value.decode(type)
        } catch let problem as JSONText.Problem {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "byte \(problem.offset)"))
        }
    }
}
