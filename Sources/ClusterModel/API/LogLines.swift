import FoundationEssentials

/// Turns the bytes of a container's log into lines, and knows which of them it has given out before.
struct LogLines: Sendable {
    /// Bytes of a line's text that are kept.
    static let longestLine = 1 << 16
    /// With a timestamp, which takes up to 36 bytes.
    private static let longestStampedLine = longestLine + 40

    private var lines = LogLineSplitter(longest: longestStampedLine)
    /// The whole second of the newest line, such as "2026-11-23T08:12:01"; empty before the first.
    private var second = ""
    /// Hashes of the lines of that second, with how many of each have been given out.
    private var given: [Int: Int] = [:]
    /// Of those, what a resumed log has yet to repeat.
    private var repeats: [Int: Int] = [:]
    /// Whether a resumed log has gone on without having repeated what it should have: it was rotated away meanwhile.
    private var hasGap = false

    /// Where to go on after a lost connection; the API knows whole seconds only, so some lines will come twice.
    var sinceTime: String? { second.isEmpty ? nil : second + "Z" }

    /// Begins to read a log again that has been asked for from `sinceTime` on.
    mutating func resume() {
        lines = LogLineSplitter(longest: Self.longestStampedLine)
        repeats = given
    }

    /// Whether some lines may be missing before those that were taken last; each gap is told once.
    mutating func takeGap() -> Bool {
        defer { hasGap = false }
        return hasGap
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

    private mutating func firstSeen(_ line: LogLineSplitter.Line) -> LogLine? {
        let line = Self.parsed(line)
        let hash = Self.hash(of: line)
        if let count = repeats[hash] {
            repeats[hash] = count == 1 ? nil : count - 1
            return nil
        }
        if !repeats.isEmpty {
            hasGap = true
            repeats = [:]
        }
        let second = line.timestamp.prefix(19)
        if second > self.second {
            self.second = String(second)
            given = [:]
        }
        if second == self.second, !second.isEmpty { given[hash, default: 0] += 1 }
        return line
    }

    private static func hash(of line: LogLine) -> Int {
        var hasher = Hasher()
        hasher.combine(line.timestamp)
        hasher.combine(line.text)
        return hasher.finalize()
    }

    /// Separates the timestamp; repairs what is not UTF-8.
    private static func parsed(_ line: LogLineSplitter.Line) -> LogLine {
        let hasReturn = line.cutBytes == 0 && line.bytes.last == UInt8(ascii: "\r")
        let bytes = hasReturn ? line.bytes.dropLast() : line.bytes[...]
        guard let space = bytes.prefix(40).firstIndex(of: UInt8(ascii: " ")),
            let (timestamp, moment) = Timestamp.inUTC(String(decoding: bytes[..<space], as: UTF8.self))
        else { return unstamped(bytes, line.cutBytes) }
        let (text, cutBytes) = text(bytes[(space + 1)...])
        return LogLine(timestamp, moment, text, cutBytes + line.cutBytes)
    }

    private static func unstamped(_ bytes: ArraySlice<UInt8>, _ cutBytes: Int) -> LogLine {
        let (text, more) = text(bytes)
        return LogLine("", nil, text, more + cutBytes)
    }

    /// The text, and how many bytes were too many.
    private static func text(_ bytes: ArraySlice<UInt8>) -> (String, Int) {
        guard bytes.count > longestLine else { return (String(decoding: bytes, as: UTF8.self), 0) }
        let limit = bytes.startIndex + longestLine
        // Not in the middle of a character.
        let end: Int = bytes[...limit].lastIndex { $0 & 0xC0 != 0x80 } ?? limit
        return (String(decoding: bytes[..<end], as: UTF8.self), bytes.endIndex - end)
    }
}
