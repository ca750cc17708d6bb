import FoundationEssentials
import Synchronization

/// A running demo. A class since its streams and requests all share the one state that it guards.
final class DemoRunner: Sendable {
    /// Seconds between two readings of a log that is written faster.
    private static let leastWait = 0.005

    private let clock: DemoClock
    private let flood: Int
    private let state: Mutex<State>

    fileprivate struct State: Sendable {
        var demo: DemoCluster
        var watchers: [Int: Watcher] = [:]
        var followers: [Int: Follower] = [:]
        var lastID = 0
        /// Lets time pass as long as someone listens.
        var driver: Task<Void, Never>?
    }

    fileprivate struct Watcher: Sendable {
        let kind: ResourceKind
        let namespace: String
        let continuation: AsyncStream<ClusterChange>.Continuation
    }

    fileprivate struct Follower: Sendable {
        var follower: DemoFollower
        let continuation: AsyncStream<LogChange>.Continuation
    }

    init(start: Date, clock: DemoClock, flood: Int = 0) {
        self.clock = clock
        self.flood = flood
        state = Mutex(State(demo: DemoCluster(start: start)))
    }

    func changes(_ kind: ResourceKind, _ namespace: String) -> AsyncStream<ClusterChange> {
        let (stream, continuation) = AsyncStream.makeStream(of: ClusterChange.self)
        let now = clock.now()
        state.withLock { state in
            state.advance(to: now)
            let objects = state.demo.objects(kind, in: namespace)
            continuation.yield(.updated(kind, objects))
            continuation.yield(.listed(kind, keeping: Set(objects.map(\.metadata.uid)), unreadable: []))
            continuation.yield(.source(kind, .live))
            let id = state.nextID()
            continuation.onTermination = { [weak self] _ in self?.stopSoon(id) }
            state.watchers[id] = Watcher(kind: kind, namespace: namespace, continuation: continuation)
        }
        drive()
        return stream
    }

