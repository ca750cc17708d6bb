/// What a program prints on its standard output; nil if it cannot be run, fails, or is silent for ten seconds.
package func output(of arguments: [String], environment: [String: String]) async -> String? {
    let result = try? await ChildProcess.output(of: arguments, environment: environment, timeout: 10)
    guard let result, result.exitCode == 0 else { return nil }
    return String(decoding: result.output, as: UTF8.self)
}
