import FoundationEssentials

/// Turns the bytes of a container's log into lines, and knows which of them it has given out before.
struct LogLines: Sendable {
    /// Bytes; what is longer is cut.
    static let longestLine = 1 << 20

    private var lines = LineSplitter(longest: longestLine)
    /// The whole second of the newest line, such as "2026-11-23T08:12:01"; empty before the first.
    private var second = ""
    /// Hashes of the lines of that second, with how many of each have been given out.
    private var given: [Int: Int] = [:]
    /// Of those, what a resumed log has yet to repeat.
    private var repeats: [Int: Int] = [:]

    /// Where to go on after a lost connection; the API knows whole seconds only, so some lines will come twice.
    var sinceTime: String? { second.isEmpty ? nil : second + "Z" }

    /// Begins to read a log again that has been asked for from `sinceTime` on.
    mutating func resume() {
        lines = LineSplitter(longest: Self.longestLine)
        repeats = given
    }

    /// The lines that are complete now, without those that have been given out before a resumption.
    mutating func take(_ bytes: [UInt8]) -> [LogLine] {
        lines.append(bytes)
        var new: [LogLine] = []
        while let line = lines.next() {
            if let line = firstSeen(line) { new.append(line) }
        }
        return new
    }

    /// What stands after the last line break of a log that has ended.
    mutating func rest() -> [LogLine] {
        guard let line = lines.rest().flatMap({ firstSeen($0) }) else { return [] }
        return [line]
    }

    private mutating func firstSeen(_ line: LineSplitter.Line) -> LogLine? {
        let line = Self.parsed(line)
        let hash = [line.timestamp, line.text].hashValue
        if let count = repeats[hash] {
            repeats[hash] = count == 1 ? nil : count - 1
            return nil
        }
        let second = String(line.timestamp.prefix(19))
        if second > self.second {
            self.second = second
            given = [:]
        }
        if second == self.second, !second.isEmpty { given[hash, default: 0] += 1 }
        return line
    }

    /// Separates the timestamp; repairs what is not UTF-8.
    private static func parsed(_ line: LineSplitter.Line) -> LogLine {
        let bytes = line.bytes.last == UInt8(ascii: "\r") ? line.bytes.dropLast() : line.bytes[...]
        let mark = line.isCut ? " … (line cut at 1 MiB)" : ""
        if let space = bytes.prefix(40).firstIndex(of: UInt8(ascii: " ")) {
            let timestamp = String(decoding: bytes[..<space], as: UTF8.self)
            if timestamp.hasSuffix("Z"), Timestamp.date(timestamp) != nil {
                let text = String(decoding: bytes[(space + 1)...], as: UTF8.self)
                return LogLine(timestamp: timestamp, text: text + mark)
            }
        }
        return LogLine(timestamp: "", text: String(decoding: bytes, as: UTF8.self) + mark)
    }
}
