import Testing

@testable import ClusterModel

struct ShellProblemTests {
    private static let internalError = "Internal error occurred: Internal error occurred: "
    private static let containerd =
        internalError + "error executing command in container: failed to exec in container: "
        + "failed to start exec \"4b4f6d1e\": OCI runtime exec failed: exec failed: "

    private static let absences: [(words: String, exitCode: Int)] = [
        (
            containerd + "unable to start container process: "
                + #"exec: "sh": executable file not found in $PATH: unknown"#, 1
        ),
        (
            containerd + "container_linux.go:380: starting container process caused: "
                + #"exec: "sh": executable file not found in $PATH: unknown"#, 1
        ),
        // CRI-O with runc, then with crun.
        (
            "Internal error occurred: error executing command in container: exec failed: "
                + #"unable to start container process: exec: "sh": executable file not found in $PATH"#, 1
        ),
        ("executable file `sh` not found in $PATH: No such file or directory", 1),
        // docker
        ("command terminated with exit code 126", 126), ("command terminated with exit code 127", 127),
        // gVisor and Kata
        (containerd + #"error finding executable "sh" in PATH [/bin]: no such file or directory: unknown"#, 128),
        (containerd + "ENOENT: No such file or directory (os error 2): unknown", 1),
    ]

    @Test("a container without sh, in the words of each runtime", arguments: absences)
    func missing(words: String, exitCode: Int) {
        #expect(ForegroundEnd(exitCode: Int32(exitCode), words: words).shellProblem == .missing)
    }

    private static let failures: [(words: String, reason: String)] = [
        (containerd + #"exec: "sh": permission denied: unknown"#, #"exec: "sh": permission denied"#),
        (#"unable to upgrade connection: container not found ("plex")"#, #"container not found ("plex")"#),
        (
            internalError + "error executing command in container: container is not created or running",
            "container is not created or running"
        ),
        (
            "cannot exec into a container in a completed pod; current phase is Succeeded",
            "cannot exec into a container in a completed pod; current phase is Succeeded"
        ),
        (
            containerd.replacing("start", with: "create") + "cannot exec in a stopped state: unknown",
            "cannot exec in a stopped state"
        ),
        (#"Error from server: pods "x" not found"#, #"Error from server: pods "x" not found"#),
        ("command terminated with exit code 137", "command terminated with exit code 137"),
        ("container_linux.go:", "container_linux.go:"), ("", ""),
    ]

    @Test("of any other failure the part that says why", arguments: failures)
    func others(words: String, reason: String) {
        #expect(ForegroundEnd(exitCode: 1, words: words).shellProblem == .other(reason))
    }

    @Test("a shell that was there is no problem, whatever kubectl has said")
    func none() {
        #expect(ForegroundEnd(exitCode: 0, words: "").shellProblem == nil)
        #expect(ForegroundEnd(exitCode: 0, words: "Defaulted container \"plex\"").shellProblem == nil)
    }
}
