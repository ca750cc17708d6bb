import FakeAPIServer
import FoundationEssentials
import Synchronization
import Testing

@testable import ClusterModel

/// An API server, or a way to it, that is there and says nothing. The times are short ones, the clock is the real one.
struct PulseTests {
    @Test("where nobody answers any more it is told soon, asked once for all kinds, and live again without a key")
    func silence() async {
        let switches = Switches()
        let server = switches.server()
        let api = ClusterAPI.over(server.client(timeout: 4), refresh: 5, pace: .watching(calm: 1, silence: 3600))
        let kinds: [ResourceKind] = [.pods, .services, .events, .nodes]
        var cluster = Cluster()
        for await change in api.changes(of: kinds) {
            cluster.apply(change)
            let states = kinds.map(cluster.source)
            if !switches.isSilent, switches.silences == 0, states.allSatisfy({ $0 == .live }) {
                switches.isSilent = true
            } else if switches.isSilent, states.allSatisfy(\.isTimedOut) {
                #expect(server.requestLines.filter { $0 == "GET /version" }.count <= switches.questions + 1)
                switches.isSilent = false
            } else if switches.silences == 1, !switches.isSilent, states.allSatisfy({ $0 == .live }) {
                return
            }
        }
    }

    @Test("while somebody answers, a silent watch is live, and given up at its own deadline only")
    func halfOpen() async {
        let switches = Switches()
        let server = switches.server()
        let api = ClusterAPI.over(server.client(timeout: 60), refresh: 5, pace: .watching(calm: 0.1, silence: 10))
        let watching = Task {
            for await change in api.changes(of: [.pods]) {
                if case .source(_, let state) = change { #expect(state == .live) }
            }
        }
        func count(_ part: String) -> Int { server.requestLines.filter { $0.contains(part) }.count }
        // A machine that has no time for it asks during a later silence.
        await waitUntil { count("watch=true") >= 2 && count("/version") > 0 }
        #expect(count("limit=500") == 1)
        watching.cancel()
        await watching.value
    }

}

extension SourceState {
    fileprivate var isTimedOut: Bool {
        if case .failing(.timedOut, _, _) = self { true } else { false }
    }
}

/// What a server is told to do while it runs; a class since it is asked and told by several threads.
private final class Switches: Sendable {
    private let state = Mutex((isSilent: false, silences: 0, questions: 0))

    /// Whether it keeps its connections and says nothing any more, as behind a connection that is half open, or behind a
    /// kubectl proxy that has been stopped.
    var isSilent: Bool {
        get { state.withLock(\.isSilent) }
        set {
            state.withLock { state in
                state.isSilent = newValue
                if newValue { state.silences += 1 }
            }
        }
    }

    /// How often it has been told to say nothing.
    var silences: Int { state.withLock(\.silences) }

    /// How often it has been asked before that whether it is there.
    var questions: Int { state.withLock(\.questions) }

    func server() -> FakeServer {
        FakeServer(answering: { [self] line in
            let isSilent = state.withLock { state in
                if !state.isSilent, line.contains("/version") { state.questions += 1 }
                return state.isSilent
            }
            if isSilent { return .nothing }
            if line.contains("watch=true") { return .openStream([]) }
            return .json(#"{"metadata":{"resourceVersion":"1"},"items":[]}"#)
        })
    }
}

extension FakeServer.Answer {
    /// The connection stays open, and that is all.
    fileprivate static var nothing: Self {
        var answer = FakeServer.Answer(pieces: [])
        answer.isHeld = true
        return answer
    }
}