    func metrics(_ namespace: String) -> AsyncStream<MetricsChange> {
        AsyncStream { continuation in
            let task = Task {
                while !Task.isCancelled {
                    continuation.yield(.read(measured(namespace)))
                    await clock.wait(clock.now() + DemoMetrics.interval)
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    private func measured(_ namespace: String) -> Metrics {
        let now = clock.now()
        return state.withLock { state in
            state.advance(to: now)
            return DemoMetrics(state.demo.cluster, at: now).metrics(namespace, at: now)
        }
    }

    func log(_ query: LogQuery) -> AsyncStream<LogChange> {
        let (stream, continuation) = AsyncStream.makeStream(of: LogChange.self)
        let now = clock.now()
        state.withLock { state in
            let id = state.nextID()
            continuation.onTermination = { [weak self] _ in self?.stopSoon(id) }
            state.followers[id] = Follower(follower: DemoFollower(query, flood: flood), continuation: continuation)
            state.advance(to: now)
        }
        drive()
        return stream
    }

    func lastLines(of container: CrashedContainer) -> [LogLine] {
        var query = LogQuery(namespace: container.namespace, pod: container.pod, container: container.container)
        query.start = .tail(LastLines.count)
        let now = clock.now()
        return state.withLock { state in
            state.advance(to: now)
            var follower = DemoFollower(query)
            return follower.read(state.demo.cluster, at: now).flatMap { change in
                if case .lines(let lines) = change { lines } else { [LogLine]() }
            }
        }
    }

    func objects(_ kind: ResourceKind, _ namespace: String) -> ObjectList {
        let now = clock.now()
        return state.withLock { state in
            state.advance(to: now)
            return ObjectList(objects: state.demo.objects(kind, in: namespace))
        }
    }

    func answer(to inquiry: Inquiry) -> Answer {
        let now = clock.now()
        return state.withLock { state in
            state.advance(to: now)
            return state.demo.answer(to: inquiry)
        }
    }

    func description(of address: ObjectAddress) throws(APIError) -> BoundedText {
        let (object, cluster) = try object(at: address)
        return BoundedText(DemoDescription(cluster: cluster, now: clock.now()).text(of: object))
    }

    func manifest(of address: ObjectAddress) throws(APIError) -> OrderedJSON {
        DemoManifest.manifest(try object(at: address).object)
    }

    private func object(at address: ObjectAddress) throws(APIError) -> (object: ClusterObject, cluster: Cluster) {
        let now = clock.now()
        let (objects, cluster) = state.withLock { state in
            state.advance(to: now)
            return (state.demo.objects(address.kind, in: address.name.namespace), state.demo.cluster)
        }
        guard let object = objects.first(where: { $0.metadata.name == address.name.name }) else {
            throw .notFound(address.kind.plural, address.name.name)
        }
        return (object, cluster)
    }

    /// - Parameter stamp: the time that is written into the template.
    func restart(_ reference: ObjectReference, stamp: String) throws(APIError) {
        try change { (demo) throws(APIError) in try demo.restart(reference, stamp: stamp) }
    }

    func scale(_ scaling: Scaling) throws(APIError) {
        try change { (demo) throws(APIError) in try demo.scale(scaling) }
    }

    func deletePod(_ reference: ObjectReference) throws(APIError) {
        try change { (demo) throws(APIError) in try demo.deletePod(reference) }
    }

    /// Does what a user asks for, and lets everyone know.
    private func change(_ body: (inout DemoCluster) throws(APIError) -> Void) throws(APIError) {
        let now = clock.now()
        let outcome: Result<Void, APIError> = state.withLock { state in
            state.advance(to: now)
            do throws(APIError) {
                try body(&state.demo)
                state.advance(to: now)
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        drive()
        try outcome.get()
    }

    /// Starts the driver anew, since the next moment of interest may have come nearer.
    private func drive() {
        state.withLock { state in
            state.driver?.cancel()
            state.driver = Task {
                while !Task.isCancelled, let next = advance() { await clock.wait(next) }
            }
        }
    }

    /// - Returns: when to come back; nil if nobody listens.
    private func advance() -> Date? {
        let now = clock.now()
        let next = state.withLock { state in
            state.advance(to: now)
            return state.nextMoment
        }
        return next.map { flood > 0 ? max($0, now + Self.leastWait) : $0 }
    }

    /// Not at once: whoever cancels a reader holds a lock of the reader's task meanwhile, and whoever lets time pass needs
    /// that one while holding ours, to hand over what is new.
    private func stopSoon(_ id: Int) {
        Task { stop(id) }
    }

    private func stop(_ id: Int) {
        state.withLock { state in
            state.watchers[id] = nil
            state.followers[id] = nil
            guard state.isUnheard else { return }
            state.driver?.cancel()
            state.driver = nil
        }
    }
}

extension DemoRunner.State {
    fileprivate var isUnheard: Bool { watchers.isEmpty && followers.isEmpty }

    fileprivate var nextMoment: Date? {
        guard !isUnheard else { return nil }
        let read = followers.values.map { $0.follower.nextMoment(demo.cluster, after: demo.now) }
        return ([demo.nextMoment ?? .distantFuture] + read).min()
    }

    fileprivate mutating func nextID() -> Int {
        lastID += 1
        return lastID
    }

    fileprivate mutating func advance(to now: Date) {
        let changes = demo.advance(to: now)
        for watcher in watchers.values {
            for change in changes where change.kind == watcher.kind {
                guard let seen = change.seen(in: watcher.namespace) else { continue }
                watcher.continuation.yield(seen)
            }
        }
        for id in followers.keys.sorted() {
            let read = followers[id]?.follower.read(demo.cluster, at: demo.now) ?? []
            for change in read { followers[id]?.continuation.yield(change) }
        }
    }
}

extension ClusterChange {
    /// What a watch of a namespace (empty: of all) hears of it; nil: nothing.
    fileprivate func seen(in namespace: String) -> ClusterChange? {
        switch self {
        case .updated(let kind, let objects):
            let seen = objects.filter { $0.isSeen(in: namespace) }
            return seen.isEmpty ? nil : .updated(kind, seen)
        // Whoever does not know the object is none the wiser.
        case .deleted, .listed, .unreadable, .source, .found: return self
        }
    }

    /// Nil for what is not watched.
    fileprivate var kind: ResourceKind? {
        switch self {
        case .updated(let kind, _), .deleted(let kind, _), .listed(let kind, _, _), .unreadable(let kind, _),
            .source(let kind, _):
            kind
        case .found: nil
        }
    }
}
