import Glibc
import Synchronization
import TUI
import Words

/// Where what is not the screen says what it has to say.
struct Console: Sendable {
    /// Onto standard output, byte by byte as it is.
    var write: @Sendable ([UInt8]) throws(OutputFailure) -> Void
    /// A line onto standard error.
    var complain: @Sendable (String) -> Void
    /// The answer to a question; nil where there is nobody to ask.
    var ask: (@Sendable (String) -> String)?
    /// Whether standard output is one, which would obey control characters.
    var isTerminal = false
    var language = Language.english

    /// Text of the cluster's or of kstop's own.
    func print(_ line: String) { put(bytes(line)) }

    /// Bytes as they are. What cannot be written ends the program, which says why; when nobody reads any more, as if
    /// SIGPIPE had ended it, also where that is ignored.
    func put(_ bytes: [UInt8]) {
        do throws(OutputFailure) {
            try write(bytes)
        } catch {
            exit(fail(Refusal(error)))
        }
    }

    /// - Returns: the status to end with.
    func fail(_ refusal: Refusal) -> Int32 {
        refusal.lines.forEach { complain($0.text(in: language)) }
        return refusal.status
    }

    /// Says what has been done: on standard error where standard output does not take it.
    func report(_ line: String) throws(OutputFailure) {
        do throws(OutputFailure) {
            try write(bytes(line))
        } catch {
            if !error.isUnread { complain(line) }
            throw error
        }
    }

    private func bytes(_ line: String) -> [UInt8] { Array("\(printable(line))\n".utf8) }
}

extension Console {
    /// The program's own.
    static func live(in language: Language) -> Console {
        let isWriting = Mutex(())
        var console = Console(
            write: { (bytes) throws(OutputFailure) in
                try isWriting.withLock { (_) throws(OutputFailure) in try kstop.write(bytes, to: STDOUT_FILENO) }
            },
            complain: { kstop.write("kstop: \(printable($0))\n", to: STDERR_FILENO) }, language: language)
        if isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 { console.ask = answer }
        console.isTerminal = isatty(STDOUT_FILENO) == 1
        return console
    }

    @Sendable private static func answer(_ question: String) -> String {
        kstop.write("\(printable(question)) [y/N] ", to: STDERR_FILENO)
        return readLine() ?? ""
    }
}
