import FakeAPIServer
import FoundationEssentials
import Synchronization

@testable import ClusterModel

extension FakeServer {
    var client: APIClient { client(timeout: 60) }

    func client(timeout: Double, complaints: [String] = []) -> APIClient {
        let path = path
        return APIClient(
            transport: Transport(
                connect: { () async throws(APIError) in
                    HTTPConnection(try await .connected(to: path), prefix: "")
                },
                complaints: { complaints }),
            timeout: timeout)
    }
}

/// Time as tests want it: it stands still, sleeps end at once and are written down.
final class TestPace: Sendable {
    static let now = Date(timeIntervalSince1970: 1_795_424_400)
    private let slept = Mutex<[Double]>([])

    /// Seconds, in the order of the sleeps.
    var sleeps: [Double] { slept.withLock(\.self) }

    var pace: Pace {
        Pace(
            now: { Moment(date: Self.now, uptime: 0) },
            sleep: { seconds in
                self.slept.withLock { $0.append(seconds) }
                await Task.yield()
            },
            chance: { 0 },
            // So long that no test comes to its end.
            longestCalm: 3600)
    }
}

extension Pace {
    /// That of tests, but watches are asked about after `calm` seconds and given up after `silence`.
    static func watching(calm: Double, silence: Double) -> Pace {
        var pace = TestPace().pace
        (pace.longestCalm, pace.longestSilence) = (calm, silence)
        return pace
    }
}

extension ClusterAPI {
    /// Those of all kinds, in one stream.
    func changes(of kinds: [ResourceKind]) -> AsyncStream<ClusterChange> {
        AsyncStream { continuation in
            let task = Task {
                await withTaskGroup(of: Void.self) { group in
                    for kind in kinds {
                        group.addTask { for await change in changes(kind, "a") { continuation.yield(change) } }
                    }
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }
}

/// The file of that name among the fixtures of the API.
func apiFixture(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: folder.appending(path: "Fixtures/API/\(name)"), encoding: .utf8)
}

extension AsyncStream {
    /// The first elements.
    func first(_ count: Int) async -> [Element] {
        var elements: [Element] = []
        for await element in self {
            elements.append(element)
            if elements.count == count { break }
        }
        return elements
    }
}
