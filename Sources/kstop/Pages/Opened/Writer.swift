import ClusterModel
import TUI
import Words

/// A part of a document; one without lines is left out.
struct Section {
    /// Nil for what needs none.
    var title: StyledText?
    var lines: [StyledText]
}

/// Writes what is known of a row, as wide as the screen.
struct Writer {
    let model: Model
    /// In columns.
    let width: Int

    func words(_ phrase: Phrase) -> String { model.words(phrase) }

    func styled(_ phrase: Phrase, _ role: Role = .text, bold: Bool = false) -> StyledText {
        model.styled(phrase, role, bold: bold)
    }

    /// Where there is nothing to tell although there may be something, `lines` give way to the reason why.
    func section(_ title: Phrase, of kind: ResourceKind? = nil, _ lines: [StyledText]) -> Section {
        let shown = lines.isEmpty ? kind.map(unreadable) ?? [] : lines
        return Section(title: styled(title, .strong, bold: true), lines: shown)
    }

    func section(_ title: Phrase, of kind: ResourceKind? = nil, titles: [String], _ rows: [[StyledText]]) -> Section {
        section(title, of: kind, rows.isEmpty ? [] : Grid(titles: titles, rows: rows).lines(width: width))
    }

    /// The sections one below the other.
    func document(_ sections: [Section]) -> [StyledText] {
        let blocks = sections.filter { !$0.lines.isEmpty }.map { section in
            (section.title.map { [StyledText(" ") + $0] } ?? []) + section.lines
        }
        return blocks.joined(separator: [StyledText()]).flatMap { $0.width > width ? $0.wrapped(to: width) : [$0] }
    }

    /// Why objects of a kind are not known; empty if all there are are.
    private func unreadable(_ kind: ResourceKind) -> [StyledText] {
        let text: StyledText? =
            switch model.cluster.source(kind) {
            case .forbidden(let message): styled(Phrase("forbidden: \(message)"), .warning)
            case .failing(let error, _, _): model.styled(error.text, .warning)
            case .loading: styled(Phrase("loading \(kind.plural) …"), .quiet)
            case .live, .polled, .notServed: nil
            }
        return text.map { paragraph($0) } ?? []
    }

    /// A text that is set in and wrapped.
    func paragraph(_ text: StyledText) -> [StyledText] { Grid(rows: [[text]]).lines(width: width) }
}

// Labelled values, the labels being what `kubectl describe` calls them.
extension Writer {
    /// Fields without a value are left out.
    func fields(_ fields: [Field]) -> [StyledText] {
        let shown = fields.filter { $0.value.width > 0 }
        return shown.isEmpty ? [] : Grid(rows: shown.map { [$0.label, $0.value] }).lines(width: width)
    }

    /// A value of kstop's own.
    func field(_ label: Phrase, _ value: StyledText) -> Field { Field(label: styled(label, .quiet), value: value) }
}

/// A label and a value.
struct Field {
    var label: StyledText
    var value: StyledText
}

extension Field {
    init(_ label: String, _ value: StyledText) {
        self.init(label: StyledText(label, .quiet), value: value)
    }

    init(_ label: String, _ value: String, _ role: Role = .text) {
        self.init(label, StyledText(value, role))
    }
}

extension [StyledText] {
    /// Those that say something, with `separator` in between.
    func joined(separator: String) -> StyledText {
        filter { $0.width > 0 }.reduce(StyledText()) { sum, next in
            sum.width == 0 ? next : sum + StyledText(separator, .quiet) + next
        }
    }
}
