import FoundationEssentials
import Words

/// Keeps a copy of the objects of one kind up to date (client-go's word): carries out what `ReflectorPlan` decides.
struct Reflector: Sendable {
    let kind: ResourceKind
    /// Empty: all namespaces.
    let namespace: String
    let client: APIClient
    let discovery: Discovery
    let pulse: Pulse
    let refresh: Double
    var pace = Pace.real

    /// Objects a page.
    static let pageSize = 500

    /// Runs until the task is cancelled.
    func run(_ post: (ClusterChange) -> Void) async {
        var plan = ReflectorPlan(kind: kind, refresh: refresh)
        var watch: OpenWatch?
        while !Task.isCancelled {
            let answer = await answer(to: plan.step, &watch)
            if Task.isCancelled { return }
            plan.take(answer, now: pace.now(), chance: pace.chance()).forEach(post)
        }
    }

    private func answer(to step: ReflectorPlan.Step, _ watch: inout OpenWatch?) async -> ReflectorPlan.Answer {
        if step != .read { watch = nil }
        do throws(APIError) {
            switch step {
            case .discover:
                let version = try await discovery.apiVersion(of: kind)
                if version == nil { discovery.forget() }
                return .served(version)
            case .list(let apiVersion, let continuation):
                return .page(try await page(apiVersion, continuation))
            case .watch(let apiVersion, let resourceVersion, let timeout):
                watch = try await opened(apiVersion, resourceVersion, timeout)
                return .opened
            case .read:
                guard let events = try await watch?.next() else { return .ended }
                return .events(events)
            case .wait(let seconds):
                await pace.sleep(seconds)
                return .waited
            }
        } catch {
            if case .unreachable = error { discovery.forget() }
            if error.isNotFound { discovery.forget() }
            return .failed(error)
        }
    }

    /// One page of the list.
    func page(_ apiVersion: String, _ continuation: String) async throws(APIError) -> ListPage {
        var path = try APIPath(kind, apiVersion: apiVersion, namespace: namespace).with("limit", "\(Self.pageSize)")
        if !continuation.isEmpty { path = path.with("continue", continuation) }
        return try ListPage(try await client.body(HTTPRequest(path: path)), kind: kind)
    }

    private func opened(
        _ apiVersion: String, _ resourceVersion: String, _ timeout: Int
    ) async throws(APIError) -> OpenWatch {
        let path = try APIPath(kind, apiVersion: apiVersion, namespace: namespace)
            .with("watch", "true").with("allowWatchBookmarks", "true")
            .with("resourceVersion", resourceVersion).with("timeoutSeconds", "\(timeout)")
        let connection = try await client.opened(HTTPRequest(path: path), timeout: client.timeout)
        pulse.hear()
        return OpenWatch(connection: connection, kind: kind, pulse: pulse, longestSilence: pace.longestSilence)
    }
}

/// A watch whose events are still to come.
private struct OpenWatch {
    var connection: HTTPConnection
    let kind: ResourceKind
    let pulse: Pulse
    /// Seconds.
    let longestSilence: Double
    private var lines = LineSplitter(longest: WatchEvent.longestLine)
    /// When the last byte came.
    private var heardAt = ContinuousClock.now

    init(connection: HTTPConnection, kind: ResourceKind, pulse: Pulse, longestSilence: Double) {
        self.connection = connection
        self.kind = kind
        self.pulse = pulse
        self.longestSilence = longestSilence
    }

    /// All events that have arrived; none after a while in which nothing has come, but somebody is there; nil when the
    /// watch has ended, orderly or not.
    /// - Throws: `malformed`; `unreachable`, `timedOut` when there is nobody any more.
    mutating func next() async throws(APIError) -> [WatchEvent]? {
        while true {
            var events: [WatchEvent] = []
            while let line = lines.next() {
                if !line.bytes.isEmpty { events.append(try WatchEvent(line, kind: kind)) }
            }
            if !events.isEmpty { return events }
            guard let bytes = try await nextBytes() else { return nil }
            if bytes.isEmpty { return [] }
            lines.append(bytes)
        }
    }

    /// None after a while without any; nil when the watch has ended.
    private mutating func nextBytes() async throws(APIError) -> [UInt8]? {
        let end = heardAt + .seconds(longestSilence)
        let timeout = (min(end, pulse.nextQuestion) - .now) / .seconds(1)
        do throws(APIError) {
            guard case .body(let bytes) = try await connection.next(timeout: max(0, timeout)) else { return nil }
            heardAt = .now
            pulse.hear()
            return bytes
        } catch .timedOut where ContinuousClock.now < end {
            try await pulse.check()
            return []
        } catch {
            guard case .malformed = error else { return nil }
            throw error
        }
    }
}
