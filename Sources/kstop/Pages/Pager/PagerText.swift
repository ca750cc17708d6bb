import ClusterModel
import TUI

/// A description line by line, its labels quieter than what they stand for.
func descriptionLines(_ text: String) -> [StyledText] {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    return lines.map { describedLine(Substring($0)) }
}

/// kubectl writes "Label:  value"; more than that is not read out of it.
private func describedLine(_ line: Substring) -> StyledText {
    let start = line.prefix(longestLabel)
    let words = start.drop { $0 == " " }
    if words.hasPrefix("Warning ") { return StyledText(String(line), .warning) }
    guard words.first?.isLetter == true, let colon = words.firstIndex(of: ":") else { return StyledText(String(line)) }
    let end = words.index(after: colon)
    guard end == line.endIndex || line[end...].hasPrefix("  ") else { return StyledText(String(line)) }
    return StyledText(String(line[..<end]), .quiet) + StyledText(String(line[end...]))
}

/// Characters in which a label has ended, if there is one.
private let longestLabel = 60

extension YAMLLine {
    var styled: StyledText {
        guard let key else { return StyledText(lead, .quiet) + StyledText(value) }
        let space = value.isEmpty ? "" : " "
        return StyledText(lead, .quiet) + StyledText(key, .accent) + StyledText(":\(space)", .quiet)
            + StyledText(value)
    }
}

extension StyledText {
    /// Bytes of a line that are shown; only data that somebody has put into a field has longer ones.
    static let longestLine = 16_384

    /// A line that would take too long to lay out, cut, with the number of bytes that are missing.
    var bounded: StyledText {
        let bytes = text.utf8.count
        guard bytes > Self.longestLine else { return self }
        var cut = StyledText()
        var left = Self.longestLine
        for span in spans where left > 0 {
            cut.append(String(decoding: span.text.utf8.prefix(left), as: UTF8.self), span.style)
            left -= span.text.utf8.count
        }
        return cut + StyledText(" … +\(bytes - Self.longestLine) B", .warning)
    }
}
