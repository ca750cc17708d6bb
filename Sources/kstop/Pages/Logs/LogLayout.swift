import ClusterModel
import FoundationEssentials
import TUI
import Words

/// How the entries of a log become rows of a width. Nothing more is laid out than the rows that are asked for.
struct LogLayout {
    private let page: LogPage
    private let width: Int
    private let language: Language
    private let utcOffset: Int
    private let labels: LogLabels
    private let matcher: LogPattern?

    init(_ page: LogPage, width: Int, language: Language, utcOffset: Int) {
        self.page = page
        self.width = max(1, width)
        self.language = language
        self.utcOffset = utcOffset
        labels = LogLabels(page, width: width)
        matcher = page.search
    }

    /// "14:02:06 " before a line.
    private static let timestampWidth = 9

    /// Columns before the text of a line, in its first row and, blank, in the others.
    private var headWidth: Int {
        let width = (page.showsTimestamps ? Self.timestampWidth : 0) + labels.width
        return width > self.width - 8 ? 0 : width
    }

    private var bodyWidth: Int { width - headWidth }

    func rowCount(of entry: LogEntry) -> Int {
        guard page.wraps, let line = entry.line else { return 1 }
        let text = shownText(line, page.form)
        let columns = displayWidth(of: text) + remark(on: line).width
        if columns <= bodyWidth { return 1 }
        if isPlain(text) { return (columns + bodyWidth - 1) / bodyWidth }
        return body(of: line).wrapped(to: bodyWidth).count
    }

    /// At most `limit` rows of an entry, beginning with its row `first`.
    func rows(of number: Int, from first: Int, limit: Int) -> [StyledText] {
        let entry = page.store[number]
        switch entry.content {
        case .note(let note): return [noteRow(note)]
        case .line(let line, let source):
            let isCurrent = number == page.current
            let bodies = bodyRows(of: line, from: first, limit: page.wraps ? limit : 1, isCurrent: isCurrent)
            return bodies.enumerated().map { index, body in
                guard headWidth > 0 else { return body }
                return (first + index == 0 ? head(of: line, source) : StyledText(blanks(headWidth))) + body
            }
        }
    }

    /// A whole line without breaks, as it is copied.
    func text(of number: Int) -> String {
        let entry = page.store[number]
        switch entry.content {
        case .note(let note): return noteRow(note).text
        case .line(let line, let source): return head(of: line, source).text + body(of: line).text
        }
    }

    /// A line as a file keeps it: without what only the screen adds to its text.
    func rawText(of number: Int) -> String {
        let entry = page.store[number]
        switch entry.content {
        case .note(let note): return noteRow(note).text
        case .line(let line, let source):
            return (page.showsTimestamps ? line.timestamp + " " : "") + labels.label(of: source).text
                + withoutEscapeSequences(line.text)
        }
    }

    /// The row of an entry in which the first place of what is searched stands.
    func rowOfMatch(in number: Int) -> Int {
        guard page.wraps, let line = page.store[number].line, let matcher else { return 0 }
        let text = shownText(line, page.form)
        guard let place = matcher.ranges(in: text).first?.lowerBound else { return 0 }
        let before = String(decoding: text.utf8.prefix(place), as: UTF8.self)
        return displayWidth(of: before) / bodyWidth
    }
}

extension LogLayout {
    private func head(of line: LogLine, _ source: Int) -> StyledText {
        var head = StyledText()
        if page.showsTimestamps {
            head.append(clock(line).padded(to: Self.timestampWidth), .quiet)
        }
        return head + labels.label(of: source)
    }

    /// "14:02:06" on the user's wall.
    private func clock(_ line: LogLine) -> String {
        line.moment.map { clockSeconds($0 / 1_000_000_000, utcOffset: utcOffset) } ?? ""
    }

    private func bodyRows(of line: LogLine, from first: Int, limit: Int, isCurrent: Bool) -> [StyledText] {
        let text = shownText(line, page.form)
        guard text.utf8.count > 4 * bodyWidth, isPlain(text), !isReadable(line) else {
            let body = highlighted(body(of: line), isCurrent)
            guard page.wraps else { return [isCurrent ? shifted(body, to: text) : body] }
            return Array(body.wrapped(to: bodyWidth).dropFirst(first).prefix(limit))
        }
        return longRows(of: text, line, from: first, limit: limit, isCurrent)
    }

