/// Cuts the bytes of a log into lines. Of a long line it holds the beginning and counts the rest.
struct LogLineSplitter: Sendable {
    struct Line: Equatable, Sendable {
        /// Without the line break.
        var bytes: [UInt8]
        /// How many more there were.
        var cutBytes = 0
    }

    /// Bytes.
    let longest: Int
    private var queue = ByteQueue()
    /// The beginning of a line that is too long and whose end has not arrived yet.
    private var beginning: [UInt8]?
    private var cutBytes = 0

    init(longest: Int) {
        self.longest = longest
    }

    mutating func append(_ bytes: [UInt8]) { queue.append(bytes) }

    /// The next line, or nil if its end has not arrived yet.
    mutating func next() -> Line? {
        if let bytes = queue.takeLine() { return line(endingWith: bytes) }
        if beginning != nil {
            cutBytes += queue.take(atMost: .max).count
        } else if queue.count > longest {
            let line = cut(queue.take(atMost: .max))
            beginning = line.bytes
            cutBytes = line.cutBytes
        }
        return nil
    }

    /// What is left after the last line break, when no more will come.
    mutating func rest() -> Line? {
        let bytes = queue.take(atMost: .max)
        return bytes.isEmpty && beginning == nil ? nil : line(endingWith: bytes)
    }

    private mutating func line(endingWith bytes: [UInt8]) -> Line {
        guard let beginning else { return cut(bytes) }
        defer { self.beginning = nil }
        return Line(bytes: beginning, cutBytes: cutBytes + bytes.count)
    }

    private func cut(_ bytes: [UInt8]) -> Line {
        guard bytes.count > longest else { return Line(bytes: bytes) }
        // Not in the middle of a character: the second and further bytes of one are 10xxxxxx.
        let end: Int = bytes[...longest].lastIndex { $0 & 0xC0 != 0x80 } ?? longest
        return Line(bytes: Array(bytes[..<end]), cutBytes: bytes.count - end)
    }
}
