/// Why there was no shell in a container.
package enum ShellProblem: Equatable, Sendable {
    /// The container has no such program, as images without a distribution have none.
    case missing
    /// What went wrong, in the words of kubectl or the container runtime.
    case other(String)
}

extension ForegroundEnd {
    /// Of a `kubectl exec` whose shell ends with 0 whatever was done in it, so that any other exit code is the runtime's
    /// own; nil if there was a shell.
    package var shellProblem: ShellProblem? {
        guard exitCode != 0 else { return nil }
        // containerd tells why on kubectl's standard error; docker and CRI-O tell it where the shell would have written,
        // and leave the exit code: that of shells for a program that is not there, or cannot be run.
        let isUnexplained = words == "command terminated with exit code \(exitCode)"
        if isUnexplained, exitCode == 126 || exitCode == 127 { return .missing }
        let reason = Self.reason(words)
        return Self.missing.contains { reason.contains($0) } ? .missing : .other(reason)
    }

    /// What runc, crun, gVisor, youki and Kata say when there is no such program.
    private static let missing = [
        "executable file not found in $PATH", "executable file `sh` not found", "error finding executable \"sh\"",
        "executable 'sh' for container not found", "exec: \"sh\": stat sh: no such file or directory",
        "No such file or directory (os error 2)", "exec sh: no such file or directory",
    ]

    /// What each layer between kubectl and the program puts before the reason.
    private static let prefixes = [
        "Internal error occurred: ", "error executing command in container: ", "failed to exec in container: ",
        "rpc error: code = Unknown desc = ", "OCI runtime exec failed: ", "exec failed: ",
        "unable to start container process: ", "starting container process caused: ",
        "unable to upgrade connection: ",
    ]

    /// Such as `failed to start exec "0a1b2c": `, with a name in them.
    private static let prefixesWithNames = [
        "failed to start exec \"", "failed to create exec \"", "container_linux.go:",
    ]

    /// The last link of a chain of errors: what is left of the words without the prefixes, and the ending that containerd
    /// gives to every error that it does not know.
    private static func reason(_ words: String) -> String {
        var rest = words[...]
        while let shorter = withoutPrefix(rest) { rest = shorter }
        return String(rest.hasSuffix(": unknown") ? rest.dropLast(": unknown".count) : rest)
    }

    private static func withoutPrefix(_ words: Substring) -> Substring? {
        if let prefix = prefixes.first(where: words.hasPrefix) { return words.dropFirst(prefix.count) }
        guard prefixesWithNames.contains(where: words.hasPrefix) else { return nil }
        return words.firstRange(of: ": ").map { words[$0.upperBound...] }
    }
}
