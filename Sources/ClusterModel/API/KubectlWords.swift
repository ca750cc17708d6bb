import Glibc
import Words

/// What kubectl says on its standard error, brought into the form in which `kubectl get` would say it.
enum KubectlWords {
    /// Of a child that has ended: its errors, on few lines, without "error: " and the prefixes of its log.
    static func failure(_ output: String) -> String {
        var lines = output.split(whereSeparator: \.isNewline).map(trimmed).filter { !$0.isEmpty }
        if let crash = lines.firstIndex(where: isCrash) { lines = Array(lines[...crash]) }
        let errors = lines.compactMap { after("error: ", in: $0) ?? after("Error: ", in: $0) }
        if !errors.isEmpty { return errors.prefix(3).joined(separator: "\n") }
        return lines.suffix(3).map(withoutLogPrefix).joined(separator: "\n")
    }

    /// The same as a sentence, also where it has said nothing.
    /// - Parameter exitCode: 128 and the number of the signal if one ended it.
    static func failure(of command: String, saying output: String, exitCode: Int32) -> Phrase {
        // Whatever it said before, it did not know.
        if exitCode == 128 + SIGKILL {
            return Phrase("\(command) was killed (signal 9), as happens when memory runs out")
        }
        let words = failure(output)
        // Go's words do not say whose end it is.
        if let last = words.split(separator: "\n").last, isCrash(String(last)) {
            return Phrase(verbatim: "\(command): \(words)")
        }
        if !words.isEmpty { return withHint(words) }
        if exitCode > 128 { return Phrase("\(command) was killed (signal \(Int(exitCode) - 128))") }
        return Phrase("\(command) exited with status \(Int(exitCode)) and said nothing")
    }

    /// Whether Go's runtime says with it that the program cannot go on, mostly because memory or threads ran out.
    static func isCrash(_ line: String) -> Bool {
        ["fatal error: ", "panic: ", "runtime/cgo: "].contains { line.hasPrefix($0) }
    }

    /// With a word about k3s' own kubeconfig, which only root may read, if that is the trouble.
    static func withHint(_ words: String) -> Phrase {
        let file = "/etc/rancher/k3s/k3s.yaml"
        guard words.contains(file), words.contains("permission denied") else { return Phrase(verbatim: words) }
        let hint = Phrase("k3s keeps it for root: run kstop as root, or copy the file and set KUBECONFIG to the copy")
        return [Phrase(verbatim: words), hint].joined(separator: "\n")
    }

    /// Whether a line is for people: kubectl's own log is not.
    static func isForPeople(_ line: String) -> Bool { withoutLogPrefix(line) == line }

    /// With what a login plugin itself has said last, if it is the trouble, and a word about one that wants the terminal.
    static func withLoginHint(_ words: String, _ complaints: [String]) -> Phrase {
        guard words.contains(loginTrouble) else { return Phrase(verbatim: words) }
        let said = words.contains(" failed with ") ? complaints.last(where: isForPeople) : nil
        let whole = words + (said.map { " (\($0))" } ?? "")
        // Logging in first would not help: kubectl proxy has no terminal, and refuses to run such a plugin without one.
        if whole.contains("cannot support interactive mode") {
            return Phrase("\(whole); kstop needs interactiveMode: IfAvailable instead of Always in the kubeconfig")
        }
        guard whole.contains("/dev/tty") || whole.contains("a terminal") else { return Phrase(verbatim: whole) }
        return Phrase("\(whole); the login plugin asks on the terminal: log in with kubectl first")
    }

    /// client-go's, when it gets no credentials.
    static let loginTrouble = "getting credentials: "

    /// Of a proxy that cannot reach the API server, as `kubectl get` would say it.
    static func connectionProblem(_ line: String) -> String {
        var words = withoutLogPrefix(trimmed(line))
        for prefix in ["http: proxy error: ", "Error while proxying request: "] {
            words = after(prefix, in: words) ?? words
        }
        if let dialed = after("dial tcp ", in: words), dialed.hasSuffix(": connect: connection refused"),
            let end = dialed.firstRange(of: ": connect")?.lowerBound
        {
            return "The connection to the server \(dialed[..<end]) was refused"
                + " - did you specify the right host or port?"
        }
        return words.hasPrefix("Unable to connect") ? words : "Unable to connect to the server: \(words)"
    }

    /// Without klog's "E1123 19:07:15.968908    9030 proxy_server.go:144] " or Go's "2026/11/23 19:07:15 ".
    private static func withoutLogPrefix(_ line: String) -> String {
        let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        guard words.count == 3 else { return line }
        let isGoLog = words[0].count == 10 && words[0].filter { $0 == "/" }.count == 2
        if isGoLog { return String(words[2]) }
        let isKlog = words[0].count == 5 && "IWEF".contains(words[0].prefix(1))
        guard isKlog, words[0].dropFirst().allSatisfy(\.isNumber), let end = words[2].firstRange(of: "] ")?.upperBound
        else { return line }
        return String(words[2][end...])
    }

    private static func after(_ prefix: String, in line: String) -> String? {
        line.hasPrefix(prefix) ? String(line.dropFirst(prefix.count)) : nil
    }

    private static func trimmed(_ line: some StringProtocol) -> String {
        let end = line.lastIndex { !$0.isWhitespace }
        return end.map { String(line[...$0].drop(while: \.isWhitespace)) } ?? ""
    }
}
