/// The last lines that a child wrote of why it fails.
struct KubectlLines: Sendable {
    /// Oldest first.
    private(set) var recent: [String] = []
    private var hasCrashed = false

    mutating func take(_ line: String) {
        // What follows is what each of its threads was doing.
        guard !hasCrashed, !line.isEmpty else { return }
        recent = recent.suffix(9) + [line]
        hasCrashed = KubectlWords.isCrash(line)
    }

    var text: String { recent.joined(separator: "\n") }
}
