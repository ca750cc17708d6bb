import Words

/// Runs a program, whose output is of no interest, with `input` on its standard input.
/// - Returns: Its exit code; nil if it cannot be run, or does not read what it is given.
package func exitCode(of arguments: [String], environment: [String: String], input: [UInt8]) async -> Int32? {
    guard let process = try? await start(arguments, environment, input) else { return nil }
    return await process.end()
}

/// Seconds that a program may take to read some more.
private let patience = 10.0

private func start(
    _ arguments: [String], _ environment: [String: String], _ input: [UInt8]
) async throws(APIError) -> ChildProcess {
    let (process, writing) = try await startReader(arguments, environment)
    do throws(APIError) {
        // Its end is seen when `writing` is gone.
        try await writing.writeAll(input)
        return process
    } catch {
        process.terminate()
        _ = await process.end()
        throw error
    }
}

/// The reading end is the child's alone on return, so that its death is seen.
private func startReader(
    _ arguments: [String], _ environment: [String: String]
) async throws(APIError) -> (ChildProcess, Descriptor) {
    let pipe = try Pipe()
    let process = try await ChildProcess.start(arguments, environment: environment, input: pipe.reading)
    return (process, pipe.writing)
}

extension Descriptor {
    fileprivate func writeAll(_ bytes: [UInt8]) async throws(APIError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            switch write(rest) {
            case .wrote(let count): rest = rest.dropFirst(count)
            case .nothingYet: try await wait(for: .writing, timeout: patience)
            case .failed(let number): throw .unreachable(Phrase(verbatim: systemWords(number)))
            }
        }
    }
}
