import ClusterModel
import Synchronization

/// Where the changes of one log gather until the loop takes them. A class: the reader pours in, the loop takes out.
final class LogBasin: Sendable {
    /// The id of the log's source.
    let id: Int
    private let limits: LogLimits
    private let keepsOldest: Bool
    private let state = Mutex(State())

    fileprivate struct State {
        /// Neighbouring lines are in one change.
        var changes: [LogChange] = []
        var lines = 0
        var bytes = 0
    }

    /// - Parameters:
    ///   - limits: of the lines that wait; what exceeds them is dropped and counted.
    ///   - keepsOldest: whether the newest are dropped first, not the oldest.
    init(id: Int, limits: LogLimits, keepsOldest: Bool = false) {
        self.id = id
        self.limits = limits
        self.keepsOldest = keepsOldest
    }

    /// Adds a change.
    /// - Returns: whether it is the first since `takeAll`, so that the loop must be told.
    func pour(_ change: LogChange) -> Bool {
        state.withLock { state in
            let isFirst = state.changes.isEmpty
            if keepsOldest {
                state.add(change, within: limits)
            } else {
                state.add(change)
                state.enforce(limits)
            }
            return isFirst
        }
    }

    /// All that has been poured in since the last call, oldest first.
    func takeAll() -> [LogChange] {
        state.withLock { state in
            defer { state = State() }
            return state.changes
        }
    }
}

extension LogBasin.State {
    fileprivate mutating func add(_ change: LogChange) {
        guard case .lines(let new) = change else { return changes.append(change) }
        lines += new.count
        bytes += size(of: new)
        guard case .lines(var gathered) = changes.last else { return changes.append(change) }
        // Taken out first, so that the array is not copied.
        changes.removeLast()
        gathered += new
        changes.append(.lines(gathered))
    }

    /// Adds only the lines that there is room for, and counts the others.
    fileprivate mutating func add(_ change: LogChange, within limits: LogLimits) {
        guard case .lines(let new) = change else { return add(change) }
        var room = limits.bytes - bytes
        var count = 0
        // What comes after lines that were left out is left out, too.
        if case .skipped = changes.last { room = 0 }
        while count < new.count, lines + count < limits.lines, room >= new[count].text.utf8.count, room > 0 {
            room -= new[count].text.utf8.count
            count += 1
        }
        if count > 0 { add(.lines(Array(new.prefix(count)))) }
        guard count < new.count else { return }
        if case .skipped(let before) = changes.last {
            changes[changes.count - 1] = .skipped(before + new.count - count)
        } else {
            changes.append(.skipped(new.count - count))
        }
    }

    /// Drops a good part at once, so that it does not have to be done for each line.
    fileprivate mutating func enforce(_ limits: LogLimits) {
        guard lines > limits.lines || bytes > limits.bytes else { return }
        var skipped = 0
        var kept: [LogChange] = []
        for change in changes {
            switch change {
            case .lines(let gathered):
                let excess = max(lines - limits.lines * 3 / 4, 0)
                var count = min(excess, gathered.count)
                var dropped = size(of: gathered.prefix(count))
                while count < gathered.count, bytes - dropped > limits.bytes * 3 / 4 {
                    dropped += gathered[count].text.utf8.count
                    count += 1
                }
                lines -= count
                bytes -= dropped
                skipped += count
                if count < gathered.count {
                    if skipped > 0 { kept.append(.skipped(skipped)) }
                    skipped = 0
                    kept.append(.lines(Array(gathered.dropFirst(count))))
                }
            case .skipped(let count): skipped += count
            case .ended, .complete, .failed, .gap: kept.append(change)
            }
        }
        if skipped > 0 { kept.append(.skipped(skipped)) }
        changes = kept
    }
}

private func size(of lines: some Sequence<LogLine>) -> Int { lines.reduce(0) { $0 + $1.text.utf8.count } }