    /// Of a long line of printable ASCII only the part that is asked for is touched.
    private func longRows(
        of text: String, _ line: LogLine, from first: Int, limit: Int, _ isCurrent: Bool
    ) -> [StyledText] {
        let role = logRole(text)
        // What is found may begin before the part or end after it.
        let margin = 256
        let shift = isCurrent && !page.wraps ? shift(of: text) : 0
        let start = max(0, first * bodyWidth + shift - margin)
        let end = min(text.utf8.count, (first + limit) * bodyWidth + shift + margin)
        guard start < end else { return [] }
        let part = StyledText(String(slice(of: text, start..<end)), role)
        var rest = highlighted(part, isCurrent)
        if end == text.utf8.count { rest += remark(on: line) }
        guard page.wraps else {
            return [shift == 0 ? rest : StyledText("…", .quiet) + rest.dropping(columns: shift - start)]
        }
        // The part begins `skipped` columns before the first row.
        let skipped = first * bodyWidth - start
        let rows = rest.dropping(columns: skipped).wrapped(to: bodyWidth)
        return Array(rows.prefix(limit))
    }

    /// With the found place in view, where a line that is not wrapped would hide it behind the edge.
    private func shifted(_ body: StyledText, to text: String) -> StyledText {
        let shift = shift(of: text)
        return shift == 0 ? body : StyledText("…", .quiet) + body.dropping(columns: shift)
    }

    /// Columns that a line begins later, so that the place of the search is in its first half.
    private func shift(of text: String) -> Int {
        guard let range = matcher?.ranges(in: text).first else { return 0 }
        let start = displayWidth(of: String(decoding: text.utf8.prefix(range.lowerBound), as: UTF8.self))
        return start + min(range.count, bodyWidth / 2) < bodyWidth ? 0 : start - bodyWidth / 3
    }

    private func isReadable(_ line: LogLine) -> Bool { readable(line) != nil }

    /// Nil also if the line is not to be written for people.
    private func readable(_ line: LogLine) -> StyledText? {
        guard case .readable(let utcOffset) = page.form else { return nil }
        return readableJSON(line, utcOffset: utcOffset)
    }

    private func body(of line: LogLine) -> StyledText {
        if let readable = readable(line) { return readable + remark(on: line) }
        return StyledText(shownText(line, page.form), logRole(lastState(of: line.text))) + remark(on: line)
    }

    /// That the line goes on.
    private func remark(on line: LogLine) -> StyledText {
        guard line.cutBytes > 0 else { return StyledText() }
        let words = Phrase(
            count: line.cutBytes, one: "… \(grouped(line.cutBytes)) byte more",
            other: "… \(grouped(line.cutBytes)) bytes more")
        return StyledText(" " + words.text(in: language), .quiet)
    }

    private func highlighted(_ text: StyledText, _ isCurrent: Bool) -> StyledText {
        guard let matcher else { return text }
        return text.marked(matcher.ranges(in: text.text), on: isCurrent ? .button : .selection)
    }

    /// "── mark 14:02:06 ──────".
    private func noteRow(_ note: LogNote) -> StyledText {
        let role: Role =
            switch note {
            case .mark: .accent
            case .skipped, .gap: .warning
            case .replaced, .joined, .left: .quiet
            }
        let words = note.words(utcOffset: utcOffset).text(in: language)
        let rest = max(2, min(width, 200) - displayWidth(of: words) - 4)
        return StyledText("── \(words) " + String(repeating: "─", count: rest), role)
    }
}

extension LogNote {
    fileprivate func words(utcOffset: Int) -> Phrase {
        switch self {
        case .mark(let moment):
            Phrase("mark \(clockSeconds(Int(moment.timeIntervalSince1970.rounded(.down)), utcOffset: utcOffset))")
        case .replaced(let old, let new): Phrase("\(new) replaces \(old)")
        case .joined(let pod): Phrase("\(pod) joins")
        case .left(let pod): Phrase("\(pod) is gone")
        case .skipped(let count):
            Phrase(
                count: count, one: "\(grouped(count)) line came too fast and is left out",
                other: "\(grouped(count)) lines came too fast and are left out")
        case .gap: Phrase("some lines may be missing here")
        }
    }
}

/// What a line says on the screen, without what stands around it: what is searched and filtered.
func shownText(_ line: LogLine, _ form: LogForm) -> String {
    switch form {
    case .shown: lastState(of: line.text)
    case .readable(let utcOffset): readableJSON(line, utcOffset: utcOffset)?.text ?? lastState(of: line.text)
    case .raw: line.text
    }
}

/// Part of a text whose bytes are known to be ASCII there.
private func slice(of text: String, _ range: Range<Int>) -> Substring {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return text[start..<text.utf8.index(start, offsetBy: range.count)]
}

private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

/// "14:02:06" on the user's wall, of seconds since 1970.
func clockSeconds(_ seconds: Int, utcOffset: Int) -> String {
    let ofDay = ((seconds + utcOffset) % 86_400 + 86_400) % 86_400
    return [ofDay / 3600, ofDay / 60 % 60, ofDay % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        .joined(separator: ":")
}
