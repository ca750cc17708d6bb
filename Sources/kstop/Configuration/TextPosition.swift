/// A place in a text file, as editors count: both from 1, a column being a Unicode scalar.
struct TextPosition: Hashable, Comparable, Sendable {
    var line = 1
    var column = 1

    static func < (left: TextPosition, right: TextPosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A value, and where it stands in the text.
struct Located<Value> {
    var value: Value
    var position: TextPosition
}

extension Located: Equatable where Value: Equatable {}
extension Located: Sendable where Value: Sendable {}
