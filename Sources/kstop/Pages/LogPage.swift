import ClusterModel
import TUI
import Words

/// A container's log, followed.
struct LogPage: Equatable, Sendable {
    /// Lines and bytes that are kept at most; older ones are dropped, and the page says how many.
    static let maximumLines = 20_000
    static let maximumBytes = 16 << 20

    enum State: Equatable, Sendable {
        case opening, following, ended
        case failed(APIError)
    }

    let id: Int
    let query: LogQuery
    /// Oldest first.
    private(set) var lines: [LogLine] = []
    private var bytes = 0
    /// How many older lines are no longer kept.
    private(set) var dropped = 0
    var state = State.opening
    var wraps = false
    var showsTimestamps = false
    /// The line at the top, counted from the first ever read; nil: the newest lines are shown as they come.
    private(set) var top: Int?
    /// Lines that came while not following.
    private(set) var unseen = 0

    init(id: Int, query: LogQuery) {
        self.id = id
        self.query = query
    }

    var isFollowing: Bool { top == nil }

    mutating func append(_ new: [LogLine]) {
        lines += new
        bytes += new.reduce(0) { $0 + $1.text.utf8.count }
        if !isFollowing { unseen += new.count }
        dropOldLines()
        if let top { self.top = max(top, dropped) }
    }

    /// Drops a tenth at a time, so that not every new line moves all the others.
    private mutating func dropOldLines() {
        while lines.count > Self.maximumLines || (bytes > Self.maximumBytes && lines.count > 1) {
            let count = min(lines.count - 1, max(1, lines.count / 10))
            bytes -= lines.prefix(count).reduce(0) { $0 + $1.text.utf8.count }
            lines.removeFirst(count)
            dropped += count
        }
    }

    mutating func follow() {
        top = nil
        unseen = 0
    }

    /// Scrolls by `step` lines in a view of `size`; up stops following, reaching the end resumes it.
    mutating func scroll(by step: Int, in size: Size) {
        let last = firstVisibleLine(in: size)
        let target = (top ?? last) + step
        if target >= last, step > 0 { return follow() }
        top = max(dropped, target)
    }

    mutating func scrollToTop() { top = dropped }

    /// The line at the top of a view of `size` while the newest lines are shown.
    func firstVisibleLine(in size: Size) -> Int {
        var rows = 0
        var index = lines.count
        while index > 0 {
            rows += wraps ? wrappedRows(lines[index - 1], width: size.width) : 1
            if rows > size.height { break }
            index -= 1
        }
        // A last line that alone is taller than the view is still shown from its beginning.
        return dropped + min(index, max(0, lines.count - 1))
    }

    private func wrappedRows(_ line: LogLine, width: Int) -> Int {
        // ASCII without controls takes a column a byte: the usual line needs no layout to be counted.
        let length = line.text.utf8.count + (showsTimestamps ? Self.timestampWidth : 0)
        return length <= width ? 1 : styled(line).wrapped(to: width).count
    }

    /// "14:02:06 " before a line.
    private static let timestampWidth = 9

    fileprivate func styled(_ line: LogLine) -> StyledText {
        var text = StyledText()
        if showsTimestamps { text.append(line.timestamp.dropFirst(11).prefix(8) + " ", .quiet) }
        text.append(withoutEscapeSequences(line.text), logRole(line.text))
        return text
    }
}

extension LogPage {
    mutating func hear(_ change: LogChange) {
        switch change {
        case .lines(let new):
            state = .following
            append(new)
        case .ended: state = .ended
        case .failed(let error): state = .failed(error)
        }
    }

    /// False if the page has no use for the action.
    mutating func handle(_ action: Action, view size: Size) -> Bool {
        switch action {
        case .up: scroll(by: -1, in: size)
        case .down: scroll(by: 1, in: size)
        case .pageUp: scroll(by: -max(1, size.height - 1), in: size)
        case .pageDown: scroll(by: max(1, size.height - 1), in: size)
        case .halfPageUp: scroll(by: -max(1, size.height / 2), in: size)
        case .halfPageDown: scroll(by: max(1, size.height / 2), in: size)
        case .top: scrollToTop()
        case .follow: follow()
        case .toggleTimestamps: showsTimestamps.toggle()
        case .toggleWrap: wraps.toggle()
        default: return false
        }
        return true
    }

    /// The line under the header: whose log, how it is shown, whether it goes on.
    func drawStatus(_ model: Model, in area: Rect, on screen: inout Screen) {
        var line = StyledText("  ") + model.styled(Phrase("logs"), .quiet) + StyledText(" ")
        line.append(query.pod, .strong, bold: true)
        line.append("  \(query.container)", .quiet)
        line += StyledText("   ") + model.styled(Phrase("wrap"), .quiet) + switchText(wraps, model)
        line += StyledText("   ") + model.styled(Phrase("time"), .quiet) + switchText(showsTimestamps, model)
        if dropped > 0 { line += StyledText("   ") + model.styled(Phrase("… \(dropped) older lines dropped"), .quiet) }
        let right = stateText(model)
        screen.write(line, x: area.x, y: area.y, width: area.width - right.width - 1)
        screen.write(right, x: area.x + max(0, area.width - right.width), y: area.y, width: right.width)
    }

    private func switchText(_ isOn: Bool, _ model: Model) -> StyledText {
        StyledText(" ") + model.styled(isOn ? Phrase("on") : Phrase("off"))
    }

    private func stateText(_ model: Model) -> StyledText {
        if !isFollowing {
            let news = Phrase(count: unseen, one: "\(unseen) new line", other: "\(unseen) new lines")
            return StyledText("‖ ", .warning) + model.styled(Phrase("paused"), .warning)
                + model.styled(Phrase(", \(news), End follows"), .quiet) + StyledText(" ")
        }
        let (mark, words, role): (StyledText, Phrase, Role) =
            switch state {
            case .opening: (StyledText("◐ ", .progressing), Phrase("opening"), .quiet)
            case .following: (StyledText("● ", .healthy), Phrase("following"), .healthy)
            case .ended: (StyledText("○ ", .quiet), Phrase("ended, waiting for the next start"), .quiet)
            case .failed: (StyledText("✗ ", .failed), Phrase("waiting"), .failed)
            }
        return mark + model.styled(words, role) + StyledText(" ")
    }

    func draw(_ model: Model, in area: Rect, on screen: inout Screen) {
        var rows: [StyledText] = []
        if lines.isEmpty { rows = [emptyText(model)] }
        let first = max(dropped, top ?? firstVisibleLine(in: area.size)) - dropped
        for line in lines.dropFirst(first) {
            rows += wraps ? styled(line).wrapped(to: max(1, area.width)) : [styled(line)]
            if rows.count >= area.height { break }
        }
        for (row, line) in rows.prefix(area.height).enumerated() {
            screen.write(line, x: area.x, y: area.y + row, width: area.width)
        }
    }

    private func emptyText(_ model: Model) -> StyledText {
        switch state {
        case .opening, .following: model.styled(Phrase("nothing logged yet"), .quiet)
        case .ended: model.styled(Phrase("the container has ended and logged nothing"), .quiet)
        case .failed(let error): StyledText(model.words(error.text), .failed)
        }
    }
}
