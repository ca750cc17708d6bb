import Glibc
import Synchronization
import Words

/// How a program that had the terminal has ended.
package struct ForegroundEnd: Equatable, Sendable {
    /// 128 and the number of the signal if one ended it.
    package var exitCode: Int32
    /// The last that kubectl itself said; may be empty.
    package var words: String

    package init(exitCode: Int32, words: String) {
        self.exitCode = exitCode
        self.words = words
    }
}

extension KubectlProxy {
    /// Runs kubectl, as told about the same cluster, with the terminal to itself. What it complains about is shown as it
    /// comes, and its end is kept for the time when the terminal shows something else.
    /// - Throws: `unreachable` with the system's words.
    package func runInForeground(_ subcommand: [String]) async throws(APIError) -> ForegroundEnd {
        let (process, pipe) = try await startInForeground(subcommand)
        let complaints = Complaints(pipe)
        let reader = Task { await complaints.follow() }
        let exitCode = await process.end()
        // What it has started may hold the pipe open for longer.
        reader.cancel()
        return ForegroundEnd(exitCode: exitCode, words: KubectlWords.failure(complaints.words))
    }

    private func startInForeground(_ subcommand: [String]) async throws(APIError) -> (ChildProcess, Descriptor) {
        let pipe = try Pipe()
        let process = try await ChildProcess.startInForeground(
            options.arguments(subcommand), environment: environment, error: pipe.writing)
        return (process, pipe.reading)
    }
}

/// What comes through a pipe, passed on to the terminal; a class since the end of the program is noticed elsewhere.
private final class Complaints: Sendable {
    private let pipe: Descriptor
    private let recent = Mutex<[UInt8]>([])

    init(_ pipe: Descriptor) {
        self.pipe = pipe
    }

    func follow() async {
        while !Task.isCancelled, drain() { try? await pipe.wait(for: .reading, timeout: nil) }
    }

    /// The last ones that have arrived by now.
    var words: String {
        _ = drain()
        return String(decoding: recent.withLock(\.self), as: UTF8.self)
    }

    /// False at the end.
    private func drain() -> Bool {
        recent.withLock { recent in
            while true {
                switch pipe.read() {
                case .bytes(let bytes):
                    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
                    recent = (recent + bytes).suffix(4096)
                case .nothingYet: return true
                case .end, .failed: return false
                }
            }
        }
    }
}
