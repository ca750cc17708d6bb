/// A line of text being typed.
package struct LineEditor: Equatable, Sendable {
    package private(set) var text = ""

    package init(_ text: String = "") { self.text = text }

    /// Applies an editing key; false if the key is not one.
    package mutating func handle(_ key: Key) -> Bool { false }
}
