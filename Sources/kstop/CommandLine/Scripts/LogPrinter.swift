import Synchronization
import TUI

/// Prints the pieces of a log: as they are, or line by line where lines need something before them or must not be obeyed
/// by a terminal. A class since what is left of one piece is needed for the next.
final class LogPrinter: Sendable {
    /// Bytes; what is longer is printed in parts.
    private static let longestLine = 1 << 20

    private let console: Console
    private let prefix: String
    /// The beginning of a line whose end has not come yet.
    private let beginning = Mutex<[UInt8]>([])

    /// - Parameter prefix: for each line; may be empty.
    init(console: Console, prefix: String) {
        self.console = console
        self.prefix = prefix
    }

    func take(_ bytes: [UInt8]) {
        guard console.isTerminal || !prefix.isEmpty else { return console.put(bytes) }
        let whole = beginning.withLock { beginning -> [UInt8] in
            beginning += bytes
            let end = beginning.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let isTooLong = beginning.count - end > Self.longestLine
            let whole = isTooLong ? beginning : Array(beginning[..<end])
            beginning.removeFirst(whole.count)
            return whole
        }
        if !whole.isEmpty { console.put(lines(whole)) }
    }

    /// Prints what stands after the last line break.
    func finish() {
        let rest = beginning.withLock { beginning -> [UInt8] in
            defer { beginning = [] }
            return beginning
        }
        if !rest.isEmpty { console.put(lines(rest)) }
    }

    private func lines(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest.dropFirst(line.count)
            result += Array(prefix.utf8) + (console.isTerminal ? visible(line) : Array(line))
            if rest.popFirst() != nil { result.append(UInt8(ascii: "\n")) }
        }
        return result
    }

    /// What a terminal may be shown: it decides itself how wide a tab is.
    private func visible(_ line: ArraySlice<UInt8>) -> [UInt8] {
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        return Array(printableLines(String(decoding: line, as: UTF8.self)).utf8)
    }
}
