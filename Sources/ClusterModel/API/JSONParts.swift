import FoundationEssentials

/// JSON cut into its parts, which are not looked into: one that is no JSON does not keep the others from being read.
enum JSONParts {
    /// The members of an object in their order; nil for what is none. Names are as they are written, escapes and all.
    static func members(of object: ArraySlice<UInt8>) -> [(name: String, value: ArraySlice<UInt8>)]? {
        var cutter = JSONCutter(object)
        var members: [(name: String, value: ArraySlice<UInt8>)] = []
        guard cutter.skip("{") else { return nil }
        if cutter.skip("}") { return cutter.isAtEnd ? [] : nil }
        repeat {
            guard let name = cutter.name(), cutter.skip(":"), let value = cutter.value() else { return nil }
            members.append((name, value))
        } while cutter.skip(",")
        return cutter.skip("}") && cutter.isAtEnd ? members : nil
    }

    /// The items of a list in their order; nil for what is none.
    static func items(of list: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        var cutter = JSONCutter(list)
        var items: [ArraySlice<UInt8>] = []
        guard cutter.skip("[") else { return nil }
        if cutter.skip("]") { return cutter.isAtEnd ? [] : nil }
        repeat {
            guard let item = cutter.value() else { return nil }
            items.append(item)
        } while cutter.skip(",")
        return cutter.skip("]") && cutter.isAtEnd ? items : nil
    }

    /// The member of an object; nil if there is none, or no object.
    static func member(_ name: String, of object: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        members(of: object)?.first { $0.name == name }?.value
    }
}

/// Goes through JSON from value to value.
private struct JSONCutter {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.allSatisfy(\.isBlank) }

    mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        rest = rest.drop(while: \.isBlank)
        guard rest.first == UInt8(ascii: sign) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func name() -> String? {
        rest = rest.drop(while: \.isBlank)
        guard rest.first == UInt8(ascii: "\""), let end = endOfString(at: rest.startIndex) else { return nil }
        defer { rest = rest[end...] }
        return String(decoding: rest[rest.startIndex..<end].dropFirst().dropLast(), as: UTF8.self)
    }

    /// Up to the comma or the bracket behind it; nil if there is nothing, or no end.
    mutating func value() -> ArraySlice<UInt8>? {
        rest = rest.drop(while: \.isBlank)
        var (place, depth) = (rest.startIndex, 0)
        while place < rest.endIndex {
            switch rest[place] {
            case UInt8(ascii: "\""):
                guard let end = endOfString(at: place) else { return nil }
                place = end
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}") where depth > 0, UInt8(ascii: "]") where depth > 0: depth -= 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","):
                if depth == 0 { return take(upTo: place) }
            default: break
            }
            place += 1
        }
        return depth == 0 ? take(upTo: place) : nil
    }

    private mutating func take(upTo end: Int) -> ArraySlice<UInt8>? {
        defer { rest = rest[end...] }
        return end > rest.startIndex ? rest[..<end] : nil
    }

    /// The place behind the closing quote of the string that begins at `start`.
    private func endOfString(at start: Int) -> Int? {
        var place = start + 1
        while place < rest.endIndex {
            switch rest[place] {
            case UInt8(ascii: "\""): return place + 1
            case UInt8(ascii: "\\"): place += 2
            default: place += 1
            }
        }
        return nil
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}
