import ClusterModel
import TUI
import Words

/// What the panel shows of the selection: its chain, why it is not well, and what happened last.
struct Detail: Equatable {
    var title: String
    /// The URL of the first chain.
    var trailing: String
    var lines: [StyledText]
}

extension Model {
    /// As it fits `size`; nil without a selection.
    func detail(size: Size) -> Detail? {
        guard let selection else { return nil }
        let head = headLines(selection, width: size.width)
        let chainLines = chainLines(selection.chains, width: size.width)
        let why = whyLines(selection, width: size.width)
        let steps = why.isEmpty ? [] : stepLines(selection)
        let used = head.count + chainLines.count + (why.isEmpty || chainLines.isEmpty ? 0 : 1) + why.count + steps.count
        let hasRoom = used < size.height
        // What a crashed container said comes late: it takes the room that is left, so that nothing else moves.
        let last = why.isEmpty ? [] : lastWords(of: selection, atMost: hasRoom ? size.height - 1 - used : 2)
        let reason = why + last + steps
        let gap = reason.isEmpty || chainLines.isEmpty ? [] : [StyledText()]
        // Where not everything has room, the cause is worth more than the way to it.
        var lines = head + (hasRoom ? chainLines + gap + reason : reason + chainLines)
        if let usage = usageLines(selection, width: size.width), lines.count + usage.count < size.height {
            lines += usage
        }
        return Detail(title: selection.title, trailing: selection.chains.first?.url ?? "", lines: lines)
    }

    /// One sentence on what is wrong.
    func whyLines(_ selection: Selection, width: Int) -> [StyledText] {
        selection.verdict?.why.map { labelled(Phrase("why"), StyledText(words($0)), width: width) } ?? []
    }

    /// What its crashed container wrote last; where that is more than `count` lines, those that tell of errors.
    func lastWords(of selection: Selection, atMost count: Int) -> [StyledText] {
        let all = selection.crash.flatMap { lastLines[$0] }?.filter { !$0.isEmpty } ?? []
        let errors = all.filter { logRole($0) == .failed }
        let chosen = all.count <= count || errors.isEmpty ? all : errors
        return chosen.suffix(count).enumerated().map { index, line in
            label(index == 0 ? Phrase("last") : .nothing, .quiet)
                + StyledText(lastState(of: line), .failed)
        }
    }

    /// The keys that help next.
    func stepLines(_ selection: Selection) -> [StyledText] {
        let bindings = (selection.verdict?.nextSteps ?? []).compactMap(binding)
        if bindings.isEmpty { return [] }
        var line = label(Phrase("do"), .strong, bold: true)
        for binding in bindings {
            line.append(binding.keys.first?.name ?? "", .accent)
            line.append(" \(words(binding.shortLabel ?? binding.label))   ", .quiet)
        }
        return [line]
    }

    /// "label  text", wrapped under its first word.
    func labelled(_ label: Phrase, _ text: StyledText, width: Int) -> [StyledText] {
        text.wordWrapped(to: max(20, width - labelWidth - 4)).enumerated().map { index, line in
            self.label(index == 0 ? label : .nothing, .strong, bold: true) + line
        }
    }

    /// An event says what it says before the chain of what it is about.
    private func headLines(_ selection: Selection, width: Int) -> [StyledText] {
        guard case .object(.event(let event), _) = selection else { return [] }
        let role: Role = event.isWarning ? .warning : .text
        let text = StyledText("\(event.reason): ", role, bold: true) + StyledText(event.message)
        return labelled(Phrase("says"), text, width: width) + [StyledText()]
    }

    private func usageLines(_ selection: Selection, width: Int) -> [StyledText]? {
        guard case .application(let application) = selection, !application.pods.isEmpty else { return nil }
        let text = usageText(of: application, width: width - labelWidth - 4)
        return [StyledText(), label(Phrase("use"), .quiet) + text]
    }

    /// Columns of the longest label, such as "pourquoi", and a blank.
    var labelWidth: Int {
        switch language {
        case .english: 5
        case .french: 9
        }
    }

    private func label(_ phrase: Phrase, _ role: Role, bold: Bool = false) -> StyledText {
        StyledText("   " + words(phrase).padded(to: labelWidth), role, bold: bold)
    }

    /// The key for a step; nil where there is none.
    private func binding(for step: NextStep) -> Binding? {
        let action: Action =
            switch step {
            case .logs: .logs
            case .restart: .restart
            }
        return keymap.binding(of: action, in: .tables)
    }
}

extension String {
    /// With blanks behind, up to a width in columns.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - displayWidth(of: self)))
    }
}

/// A rule with the selection's name and URL, and the lines under it.
func drawDetail(_ model: Model, in area: Rect, on screen: inout Screen) {
    guard let detail = model.detail(size: area.size), !area.isEmpty else { return }
    Rule(title: StyledText(detail.title, .strong, bold: true), trailing: StyledText(detail.trailing, .quiet))
        .draw(in: Rect(x: area.x, y: area.y, width: area.width, height: 1), on: &screen)
    for (row, line) in detail.lines.prefix(max(0, area.height - 1)).enumerated() {
        screen.write(line, x: area.x, y: area.y + 1 + row, width: area.width)
    }
}
