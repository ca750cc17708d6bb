import CSystem
import Dispatch
import Glibc
import Synchronization
import Words

/// A child that the kernel ends with kstop; a class since it is one process, to be reaped once.
final class ChildProcess: Sendable {
    private let id: pid_t
    /// Whether it leads a group of its own, to which what it starts belongs too.
    private let hasGroup: Bool
    private let isReaped = Mutex(false)

    private init(id: pid_t, hasGroup: Bool) {
        self.id = id
        self.hasGroup = hasGroup
    }

    /// Starts a program. The descriptors are the child's ends of pipes; nil: it reads nothing, or into the void.
    /// - Throws: `unreachable` with the system's words.
    static func start(
        _ arguments: [String], environment: [String: String], input: Descriptor? = nil, output: Descriptor? = nil,
        error: Descriptor? = nil
    ) async throws(APIError) -> ChildProcess {
        for descriptor in [input, output, error] { descriptor?.becomeBlocking() }
        let id = try await started(arguments, environment) { arguments, variables in
            cs_spawn_tied(arguments, variables, input?.number ?? -1, output?.number ?? -1, error?.number ?? -1)
        }
        return ChildProcess(id: id, hasGroup: true)
    }

    /// Starts a program that has the terminal, as a shell would; nobody else may read from it meanwhile.
    /// - Throws: `unreachable` with the system's words.
    static func startInForeground(
        _ arguments: [String], environment: [String: String], error: Descriptor
    ) async throws(APIError) -> ChildProcess {
        let id = try await started(arguments, environment) { arguments, variables in
            cs_spawn_in_foreground(arguments, variables, error.number)
        }
        return ChildProcess(id: id, hasGroup: false)
    }

    private typealias Strings = UnsafePointer<UnsafeMutablePointer<CChar>?>

    private static func started(
        _ arguments: [String], _ environment: [String: String],
        by spawn: @escaping @Sendable (Strings, Strings) -> pid_t
    ) async throws(APIError) -> pid_t {
        // C would end such an argument there, and the rest of a name would be missing.
        guard !arguments.contains(where: { $0.utf8.contains(0) }) else {
            throw .notAsked(Phrase("a name with a NUL in it"))
        }
        // Starting waits for the program to be loaded, for which no thread of Swift's pool should wait.
        let result = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                let variables = environment.map { "\($0.key)=\($0.value)" }
                let result = withCStrings(arguments) { arguments in
                    withCStrings(variables) { variables in spawn(arguments, variables) }
                }
                continuation.resume(returning: result)
            }
        }
        guard result > 0 else { throw .unreachable(Phrase("cannot run \(arguments[0]): \(systemWords(-result))")) }
        return result
    }

    /// Asks it and what it has started to end; does nothing if it has ended.
    func terminate() {
        isReaped.withLock { isReaped in
            // The number may belong to another process as soon as the child has been reaped.
            guard !isReaped else { return }
            endGroup()
        }
    }

    private func endGroup() {
        // One that was stopped hears of it only when it goes on.
        for signal in [SIGTERM, SIGCONT] { kill(hasGroup ? -id : id, signal) }
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
                    // What it has started ends with it; until it is reaped, the group's number is nobody else's.
                    if hasGroup {
                        endGroup()
                        cs_forget_group(id)
                    }
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
func withCStrings<Result>(
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
        /// Whether it would have written more.
        var isCut = false

        /// Why it has failed; `command` is its name for the user.
        func failure(of command: String) -> Phrase {
            KubectlWords.failure(of: command, saying: String(decoding: error, as: UTF8.self), exitCode: exitCode)
        }
    }

    /// Runs a program to its end and collects what it writes. `timeout`: seconds without a byte; `limit`: bytes, after
    /// which it is ended.
    /// - Throws: `unreachable`, `timedOut`.
    static func output(
        of arguments: [String], environment: [String: String], timeout: Double, limit: Int = .max
    ) async throws(APIError) -> Output {
        let (process, output, error) = try await startReading(arguments, environment)
        async let exitCode = process.end()
        let activity = Activity()
        async let outputBytes = result { () async throws(APIError) in try await output.read(timeout, limit, activity) }
        async let errorBytes = result { () async throws(APIError) in try await error.read(timeout, limit, activity) }
        do throws(APIError) {
            let bytes = try await outputBytes.get()
            // Whoever nobody listens to any more may wait for it for ever.
            if bytes.count > limit { process.terminate() }
            let complaints = try await errorBytes.get()
            if complaints.count > limit { process.terminate() }
            return Output(
                exitCode: await exitCode, output: Array(bytes.prefix(limit)), error: Array(complaints.prefix(limit)),
                isCut: bytes.count > limit)
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
    /// All that comes, or a little more than `limit`. Fails when no byte has come for `timeout`, from others neither.
    fileprivate func read(
        _ timeout: Double, _ limit: Int, _ activity: Activity
    ) async throws(APIError) -> [UInt8] {
        var all: [UInt8] = []
        while all.count <= limit {
            switch read() {
            case .bytes(let bytes):
                all += bytes
                activity.note()
            case .nothingYet:
                do throws(APIError) {
                    try await wait(for: .reading, timeout: activity.rest(of: timeout))
                } catch {
                    guard case .timedOut = error else { throw error }
                    if activity.rest(of: timeout) <= 0 { throw .timedOut(seconds: timeout) }
                }
            case .end: return all
            case .failed(let number): throw .unreachable(Phrase(verbatim: systemWords(number)))
            }
        }
        return all
    }
}
