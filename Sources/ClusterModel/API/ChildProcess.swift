import CSystem
import Dispatch
import Glibc
import Synchronization
import Words

/// A child that the kernel ends with kstop; a class since it is one process, to be reaped once.
final class ChildProcess: Sendable {
    private let id: pid_t
    private let isReaped = Mutex(false)

    private init(id: pid_t) {
        self.id = id
    }

    /// Starts a program. The descriptors are the child's ends of pipes; nil: it reads nothing, or into the void.
    /// - Throws: `unreachable` with the system's words.
    static func start(
        _ arguments: [String], environment: [String: String], input: Descriptor? = nil, output: Descriptor? = nil,
        error: Descriptor? = nil
    ) async throws(APIError) -> ChildProcess {
        // Starting waits for the program to be loaded, for which no thread of Swift's pool should wait.
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                let variables = environment.map { "\($0.key)=\($0.value)" }
                let result = withCStrings(arguments) { arguments in
                    withCStrings(variables) { variables in
                        cs_spawn_tied(
                            arguments, variables, input?.number ?? -1, output?.number ?? -1, error?.number ?? -1)
                    }
                }
                continuation.resume(returning: result)
            }
        }
        guard result > 0 else { throw .unreachable(Phrase("cannot run \(arguments[0]): \(systemWords(-result))")) }
        return ChildProcess(id: result)
    }

    /// Asks it and what it has started to end; does nothing if it has ended.
    func terminate() {
        // The number may belong to another process as soon as the child has been reaped.
        isReaped.withLock { if !$0 { kill(-id, SIGTERM) } }
    }

    /// Waits for its end and reaps it. Must be called once.
    /// - Returns: The exit code, or 128 and the number of the signal that ended it.
    func end() async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [self] in
                var information = siginfo_t()
                while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
                var status: Int32 = 0
                isReaped.withLock { isReaped in
                    waitpid(id, &status, 0)
                    isReaped = true
                }
                let signal = status & 0x7f
                continuation.resume(returning: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
            }
        }
    }
}

/// Calls `body` with a null-terminated array of C strings.
private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return copies.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { preconditionFailure("it holds the final nil at least") }
        return body(start)
    }
}

/// A pipe, both of whose ends are closed in other children.
struct Pipe {
    let reading: Descriptor
    let writing: Descriptor

    /// - Throws: `unreachable` with the system's words.
    init() throws(APIError) {
        var ends: [Int32] = [-1, -1]
        let result = cs_pipe(&ends)
        guard result == 0 else { throw .unreachable(Phrase("cannot make a pipe: \(systemWords(-result))")) }
        (reading, writing) = (Descriptor(ends[0]), Descriptor(ends[1]))
    }
}

extension ChildProcess {
    struct Output: Equatable, Sendable {
        var exitCode: Int32
        var output: [UInt8]
        var error: [UInt8]
    }

    /// Runs a program to its end and collects what it writes. `timeout`: seconds without a byte.
    /// - Throws: `unreachable`, `timedOut`.
    static func output(
        of arguments: [String], environment: [String: String], timeout: Double
    ) async throws(APIError) -> Output {
        let (process, output, error) = try await startReading(arguments, environment)
        async let exitCode = process.end()
        async let outputBytes = result { () async throws(APIError) in try await output.readToEnd(timeout: timeout) }
        async let errorBytes = result { () async throws(APIError) in try await error.readToEnd(timeout: timeout) }
        do throws(APIError) {
            let bytes = (try await outputBytes.get(), try await errorBytes.get())
            return Output(exitCode: await exitCode, output: bytes.0, error: bytes.1)
        } catch {
            process.terminate()
            throw error
        }
    }

    /// The child's own ends of the pipes are closed on return, so that the others see its end.
    private static func startReading(
        _ arguments: [String], _ environment: [String: String]
    ) async throws(APIError) -> (ChildProcess, output: Descriptor, error: Descriptor) {
        let output = try Pipe()
        let error = try Pipe()
        let process = try await start(
            arguments, environment: environment, output: output.writing, error: error.writing)
        return (process, output.reading, error.reading)
    }
}

/// `async let` does not know typed throws.
private func result<Value>(_ body: () async throws(APIError) -> Value) async -> Result<Value, APIError> {
    do throws(APIError) {
        return .success(try await body())
    } catch {
        return .failure(error)
    }
}

extension Descriptor {
    fileprivate func readToEnd(timeout: Double) async throws(APIError) -> [UInt8] {
        var all: [UInt8] = []
        while true {
            switch read() {
            case .bytes(let bytes): all += bytes
            case .nothingYet: try await wait(for: .reading, timeout: timeout)
            case .end: return all
            case .failed(let number): throw .unreachable(Phrase(verbatim: systemWords(number)))
            }
        }
    }
}
