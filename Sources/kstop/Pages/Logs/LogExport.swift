import ClusterModel
import FoundationEssentials
import TUI
import Words

/// A log to be written to a file.
struct LogFile: Equatable, Sendable {
    /// Without a folder; one that exists is never overwritten.
    var name: String
    var text: String
}

// Taking a log elsewhere.
extension Model {
    /// The lines in view, whole, as they are shown.
    mutating func copyLog() -> [Effect] {
        guard let log else { return [] }
        let size = Layout(self).log.size
        let layout = log.layout(self, width: size.width)
        let lines = log.visible(layout, height: size.height).map { printable(layout.text(of: $0.number)) }
        guard !lines.isEmpty else { return [] }
        return [.copyLog(lines.map { $0 + "\n" }.joined(), lines: lines.count)]
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
        return [.saveLog(LogFile(name: log.fileName(at: now, utcOffset: session.utcOffset), text: lines.joined()))]
    }

    mutating func hearOfCopy(lines: Int, _ clipboard: Clipboard) {
        switch clipboard {
        case .unavailable: say(Phrase("this terminal has no clipboard to copy to"), .warning)
        case .terminal, .tmux:
            say(Phrase(count: lines, one: "\(lines) line copied", other: "\(lines) lines copied"), .healthy)
        }
    }
}

extension LogPage {
    /// "plex-7d9f-abcde-plex-20261123-140206.log".
    fileprivate func fileName(at moment: Date, utcOffset: Int) -> String {
        let what =
            switch scope {
            case .container(let container): "\(pod.name)-\(container)"
            case .pod: "\(pod.name)-all"
            case .application: "\(application?.name ?? pod.name)-all"
            }
        // Kubernetes allows nothing in names that a path could be made of; what is not Kubernetes is not trusted.
        let name = what.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) ? $0 : "_" }
        let digits = Date.ISO8601FormatStyle().format(moment + Double(utcOffset)).filter(\.isNumber)
        return "\(String(name))-\(digits.prefix(8))-\(digits.dropFirst(8)).log"
    }
}
