/// One line of text in which each part has its style. Control characters are allowed: `Screen` neutralises them.
package struct StyledText: Equatable, Sendable {
    package struct Span: Equatable, Sendable {
        package var text: String
        package var style: Style
    }

    package private(set) var spans: [Span] = []

    package init() {}

    package init(_ text: String, _ role: Role = .text, bold: Bool = false, underlined: Bool = false) {
        append(text, Style(role, bold: bold, underlined: underlined))
    }

    package mutating func append(_ text: String, _ style: Style) {
        if !text.isEmpty { spans.append(Span(text: text, style: style)) }
    }

    package mutating func append(_ text: String, _ role: Role = .text, bold: Bool = false) {
        append(text, Style(role, bold: bold))
    }

    package static func + (left: StyledText, right: StyledText) -> StyledText {
        var sum = left
        sum.spans += right.spans
        return sum
    }

    package static func += (left: inout StyledText, right: StyledText) { left.spans += right.spans }

    /// The words without their styles.
    package var text: String { spans.map(\.text).joined() }

    /// In columns, as `Screen` would draw it.
    package var width: Int { spans.reduce(0) { $0 + displayWidth(of: $1.text) } }

    /// With every part on `surface`.
    package func on(_ surface: Surface) -> StyledText {
        var copy = self
        for index in copy.spans.indices { copy.spans[index].style.surface = surface }
        return copy
    }

    /// With every part bold.
    package func bold() -> StyledText {
        var copy = self
        for index in copy.spans.indices { copy.spans[index].style.isBold = true }
        return copy
    }
}

extension StyledText: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}
