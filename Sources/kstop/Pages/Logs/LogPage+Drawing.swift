import ClusterModel
import TUI
import Words

extension LogPage {
    func draw(_ model: Model, in area: Rect, on screen: inout Screen) {
        guard shownCount > 0 else {
            let text = emptyText(model).wordWrapped(to: max(1, area.width))
            for (row, line) in text.prefix(area.height).enumerated() {
                screen.write(line, x: area.x, y: area.y + row, width: area.width)
            }
            return
        }
        let layout = layout(model, width: area.width)
        let rows = visible(layout, height: area.height).flatMap(\.rows)
        for (row, line) in rows.prefix(area.height).enumerated() {
            screen.write(line, x: area.x, y: area.y + row, width: area.width)
        }
    }

    func layout(_ model: Model, width: Int) -> LogLayout {
        LogLayout(self, width: width, language: model.language, utcOffset: model.session.utcOffset)
    }

    private func emptyText(_ model: Model) -> StyledText {
        if filter != nil, !store.entries.isEmpty {
            return model.styled(isExamined ? Phrase("no line passes the filter") : Phrase("looking …"), .quiet)
        }
        for source in sources {
            if case .failed(let error) = source.state { return StyledText(model.words(error.text), .failed) }
        }
        let hasEnded = !sources.isEmpty && sources.allSatisfy { $0.state == .ended || $0.state == .complete }
        return hasEnded
            ? model.styled(Phrase("the container has ended and logged nothing"), .quiet)
            : model.styled(Phrase("nothing logged yet"), .quiet)
    }

    /// The line under the header: whose log, how it is shown, whether it goes on.
    func drawStatus(_ model: Model, in area: Rect, on screen: inout Screen) {
        let isNarrow = area.width < 60
        let what = isNarrow ? StyledText(" ") : StyledText("  ") + model.styled(Phrase("logs"), .quiet)
        let right = isNarrow && isPaused ? shortPause(model) : stateText(model)
        let room = area.width - right.width - 1
        var line = what + StyledText(" ") + title(model)
        // What matters less goes first; nothing is cut but the name.
        for part in remarks(model) where line.width + 3 + part.width <= room { line += StyledText("   ") + part }
        screen.write(line, x: area.x, y: area.y, width: room)
        screen.write(right, x: area.x + max(0, area.width - right.width), y: area.y, width: right.width)
    }

    /// The most important first.
    private func remarks(_ model: Model) -> [StyledText] {
        let switches = [(Phrase("wrap"), wraps), (Phrase("time"), showsTimestamps)].map { name, isOn in
            model.styled(name, .quiet) + StyledText(" ") + model.styled(isOn ? Phrase("on") : Phrase("off"))
        }
        let all = [droppedText(model), model.styled(reach.words(limits), .quiet), formText(model)] + switches
        return all.filter { $0.width > 0 }
    }

    private func formText(_ model: Model) -> StyledText {
        switch form {
        case .shown: StyledText()
        case .readable: model.styled(Phrase(verbatim: "JSON"), .quiet)
        case .raw: model.styled(Phrase("raw lines"), .quiet)
        }
    }

    private func title(_ model: Model) -> StyledText {
        var title = StyledText()
        switch scope {
        case .container(let name):
            title = StyledText(pod.name, .strong, bold: true) + StyledText("  \(name)", .quiet)
        case .pod:
            title =
                StyledText(pod.name, .strong, bold: true) + StyledText("  ")
                + model.styled(Phrase("all containers"), .quiet)
        case .application:
            let count = Set(sources.filter(\.isOpen).map(\.pod.uid)).count
            let pods = Phrase(count: count, one: "\(count) pod", other: "\(count) pods")
            title =
                StyledText(application?.name ?? pod.name, .strong, bold: true) + StyledText("  ")
                + model.styled(pods, .quiet)
        }
        return isPrevious ? title + StyledText("  ") + model.styled(Phrase("previous"), .warning) : title
    }

    private func droppedText(_ model: Model) -> StyledText {
        guard store.dropped > 0 else { return StyledText() }
        let count = grouped(store.dropped)
        switch store.side {
        case .dropsOldest: return model.styled(Phrase("… \(count) older lines dropped"), .quiet)
        case .refusesNewest: return model.styled(Phrase("… \(count) later lines left out"), .quiet)
        }
    }

    /// A log that is read from its beginning does not go on.
    private var isPaused: Bool { !isFollowing && reach != .head }

    private func shortPause(_ model: Model) -> StyledText {
        let news = unseen == 0 ? StyledText() : StyledText(" +\(unseen)")
        return StyledText("‖ ", .warning) + model.styled(Phrase("paused"), .warning) + news + StyledText(" ")
    }

    private func stateText(_ model: Model) -> StyledText {
        if isPaused {
            let news = Phrase(count: unseen, one: "\(unseen) new line", other: "\(unseen) new lines")
            let more = unseen == 0 ? Phrase(", End follows") : Phrase(", \(news), End follows")
            return StyledText("‖ ", .warning) + model.styled(Phrase("paused"), .warning)
                + model.styled(more, .quiet) + StyledText(" ")
        }
        let (mark, words, role): (StyledText, Phrase, Role) =
            switch state {
            case .opening: (StyledText("◐ ", .progressing), Phrase("opening"), .quiet)
            case .following: (StyledText("● ", .healthy), Phrase("following"), .healthy)
            case .ended: (StyledText("○ ", .quiet), Phrase("ended, waiting for the next start"), .quiet)
            case .complete: (StyledText("○ ", .quiet), Phrase("all read"), .quiet)
            case .failed: (StyledText("✗ ", .failed), Phrase("waiting"), .failed)
            }
        return mark + model.styled(words, role) + StyledText(" ")
    }

    /// Of all sources together: what goes on outweighs what does not.
    private var state: LogSource.State {
        let states = sources.filter(\.isOpen).map(\.state)
        if states.contains(.following) { return .following }
        if states.contains(.opening) { return .opening }
        return states.first { $0 != .ended && $0 != .complete } ?? states.first ?? .opening
    }
}

/// Says what is searched and filtered, and how much of it there is; nil while nothing is.
func logSearchLine(_ model: Model) -> StyledText? {
    guard let log = model.log, model.overlay == nil, log.search != nil || log.filter != nil else { return nil }
    var parts: [StyledText] = []
    if let search = log.search {
        parts.append(StyledText("/\(search.typed)", .accent) + StyledText(" ") + log.foundText(model))
    }
    if let filter = log.filter {
        let around = log.context > 0 ? " ±\(log.context)" : ""
        parts.append(StyledText("&\(filter.typed)\(around)", .accent) + StyledText(" ") + log.filteredText(model))
    }
    return parts.reduce(StyledText()) { $0 + StyledText(" ") + $1 + StyledText("  ") }
}

extension LogPage {
    /// "3 of 12 lines".
    func foundText(_ model: Model) -> StyledText {
        guard search != nil else { return StyledText() }
        let more = isExamined ? "" : "…"
        let words =
            placeOfCurrent.map { Phrase("\(grouped($0)) of \(grouped(found))") }
            ?? Phrase(count: found, one: "\(found) line", other: "\(grouped(found)) lines")
        return model.styled(words + Phrase(verbatim: more), found == 0 && isExamined ? .warning : .quiet)
    }

    func filteredText(_ model: Model) -> StyledText {
        guard filter != nil else { return StyledText() }
        let all = store.entries.count
        let more = isExamined ? "" : "…"
        let words = Phrase("\(grouped(shownCount)) of \(grouped(all)) lines") + Phrase(verbatim: more)
        return model.styled(words, .quiet)
    }
}
