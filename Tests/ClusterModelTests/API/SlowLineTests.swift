import Dispatch
import FakeAPIServer
import FoundationEssentials
import Glibc
import Synchronization
import Testing

@testable import ClusterModel

/// One line for all answers, on which the next one comes when the one before has come. The clock is the real one.
@Suite(.timeLimit(.minutes(5)))
struct SlowLineTests {
    /// Seconds without a byte before a request has failed; longer than a busy machine keeps a thread waiting.
    private static let timeout = 15.0

    @Test("nothing is given up while bytes still come, be it for another request")
    func queue() async {
        let isFree = DispatchSemaphore(value: 0)
        let isWatchDoubted = Atomic(false)
        let server = FakeServer(answering: { line in
            if line.contains("watch=true") { return .openStream([]) }
            if line.contains("/version") { isWatchDoubted.store(true, ordering: .relaxed) }
            if line.contains("/pods") {
                return .slow(seconds: Self.timeout * 2.5, until: { isWatchDoubted.load(ordering: .relaxed) }) {
                    isFree.signal()
                }
            }
            if line.contains("/services") || line.contains("/version") {
                isFree.wait()
                isFree.signal()
            }
            return .json(#"{"metadata":{"resourceVersion":"1"},"items":[]}"#)
        })
        let api = ClusterAPI.over(
            server.client(timeout: Self.timeout), refresh: 5, pace: .watching(calm: 0.1, silence: 3600))
        let kinds: [ResourceKind] = [.nodes, .pods, .services]
        var cluster = Cluster()
        for await change in api.changes(of: kinds) {
            cluster.apply(change)
            if case .source(_, .failing(let error, _, _)) = change { Issue.record("\(error)") }
            if kinds.allSatisfy({ cluster.source($0) == .live }) { break }
        }
        #expect(server.requestLines.filter { $0.contains("watch=true") }.count <= kinds.count)
        #expect(server.requestLines.contains("GET /version"))
    }

    @Test("a request that hangs is given up, whatever news there is on watches")
    func hanging() async throws {
        let isOver = DispatchSemaphore(value: 0)
        let server = FakeServer(answering: { line in
            if line.contains("watch=true") {
                return .news(from: 1) { version in
                    version += 1
                    return #"{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"\#(version)"}}}"# + "\n"
                }
            }
            if line.contains("/services") { isOver.wait() }
            return .json(#"{"metadata":{"resourceVersion":"1"},"items":[]}"#)
        })
        defer { isOver.signal() }
        let api = ClusterAPI.over(
            server.client(timeout: Self.timeout), refresh: 5, pace: .watching(calm: 3600, silence: 3600))
        let watching = Task { for await _ in api.changes(.pods, "a") {} }
        await waitUntil { server.requestLines.contains(where: { $0.contains("watch=true") }) }
        await #expect(throws: APIError.timedOut(seconds: Self.timeout)) { try await api.objects(.services, "a") }
        watching.cancel()
    }
}

extension FakeServer.Answer {
    /// An empty list that takes at least so long, some of it always on its way.
    fileprivate static func slow(
        seconds: Double, until isTime: @escaping @Sendable () -> Bool, _ end: @escaping @Sendable () -> Void
    ) -> Self {
        var answer = raw("HTTP/1.1 200 OK\r\n\r\n{")
        answer.goesOn = { send in
            let start = ContinuousClock.now
            while ContinuousClock.now - start < .seconds(seconds) || !isTime() {
                guard send([UInt8(ascii: " ")]) else { break }
                usleep(10_000)
            }
            _ = send(Array(#""metadata":{"resourceVersion":"1"},"items":[]}"#.utf8))
            end()
        }
        return answer
    }
}
