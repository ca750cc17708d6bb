/// JSON (RFC 8259) cut into its values, which are not looked into until they are asked for: what nobody reads costs one
/// look at its bytes, and what is wrong with it costs nothing.
///
/// Foundation's decoder, which looks into all of it, needs more than twice the instructions for a list of pods, and
/// refuses the whole list for one half of a surrogate pair. A class since all values in it share the bytes.
final class JSONText: Sendable {
    /// Why a text is not JSON: the byte where that shows.
    struct Problem: Error, Equatable {
        var offset: Int
    }

    /// Where a value, or the name of a member, stands.
    struct Token {
        enum Kind: UInt8 {
            case object, array
            /// Without escapes, its text is what stands between its quotes.
            case string
            /// With escapes, or with what a string must not have.
            case otherString
            /// A number, true, false, null, or what is none of them.
            case word
        }

        var kind: Kind
        var start: UInt32
        var end: UInt32 = 0
        /// The token after all that is in it.
        var next: Int32 = 0
    }

    let bytes: [UInt8]
    /// In the order in which they stand: a name is followed by its value, an object and an array by what is in them.
    let tokens: [Token]
    /// What is decoded from it, for those who must be told.
    let userInfo: [CodingUserInfoKey: any Sendable]

    /// - Throws: if brackets, quotes, commas and colons do not stand where they should.
    init(_ bytes: [UInt8], userInfo: [CodingUserInfoKey: any Sendable] = [:]) throws(Problem) {
        guard bytes.count < Int32.max else { throw Problem(offset: Int(Int32.max)) }
        self.bytes = bytes
        self.userInfo = userInfo
        var cutter = JSONCutter()
        if let offset = bytes.withUnsafeBufferPointer({ cutter.cut($0) }) { throw Problem(offset: offset) }
        tokens = cutter.tokens
    }

    var value: JSONPart { JSONPart(text: self, index: 0) }
}

/// Finds the tokens of a text. Nesting of any depth costs no stack.
private struct JSONCutter {
    private enum Expectation {
        case value, valueOrEnd, name, nameOrEnd, colon, commaOrEnd, nothing
    }

    private(set) var tokens: [JSONText.Token] = []
    /// The objects and arrays that the next token is in, outermost first.
    private var open: [Int32] = []
    private var expectation = Expectation.value

    /// - Returns: The byte that does not belong there; nil if all do.
    mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        tokens.reserveCapacity(bytes.count / 12)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte.isBlank {
                place += 1
                continue
            }
            guard let end = take(byte, at: place, of: bytes) else { return place }
            place = end
        }
        return expectation == .nothing ? nil : place
    }

    /// - Returns: The place behind what begins with that byte; nil if it does not belong there.
    private mutating func take(_ byte: UInt8, at place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        switch (expectation, byte) {
        case (.commaOrEnd, UInt8(ascii: ",")): expectation = isInObject ? .name : .value
        case (.colon, UInt8(ascii: ":")): expectation = .value
        case (.commaOrEnd, UInt8(ascii: "}")), (.nameOrEnd, UInt8(ascii: "}")):
            return close(.object, at: place)
        case (.commaOrEnd, UInt8(ascii: "]")), (.valueOrEnd, UInt8(ascii: "]")):
            return close(.array, at: place)
        case (.value, _), (.valueOrEnd, _): return takeValue(byte, at: place, of: bytes)
        case (.name, UInt8(ascii: "\"")), (.nameOrEnd, UInt8(ascii: "\"")):
            expectation = .colon
            return takeString(at: place, of: bytes)
        default: return nil
        }
        return place + 1
    }

    private mutating func takeValue(_ byte: UInt8, at place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        switch byte {
        case UInt8(ascii: "{"): return begin(.object, at: place, .nameOrEnd)
        case UInt8(ascii: "["): return begin(.array, at: place, .valueOrEnd)
        case UInt8(ascii: "\""):
            expectation = afterValue
            return takeString(at: place, of: bytes)
        default:
            var end = place
            while end < bytes.count, !bytes[end].endsWord { end += 1 }
            guard end > place else { return nil }
            add(.word, from: place, to: end)
            expectation = afterValue
            return end
        }
    }

    private mutating func takeString(at place: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var end = place + 1
        var kind = JSONText.Token.Kind.string
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") {
                add(kind, from: place, to: end + 1)
                return end + 1
            }
            if byte == UInt8(ascii: "\\") || byte < 0x20 { kind = .otherString }
            end += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private mutating func add(_ kind: JSONText.Token.Kind, from start: Int, to end: Int) {
        let next = Int32(truncatingIfNeeded: tokens.count + 1)
        tokens.append(
            JSONText.Token(
                kind: kind, start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), next: next))
    }

    private var isInObject: Bool { open.last.map { tokens[Int($0)].kind == .object } ?? false }

    private var afterValue: Expectation { open.isEmpty ? .nothing : .commaOrEnd }

    private mutating func begin(_ kind: JSONText.Token.Kind, at place: Int, _ next: Expectation) -> Int {
        open.append(Int32(truncatingIfNeeded: tokens.count))
        add(kind, from: place, to: place)
        expectation = next
        return place + 1
    }

    private mutating func close(_ kind: JSONText.Token.Kind, at place: Int) -> Int? {
        guard let index = open.last.map(Int.init), tokens[index].kind == kind else { return nil }
        open.removeLast()
        tokens[index].end = UInt32(truncatingIfNeeded: place + 1)
        tokens[index].next = Int32(truncatingIfNeeded: tokens.count)
        expectation = afterValue
        return place + 1
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

    fileprivate var endsWord: Bool {
        isBlank || self == UInt8(ascii: ",") || self == UInt8(ascii: "]") || self == UInt8(ascii: "}")
    }
}
