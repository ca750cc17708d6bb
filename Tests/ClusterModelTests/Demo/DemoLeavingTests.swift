import Dispatch
import FoundationEssentials
import Testing

@testable import ClusterModel

struct DemoLeavingTests {
    /// A thread of its own leaves the logs, as the loop does; it may stand still for ever.
    @Test("logs can be left while lines come, however often", .timeLimit(.minutes(30)))
    func leaving() async throws {
        let api = ClusterAPI.demo(start: Date(), clock: .live, flood: 20_000)
        let pods = try await api.objects(.pods, "kubeseed").objects.compactMap { object in
            if case .pod(let pod) = object, pod.metadata.labels["app"] == "rutorrent" { pod.name } else { nil }
        }
        let pod = try #require(pods.first)
        let query = LogQuery(namespace: "kubeseed", pod: pod, container: "rutorrent")
        let (left, continuation) = AsyncStream.makeStream(of: Int.self)
        DispatchQueue(label: "leaving").async {
            for round in 1...100 {
                let news = DispatchSemaphore(value: 0)
                let task = Task { for await case .lines in api.log(query) { news.signal() } }
                news.wait()
                // In each round at another moment of the time that it takes to write the next lines.
                let end = DispatchTime.now() + .microseconds(round * 194)
                while news.wait(timeout: end) == .success {}
                task.cancel()
                continuation.yield(round)
            }
            continuation.finish()
        }
        var last = 0
        for await round in left { last = round }
        #expect(last == 100)
    }
}
