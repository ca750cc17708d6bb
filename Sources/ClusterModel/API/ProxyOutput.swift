import Synchronization
import Words

/// What kubectl proxy writes, read to its end so that kubectl never has to wait; a class since several tasks read it.
final class ProxyOutput: Sendable {
    private struct Heard {
        var lines = LineSplitter(longest: 4096)
        /// The last few lines, oldest first.
        var recent: [String] = []
        var isServing = false
        var isEnded = false

        mutating func take(_ line: String) {
            if line.hasPrefix("Starting to serve on ") {
                isServing = true
            } else if !line.isEmpty {
                recent = recent.suffix(9) + [line]
            }
        }
    }

    private let pipe: Descriptor
    private let heard = Mutex(Heard())

    init(_ pipe: Descriptor) {
        self.pipe = pipe
    }

    /// Waits until kubectl accepts connections.
    /// - Throws: `unreachable` with kubectl's words if it ends instead; `timedOut`.
    func waitUntilServing(timeout: Double) async throws(APIError) {
        while true {
            drain()
            let (isServing, isEnded) = heard.withLock { ($0.isServing, $0.isEnded) }
            if isServing { return }
            if isEnded { throw .unreachable(failure) }
            try await pipe.wait(for: .reading, timeout: timeout)
        }
    }

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
        return heard.withLock(\.recent)
    }

    /// What kubectl said before it ended.
    var failure: Phrase {
        let words = KubectlWords.failure(heard.withLock { $0.recent.joined(separator: "\n") })
        return words.isEmpty ? Phrase("kubectl proxy has ended") : KubectlWords.withHint(words)
    }

    private func drain() {
        heard.withLock { heard in
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
        }
    }
}
