import FoundationEssentials

/// A value in a JSON text. It decodes what it is asked for: types that are `Decodable`, and times as Kubernetes writes
/// them.
///
/// The paths of its errors begin at this value: who asks for a member puts its name in front, so that there is no path
/// to keep where all is well.
struct JSONPart {
    let text: JSONText
    /// Of its token.
    let index: Int

    var token: JSONText.Token { text.tokens[index] }

    /// The bytes of a string between its quotes, and of any other value.
    var bytes: ArraySlice<UInt8> {
        let token = token
        let range = Int(token.start)..<Int(token.end)
        return token.kind == .string || token.kind == .otherString
            ? text.bytes[range].dropFirst().dropLast() : text.bytes[range]
    }

    /// What stands behind it in the same object or array, if there is anything: behind a name its value.
    var following: JSONPart { JSONPart(text: text, index: Int(token.next)) }

    /// Of an object, in their order.
    var members: some Sequence<(name: JSONPart, value: JSONPart)> {
        let end = Int(token.next)
        return sequence(state: JSONPart(text: text, index: index + 1)) { name in
            guard name.index < end else { return nil }
            let member = (name: name, value: name.following)
            name = member.value.following
            return member
        }
    }

    /// Of an array.
    var items: some Sequence<JSONPart> {
        let end = Int(token.next)
        return sequence(state: JSONPart(text: text, index: index + 1)) { next in
            guard next.index < end else { return nil }
            defer { next = next.following }
            return next
        }
    }

    /// The value of a member; nil for what has none of that name. The first, if there are several.
    func member(_ name: String) -> JSONPart? {
        let tokens = text.tokens
        guard token.kind == .object else { return nil }
        var (place, end) = (index + 1, Int(token.next))
        var name = name
        return name.withUTF8 { name in
            text.bytes.withUnsafeBufferPointer { bytes in
                while place < end {
                    let token = tokens[place]
                    if isName(token, name, in: bytes) { return JSONPart(text: text, index: place + 1) }
                    place = Int(tokens[place + 1].next)
                }
                return nil
            }
        }
    }

    private func isName(
        _ token: JSONText.Token, _ name: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let (start, end) = (Int(token.start) + 1, Int(token.end) - 1)
        if token.kind == .otherString {
            return JSONString.text(text.bytes[start..<end])?.utf8.elementsEqual(name) == true
        }
        return end - start == name.count && bytes[start..<end].elementsEqual(name)
    }

    var isNull: Bool { token.kind == .word && bytes.elementsEqual("null".utf8) }
}

// Scalars.
extension JSONPart {
    func string() throws -> String {
        switch token.kind {
        case .string: return String(decoding: bytes, as: UTF8.self)
        case .otherString:
            guard let text = JSONString.text(bytes) else { throw invalid("not a string of JSON") }
            return text
        case .object, .array, .word: throw mismatch(String.self)
        }
    }

    func bool() throws -> Bool {
        guard token.kind == .word else { throw mismatch(Bool.self) }
        if bytes.elementsEqual("true".utf8) { return true }
        if bytes.elementsEqual("false".utf8) { return false }
        throw mismatch(Bool.self)
    }

    /// A whole number may be written as 1e3 or 1.0.
    func integer<Number: FixedWidthInteger>() throws -> Number {
        let text = try digits(Number.self)
        guard let number = Number(text) ?? Double(text).flatMap(Number.init(exactly:)) else {
            throw invalid("a number that is too large, or not whole")
        }
        return number
    }

    func double() throws -> Double {
        guard let number = Double(try digits(Double.self)), number.isFinite else { throw invalid("not a number") }
        return number
    }

    func date() throws -> Date {
        guard let date = Timestamp.date(try string()) else { throw invalid("not a time") }
        return date
    }

    /// A number as it is written.
    func digits(_ type: any Any.Type) throws -> String {
        guard token.kind == .word, let first = bytes.first, first == UInt8(ascii: "-") || first.isDigit else {
            throw mismatch(type)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.allSatisfy({ $0.isDigit || "+-.eE".utf8.contains($0) }), Double(text) != nil else {
            throw invalid("not a number")
        }
        return text
    }
}

// Errors.
extension JSONPart {
    func invalid(_ problem: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: [], debugDescription: problem))
    }

    /// Why it is no value of that type.
    func mismatch(_ type: any Any.Type) -> DecodingError {
        if isNull { return .valueNotFound(type, .init(codingPath: [], debugDescription: "null")) }
        // A word that means nothing has no type.
        if token.kind == .word, !isWord { return invalid("not a value of JSON") }
        return .typeMismatch(type, .init(codingPath: [], debugDescription: "\(token.kind)"))
    }

    private var isWord: Bool {
        if let first = bytes.first, first == UInt8(ascii: "-") || first.isDigit { return true }
        return bytes.elementsEqual("true".utf8) || bytes.elementsEqual("false".utf8)
    }
}

extension DecodingError {
    /// The same, found on the way to a member or an item.
    func inside(_ key: some CodingKey) -> DecodingError {
        func outer(_ context: Context) -> Context {
            Context(codingPath: [key] + context.codingPath, debugDescription: context.debugDescription)
        }
        switch self {
        case .keyNotFound(let missing, let context): return .keyNotFound(missing, outer(context))
        case .valueNotFound(let type, let context): return .valueNotFound(type, outer(context))
        case .typeMismatch(let type, let context): return .typeMismatch(type, outer(context))
        case .dataCorrupted(let context): return .dataCorrupted(outer(context))
        @unknown default: return self
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
