import FoundationEssentials

/// What a container writes: a function of its name and of the time, so that the same run always has the same log.
struct DemoLog: Sendable {
    /// Written in the first moments of a run.
    var opening: [String]
    /// One of these after the other, in a random order; "#" stands for a number.
    var lines: [String]
    /// Seconds between two lines, on average.
    var period = 4.0
    /// Tells apart the logs of containers that write the same lines.
    var seed: UInt64 = 0

    /// The lines of a run written after `last` and up to `end`: at most `limit`, the latest.
    func lines(since start: Date, after last: Date?, upTo end: Date, limit: Int) -> [LogLine] {
        let first = last.map { count(since: start, upTo: $0) } ?? 0
        let behind = count(since: start, upTo: end)
        guard behind > first else { return [] }
        return (max(first, behind - limit)..<behind).map { line($0, since: start) }
    }

    /// The first lines of a run, at most `limit` of those written up to `end`.
    func firstLines(since start: Date, upTo end: Date, limit: Int) -> [LogLine] {
        (0..<min(limit, count(since: start, upTo: end))).map { line($0, since: start) }
    }

    /// When the first line after `moment` will be written.
    func nextMoment(since start: Date, after moment: Date) -> Date {
        self.moment(count(since: start, upTo: moment), since: start)
    }

    /// How many lines the run has written at that moment.
    private func count(since start: Date, upTo end: Date) -> Int {
        let elapsed = end.timeIntervalSince(start)
        guard elapsed > 0 else { return 0 }
        var count = min(opening.count, Int(elapsed / 0.1))
        if !lines.isEmpty { count = max(count, opening.count + Int(elapsed / period) - 2) }
        // The same comparison as a reader makes: rounding must not hide a line whose moment has come.
        while moment(count, since: start) <= end { count += 1 }
        return count
    }

    private func moment(_ index: Int, since start: Date) -> Date {
        guard index >= opening.count else { return start + 0.1 * Double(index + 1) }
        guard !lines.isEmpty else { return .distantFuture }
        let jitter = Double(random(index, 1) % 1000) / 1000
        return start + 0.1 * Double(opening.count) + period * (Double(index - opening.count) + jitter)
    }

    private func line(_ index: Int, since start: Date) -> LogLine {
        let moment = moment(index, since: start)
        return LogLine(timestamp: timestamp(moment, nanoseconds: random(index, 2)), text: text(index, at: moment))
    }

    private func text(_ index: Int, at moment: Date) -> String {
        guard index >= opening.count else { return opening[index] }
        let pattern = lines[Int(random(index, 3) % UInt64(lines.count))]
        var text = ""
        for (offset, character) in pattern.enumerated() {
            switch character {
            case "#": text += String(random(index, UInt64(10 + offset)) % 10)
            case "@": text += moment.clock
            default: text.append(character)
            }
        }
        return text
    }

    private func timestamp(_ moment: Date, nanoseconds: UInt64) -> String {
        let fraction = String(nanoseconds % 1_000_000)
        let milliseconds = Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(moment).dropLast()
        return milliseconds + String(repeating: "0", count: 6 - fraction.count) + fraction + "Z"
    }

    private func random(_ index: Int, _ purpose: UInt64) -> UInt64 {
        SeededGenerator.mixed(UInt64(index) &* 64 &+ purpose &+ seed)
    }
}

extension Date {
    /// "14:02:07", in UTC.
    fileprivate var clock: String {
        String(Date.ISO8601FormatStyle().time(includingFractionalSeconds: false).format(self).prefix(8))
    }
}
