import ClusterModel
import FoundationEssentials
import TUI
import Words

// Taking a log elsewhere.
extension Model {
    /// The lines in view, whole, as they are shown.
    mutating func copyLog() -> [Effect] {
        guard let log else { return [] }
        let size = Layout(self).log.size
        let layout = log.layout(self, width: size.width)
        let lines = log.visible(layout, height: size.height).map { printable(layout.text(of: $0.number)) }
        guard !lines.isEmpty else { return [] }
        let count = lines.count
        let text = lines.map { $0 + "\n" }.joined()
        return [.copyText(text, as: Phrase(count: count, one: "\(count) line", other: "\(count) lines"))]
    }

    /// All lines that the filter leaves.
    mutating func saveLog() -> [Effect] {
        guard let log else { return [] }
        let layout = log.layout(self, width: Layout(self).log.width)
        let lines = (0..<log.shownCount).compactMap(log.number(at:)).map { layout.rawText(of: $0) + "\n" }
        guard !lines.isEmpty else {
            say(Phrase("nothing to save"), .warning)
            return []
        }
        let stamp = fileStamp(now, utcOffset: session.utcOffset)
        return [.saveText(lines.joined(), fileName: "\(log.fileName)-\(stamp).log")]
    }
}

extension LogPage {
    /// Without time and ending: "plex-7d9f-abcde-plex".
    fileprivate var fileName: String {
        switch scope {
        case .container(let container): "\(pod.name)-\(container)"
        case .pod: "\(pod.name)-all"
        case .application: "\(application?.name ?? pod.name)-all"
        }
    }
}
