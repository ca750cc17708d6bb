/// Cuts a stream of bytes into lines without ever holding more than one line of the longest allowed length.
struct LineSplitter: Sendable {
    struct Line: Equatable, Sendable {
        /// Without the line break.
        var bytes: [UInt8]
        /// The line was longer, and its end has been dropped.
        var isCut = false
    }

    /// Bytes.
    let longest: Int
    private var queue = ByteQueue()
    /// The beginning of the current line has been given out; its end is to be dropped.
    private var isDropping = false

    init(longest: Int) {
        self.longest = longest
    }

    mutating func append(_ bytes: [UInt8]) { queue.append(bytes) }

    /// The next line, or nil if its end has not arrived yet.
    mutating func next() -> Line? {
        while let bytes = queue.takeLine() {
            guard isDropping else { return line(bytes) }
            isDropping = false
        }
        if isDropping {
            _ = queue.take(atMost: .max)
        } else if queue.count > longest {
            isDropping = true
            return line(queue.take(atMost: .max))
        }
        return nil
    }

    /// What is left after the last line break, when no more will come.
    mutating func rest() -> Line? {
        let bytes = queue.take(atMost: .max)
        return isDropping || bytes.isEmpty ? nil : line(bytes)
    }

    private func line(_ bytes: [UInt8]) -> Line {
        bytes.count > longest ? Line(bytes: Array(bytes.prefix(longest)), isCut: true) : Line(bytes: bytes)
    }
}
