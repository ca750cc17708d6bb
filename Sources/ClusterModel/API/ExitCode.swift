import Words

/// Runs a program, whose output is of no interest, with `input` (up to a pipe's 64 KiB) on its standard input.
/// - Returns: Its exit code; nil if it cannot be run.
package func exitCode(of arguments: [String], environment: [String: String], input: [UInt8]) async -> Int32? {
    guard let process = try? await start(arguments, environment, input) else { return nil }
    return await process.end()
}

private func start(
    _ arguments: [String], _ environment: [String: String], _ input: [UInt8]
) async throws(APIError) -> ChildProcess {
    let pipe = try Pipe()
    // What fits into the pipe is written before anyone reads it; its end is seen when `pipe` is gone.
    guard pipe.writing.write(input[...]) == .wrote(input.count) else { throw .unreachable(Phrase("the pipe is full")) }
    return try await ChildProcess.start(arguments, environment: environment, input: pipe.reading)
}
