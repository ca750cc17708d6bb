import Glibc
import Synchronization
import TUI

/// Where a command for scripts says what it has to say.
struct Console: Sendable {
    /// Onto standard output, byte by byte as it is.
    var write: @Sendable ([UInt8]) -> Void
    /// A line onto standard error.
    var complain: @Sendable (String) -> Void
    /// The answer to a question; nil where there is nobody to ask.
    var ask: (@Sendable (String) -> String)?
    /// Whether standard output is one, which would obey control characters.
    var isTerminal = false

    /// Text of the cluster's or of kstop's own.
    func print(_ line: String) { write(Array("\(printable(line))\n".utf8)) }
}

extension Console {
    /// The program's own.
    static var live: Console {
        let isWriting = Mutex(())
        var console = Console(
            write: { bytes in isWriting.withLock { _ in writeOrEnd(bytes) } },
            complain: { kstop.write("kstop: \(printable($0))\n", to: STDERR_FILENO) })
        if isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 { console.ask = answer }
        console.isTerminal = isatty(STDOUT_FILENO) == 1
        return console
    }

    @Sendable private static func answer(_ question: String) -> String {
        kstop.write("\(printable(question)) [y/N] ", to: STDERR_FILENO)
        return readLine() ?? ""
    }
}

/// When nobody reads any more, the program ends as if SIGPIPE had ended it, also where that is ignored.
private func writeOrEnd(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { exit(errno == EPIPE ? ExitStatus.unread : ExitStatus.failure) }
        rest = rest.dropFirst(count)
    }
}
