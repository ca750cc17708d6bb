import FoundationEssentials
import Words

/// How the API server's JSON is read.
enum JSON {
    /// The key of `userInfo` under which the kind of an API object stands, for what decodes a `ClusterObject`.
    static let kindKey = CodingUserInfoKey(rawValue: "kind")

    static func decoder(_ kind: ResourceKind? = nil) -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom(date)
        if let kind, let kindKey { decoder.userInfo[kindKey] = kind }
        return decoder
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

    @Sendable private static func date(from decoder: any Decoder) throws -> Date {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = Timestamp.date(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a time"))
        }
        return date
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
