import ClusterModel
import FoundationEssentials
import TUI
import Words

// What a document begins with: how it is, and what is wrong.
extension Writer {
    /// Mark and status, some facts about it, and below them the reason if something is wrong.
    func head(
        _ selection: Selection, _ health: Health, _ status: StyledText, _ facts: [StyledText], tellsWhy: Bool
    ) -> Section {
        let lines = flow([health.glyph + StyledText(" ") + status] + facts)
        return Section(lines: lines + (tellsWhy ? reasons(selection) : []))
    }

    /// One beside the other as far as they fit, the others below.
    private func flow(_ parts: [StyledText]) -> [StyledText] {
        let gap = StyledText("   ")
        var lines: [StyledText] = []
        for part in parts where part.width > 0 {
            if let last = lines.last, last.width + gap.width + part.width <= width {
                lines[lines.count - 1] = last + gap + part
            } else if lines.isEmpty {
                lines = [gap + part]
            } else {
                lines += Grid(rows: [[part]], indent: 5).lines(width: width)
            }
        }
        return lines
    }

    /// Why it is not well, what its crashed container said last, and the keys that help.
    func reasons(_ selection: Selection) -> [StyledText] {
        let why = model.whyLines(selection, width: width)
        if why.isEmpty { return [] }
        let lines = why + model.lastWords(of: selection, atMost: 10) + model.stepLines(selection)
        return lines.flatMap { $0.wrapped(to: width, indent: labelIndent) }
    }

    /// Where the text beside "why" begins.
    private var labelIndent: Int { 3 + model.labelWidth }

    func age(_ metadata: Metadata) -> StyledText {
        guard let created = metadata.creationTimestamp else { return StyledText() }
        return styled(Phrase("age \(ClusterModel.age(since: created, at: model.now))"), .quiet)
    }

    /// "17 restarts, last 2m ago"; empty without any.
    func restarts(_ count: Int, last: Date?) -> StyledText {
        if count == 0 { return StyledText() }
        let number = Phrase(count: count, one: "\(count) restart", other: "\(count) restarts")
        let text = styled(number, .warning)
        guard let last else { return text }
        let comma = StyledText(", ", .quiet)
        return text + comma + styled(Phrase("last \(ClusterModel.age(since: last, at: model.now)) ago"), .quiet)
    }
}
