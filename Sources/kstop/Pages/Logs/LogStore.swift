import ClusterModel

/// The entries of a log within their limits, ordered by their moments. An entry's number is its place counted from the
/// first that was ever there, so that it stays the same while older ones are dropped.
struct LogStore: Equatable, Sendable {
    /// What becomes of what exceeds the limits.
    enum Side: Equatable, Sendable {
        case dropsOldest
        /// For a log that is read from its beginning.
        case refusesNewest
    }

    let limits: LogLimits
    let side: Side
    /// Oldest first.
    private(set) var entries: [LogEntry] = []
    /// The number of the first entry.
    private(set) var first = 0
    /// Lines that the limits have cost.
    private(set) var dropped = 0
    private var bytes = 0
    /// How many of the entries stay where they are: a line that comes late does not pass a note.
    private var settled = 0

    init(_ limits: LogLimits, _ side: Side = .dropsOldest) {
        self.limits = limits
        self.side = side
    }

    /// The number after the last entry's.
    var end: Int { first + entries.count }

    subscript(number: Int) -> LogEntry { entries[number - first] }

    /// The lines that there is room for; the others are gone.
    mutating func accepted(_ lines: [LogEntry]) -> [LogEntry] {
        guard side == .refusesNewest else { return lines }
        let room = room(for: lines)
        dropped += lines.count - room
        return Array(lines.prefix(room))
    }

    /// Where the entry of a number will be once these lines have been added.
    func number(of number: Int, after lines: [LogEntry]) -> Int {
        guard entries.indices.contains(number - first) else { return number }
        let moment = self[number].moment
        return number + lines.count { $0.moment < moment }
    }

    /// Adds lines in the order of their moments, none of which is before `settledMoment`.
    mutating func append(_ lines: [LogEntry]) {
        guard let earliest = lines.first else { return }
        let place = place(of: earliest.moment)
        if place == entries.count { entries += lines } else { merge(lines, from: place) }
        bytes += lines.reduce(0) { $0 + $1.bytes }
    }

    mutating func append(_ note: LogNote) {
        entries.append(LogEntry(.note(note), moment: entries.last?.moment ?? 0))
        settled = entries.count
    }

    /// The moment of the newest entry that stays where it is.
    var settledMoment: Int { settled == 0 ? .min : entries[settled - 1].moment }

    /// Drops the oldest entries beyond the limits, a tenth at a time, so that not every new line moves all the others.
    mutating func enforceLimits() {
        while isTooLarge {
            let count = min(entries.count - 1, max(1, entries.count / 10))
            dropped += entries.prefix(count).count { $0.line != nil }
            forget(count)
        }
    }

    mutating func clear() { forget(entries.count) }

    /// Looks at entries that have not been looked at, the newest first, until their texts make up `budget` bytes.
    /// - Returns: whether all have been looked at.
    mutating func examine(budget: Int, _ judge: (LogLine) -> (isFound: Bool, isChosen: Bool)) -> Bool {
        var left = budget
        for index in entries.indices.reversed() where !entries[index].isExamined {
            guard left > 0 else { return false }
            guard let line = entries[index].line else { continue }
            (entries[index].isFound, entries[index].isChosen) = judge(line)
            left -= line.text.utf8.count + 1
        }
        return true
    }

    /// Forgets what was found in all lines.
    mutating func forgetVerdicts() {
        for index in entries.indices where entries[index].line != nil {
            (entries[index].isFound, entries[index].isChosen) = (nil, nil)
        }
    }

    private var isTooLarge: Bool {
        entries.count > limits.lines || (bytes > limits.bytes && entries.count > 1)
    }

    private mutating func forget(_ count: Int) {
        bytes -= entries.prefix(count).reduce(0) { $0 + $1.bytes }
        entries.removeFirst(count)
        first += count
        settled = max(0, settled - count)
    }

    /// How many of the lines there is room for.
    private func room(for lines: [LogEntry]) -> Int {
        var bytes = bytes
        let most = max(0, limits.lines - entries.count)
        let fitting = lines.prefix(most).prefix { line in
            bytes += line.bytes
            return bytes <= limits.bytes
        }
        return fitting.count
    }

    /// Where a line of that moment belongs: behind all that are not newer.
    private func place(of moment: Int) -> Int {
        guard let last = entries.last, last.moment > moment else { return entries.count }
        var low = settled
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].moment > moment { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private mutating func merge(_ new: [LogEntry], from place: Int) {
        var merged: [LogEntry] = []
        merged.reserveCapacity(entries.count - place + new.count)
        var old = entries[place...]
        for line in new {
            while let next = old.first, next.moment <= line.moment {
                merged.append(next)
                old = old.dropFirst()
            }
            merged.append(line)
        }
        entries.replaceSubrange(place..., with: merged + old)
    }
}
