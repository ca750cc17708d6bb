import Synchronization

/// Whether there is still anybody: a connection on which nothing comes any more looks like one on which nothing happens.
///
/// When no watch has heard anything for a while, one small request is sent for all of them. A class since they share it.
final class Pulse: Sendable {
    private struct State {
        var heardAt = ContinuousClock.now
        /// Why nobody has answered; its outcome holds until something is heard.
        var question: Task<APIError?, Never>?
    }

    private let client: APIClient
    /// Seconds.
    private let longestSilence: Double
    private let state = Mutex(State())

    /// - Parameter longestSilence: seconds without a byte on any watch after which it is asked.
    init(_ client: APIClient, longestSilence: Double) {
        // It has next to no work with the answer.
        self.client = APIClient(transport: client.transport, timeout: client.timeout / 2)
        self.longestSilence = longestSilence
    }

    /// Something has come from the API server.
    func hear() { state.withLock { $0 = State() } }

    /// When there will be reason to ask, if nothing is heard until then.
    var nextQuestion: ContinuousClock.Instant { state.withLock { $0.heardAt + .seconds(longestSilence) } }

    /// Asks, unless something has been heard of late, or waits for the answer to what somebody else has asked.
    /// - Throws: `unreachable`, `timedOut` if there is none.
    func check() async throws(APIError) {
        let question = state.withLock { state -> Task<APIError?, Never>? in
            guard state.heardAt + .seconds(longestSilence) <= .now else { return nil }
            let question = state.question ?? Task { await ask() }
            state.question = question
            return question
        }
        if let error = await question?.value { throw error }
    }

    private func ask() async -> APIError? {
        let start = ContinuousClock.now
        do throws(APIError) {
            _ = try await client.body(HTTPRequest(path: .version))
        } catch {
            let isHeard = state.withLock { $0.heardAt > start }
            if error.isSilence, !isHeard { return error }
        }
        hear()
        return nil
    }
}

extension APIError {
    /// Whether nothing has come; "no" is an answer, too.
    fileprivate var isSilence: Bool {
        switch self {
        case .unreachable, .timedOut: true
        case .refused, .busy, .malformed, .notServed, .notAsked, .missing: false
        }
    }
}
