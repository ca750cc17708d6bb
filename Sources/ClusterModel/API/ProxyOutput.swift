import Synchronization
import Words

/// What kubectl proxy writes, read to its end so that kubectl never has to wait; a class since several tasks read it.
final class ProxyOutput: Sendable {
    private struct Heard {
        var lines = LineSplitter(longest: 4096)
        var complaints = KubectlLines()
        var isServing = false
        var isEnded = false
        /// Whether one has come since the listener was told.
        var isNew = false

        /// Of the last few lines those for people.
        var words: [String] { complaints.recent.filter(KubectlWords.isForPeople) }

        mutating func take(_ line: String) {
            if line.hasPrefix("Starting to serve on ") {
                isServing = true
            } else {
                complaints.take(line)
                isNew = !line.isEmpty || isNew
            }
        }
    }

    private let pipe: Descriptor
    private let heard = Mutex(Heard())
    private let listener: @Sendable ([String]) -> Void

    /// - Parameter listener: hears the last few lines for people, each time that there is another line.
    init(_ pipe: Descriptor, listener: @escaping @Sendable ([String]) -> Void) {
        self.pipe = pipe
        self.listener = listener
    }

    /// Waits until kubectl accepts connections. `timeout`: seconds without a byte; a login plugin that has said something
    /// is given the time that people need.
    /// - Returns: False if it ends instead.
    /// - Throws: `timedOut`.
    func isServing(timeout: Double) async throws(APIError) -> Bool {
        while true {
            drain()
            let (isServing, isEnded, words) = heard.withLock { ($0.isServing, $0.isEnded, $0.words) }
            if isServing || isEnded { return isServing }
            try await pipe.wait(for: .reading, timeout: words.isEmpty ? timeout : Self.loginTimeout)
        }
    }

    /// Seconds; as long as the codes that such plugins give are good for.
    private static let loginTimeout = 900.0

    /// Reads on until kubectl has ended.
    func followToEnd() async {
        while true {
            drain()
            if heard.withLock(\.isEnded) || Task.isCancelled { return }
            try? await pipe.wait(for: .reading, timeout: nil)
        }
    }

    /// The last lines that have arrived by now, oldest first.
    var complaints: [String] {
        // kubectl writes its complaint before it answers the request: it is in the pipe, if not read yet.
        drain()
        return heard.withLock(\.complaints.recent)
    }

    /// Of the last lines those for people.
    var words: [String] { heard.withLock(\.words) }

    private func drain() {
        let news = heard.withLock { heard -> [String]? in
            while case let reading = pipe.read(), reading != .nothingYet {
                guard case .bytes(let bytes) = reading else {
                    heard.isEnded = true
                    break
                }
                heard.lines.append(bytes)
            }
            while let line = heard.isEnded ? heard.lines.next() ?? heard.lines.rest() : heard.lines.next() {
                heard.take(String(decoding: line.bytes, as: UTF8.self))
            }
            defer { heard.isNew = false }
            return heard.isNew ? heard.words : nil
        }
        if let news { listener(news) }
    }
}
