import Synchronization
import Words

/// The way to the API server: a `kubectl proxy` child of kstop's own, on a Unix socket that only kstop can reach.
///
/// All that concerns credentials is thereby kubectl's business. The child is started by the first connection and again
/// when it has ended; a class since there is one child, whoever asks.
package final class KubectlProxy: Sendable {
    private typealias Start = Task<Result<ProxyChild, APIError>, Never>

    private struct State {
        /// Nil when no child runs or starts.
        var start: Start?
        var child: ProxyChild?
        var directory: SocketDirectory?
        /// Until when not to start another child, and why the last one failed.
        var failure: (error: APIError, retryAt: ContinuousClock.Instant)?
        var backoff: Backoff
        var isStopped = false
        var silence = Silence()
        var listener: @Sendable ([String]) -> Void = { _ in }

        mutating func postpone(_ error: APIError) {
            failure = (error, .now + .seconds(backoff.next(chance: Double.random(in: 0..<1))))
        }

        /// Gives away a child that serves; what follows is as if none had been started yet.
        mutating func takeChild() -> ProxyChild? {
            guard let child, child.hasServed else { return nil }
            (self.child, start, failure) = (nil, nil, nil)
            return child
        }
    }

    /// What the child does not waste.
    package enum Thrift: Sendable {
        /// It stays for long, and only passes bytes on.
        case ofMemory
        /// It answers a few times and goes: up to that limit, nothing that it has done with is worth the looking for.
        case ofTime

        /// Of Go's runtime, in the environment.
        fileprivate var settings: [String: String] {
            switch self {
            case .ofMemory: ["GOGC": "25", "GOMAXPROCS": "1"]
            case .ofTime: ["GOGC": "off", "GOMEMLIMIT": "64MiB"]
            }
        }
    }

    let options: KubectlOptions
    let environment: [String: String]
    private let thrift: Thrift
    private let makeDirectory: @Sendable (KubectlProxy) throws(APIError) -> SocketDirectory
    private let state: Mutex<State>

    package convenience init(
        _ options: KubectlOptions, environment: [String: String], thrift: Thrift = .ofMemory
    ) {
        self.init(options, environment: environment, thrift: thrift, backoff: Backoff())
    }

    /// - Parameter backoff: how long to wait before another child is started after one that did not last.
    init(
        _ options: KubectlOptions, environment: [String: String], thrift: Thrift = .ofMemory, backoff: Backoff,
        makeDirectory: @escaping @Sendable (KubectlProxy) throws(APIError) -> SocketDirectory = {
            (proxy) throws(APIError) in try SocketDirectory(environment: proxy.environment)
        }
    ) {
        self.makeDirectory = makeDirectory
        self.options = options
        self.environment = environment
        self.thrift = thrift
        state = Mutex(State(backoff: backoff))
    }

    /// Starts the child, unless it runs.
    /// - Returns: Which cluster it leads to.
    /// - Throws: `unreachable` with kubectl's words, as for a context that does not exist; `timedOut`.
    @discardableResult
    package func start() async throws(APIError) -> ContextInfo {
        try await child().served().context
    }

    /// Has `listener`, and no other any more, hear what the child says for people, such as how to log in: its last few
    /// lines, each time that there is another.
    package func listen(_ listener: @escaping @Sendable ([String]) -> Void) {
        let words = state.withLock { state in
            state.listener = listener
            return state.child?.output.words ?? []
        }
        if !words.isEmpty { listener(words) }
    }

    /// Has the next connection start another child, which reads the kubeconfig anew; open connections end.
    package func renew() {
        state.withLock { $0.takeChild() }?.process.terminate()
    }

    /// Something has been answered.
    func hearAnswer() {
        state.withLock { state in
            state.silence = Silence()
        }
    }

    /// A request has not been answered. A child through which nothing comes for a while is replaced: it may be stuck, or
    /// know a server or credentials that the kubeconfig has others for by now.
    func missAnswer(askedAt moment: ContinuousClock.Instant) {
        let silent = state.withLock { state in
            guard let child = state.child, child.hasServed else { return nil as ProxyChild? }
            return state.silence.isTooLong(askedAt: moment, of: child.startedAt, now: .now) ? state.takeChild() : nil
        }
        silent?.process.terminate()
    }

    /// Ends the child and leaves nothing behind; safe to call twice.
    package func stop() {
        let (start, child, directory) = state.withLock { state in
            state.isStopped = true
            defer { state.start = nil }
            return (state.start, state.child, state.directory)
        }
        start?.cancel()
        child?.process.terminate()
        directory?.remove()
    }

    /// A fresh connection to the child, which is started if need be.
    func connection() async throws(APIError) -> HTTPConnection {
        let child = try await child()
        do throws(APIError) {
            return try await child.connection()
        } catch {
            // It is about to end, or ended and not yet reaped.
            child.process.terminate()
            ended(child, error)
            return try await self.child().connection()
        }
    }

    /// Runs kubectl beside the proxy, about the same cluster. `timeout`: seconds without a byte; `limit`: bytes.
    func run(_ subcommand: [String], timeout: Double, limit: Int) async throws(APIError) -> ChildProcess.Output {
        try await ChildProcess.output(
            of: options.arguments(subcommand), environment: environment, timeout: timeout, limit: limit)
    }

    /// What the child last complained about, oldest first.
    func complaints() -> [String] {
        guard let child = state.withLock(\.child), child.hasServed else { return [] }
        return child.output.complaints
    }
}

/// How long nothing has been answered although it was asked.
struct Silence: Equatable, Sendable {
    private let answeredAt = ContinuousClock.now
    /// When the first request that is still without an answer was sent.
    private var since: ContinuousClock.Instant?
    /// Seconds, from one replacement to the next.
    private var longest = 20.0

    /// Whether a child that was started at `start` is to be replaced, since one more request has not been answered.
    mutating func isTooLong(
        askedAt moment: ContinuousClock.Instant, of start: ContinuousClock.Instant, now: ContinuousClock.Instant
    ) -> Bool {
        // What was asked of another child, or before the last answer, says nothing of this one.
        guard moment >= start else { return false }
        let since = max(since ?? moment, answeredAt, start)
        self.since = since
        guard now - since >= .seconds(longest) else { return false }
        longest = min(60, longest * 2)
        return true
    }
}

/// A kubectl proxy that serves.
private final class ProxyChild: Sendable {
    struct Service {
        var socket: Descriptor
        /// As the kubeconfig was when this child read it: the next child may lead to another server.
        var context: ContextInfo
    }

    let process: ChildProcess
    let output: ProxyOutput
    /// Its exit code, when it has been reaped.
    let end: Task<Int32, Never>
    /// Nil until it serves.
    private let service = Mutex<Service?>(nil)
    let startedAt = ContinuousClock.now

    init(_ process: ChildProcess, _ output: ProxyOutput) {
        self.process = process
        self.output = output
        end = Task { await process.end() }
    }

    var hasServed: Bool { service.withLock { $0 != nil } }

    func serve(_ service: Service) { self.service.withLock { $0 = service } }

    /// - Throws: `unreachable` if it does not serve yet.
    func served() throws(APIError) -> Service {
        guard let service = service.withLock(\.self) else {
            throw .unreachable(Phrase("kubectl proxy does not serve yet"))
        }
        return service
    }

    func connection() async throws(APIError) -> HTTPConnection {
        let service = try served()
        // The socket has no other name any more.
        let socket = try await Descriptor.connected(to: "/proc/self/fd/\(service.socket.number)")
        return HTTPConnection(socket, prefix: service.context.server.prefix)
    }
}

extension KubectlProxy {
    /// Seconds. kubectl answers after 0.1 s; this is for machines that swap.
    private static let startTimeout = 30.0

    private static let stopped = APIError.unreachable(Phrase("kubectl proxy has been stopped"))

    /// However many ask at the same time, one child is started, and all wait for it.
    private func child() async throws(APIError) -> ProxyChild {
        let start = try state.withLock { (state) throws(APIError) -> Start in
            if state.isStopped { throw Self.stopped }
            if let start = state.start { return start }
            if let failure = state.failure, failure.retryAt > .now { throw failure.error }
            let start = Start { [self] in await startChild() }
            state.start = start
            return start
        }
        return try await start.value.get()
    }

    private func startChild() async -> Result<ProxyChild, APIError> {
        do throws(APIError) {
            let directory = try makeDirectory(self)
            let isStopped = state.withLock { state in
                state.directory = directory
                return state.isStopped
            }
            defer {
                directory.remove()
                state.withLock { $0.directory = nil }
            }
            if isStopped { throw Self.stopped }
            let child = try await spawn(directory)
            // Only then: a line that somebody else has read would be waited for in vain.
            defer { follow(child) }
            // kubectl config has better words than kubectl proxy for a kubeconfig that will not do; meanwhile that starts.
            let known = try await ContextInfo.current(options, environment: environment)
            guard try await child.output.isServing(timeout: Self.startTimeout) else { throw await failure(of: child) }
            child.serve(ProxyChild.Service(socket: try directory.takeSocket(), context: known))
            return .success(child)
        } catch {
            let error = state.withLock(\.isStopped) ? Self.stopped : error
            failed(error)
            return .failure(error)
        }
    }

    private func spawn(_ directory: SocketDirectory) async throws(APIError) -> ProxyChild {
        let environment = environment.merging(thrift.settings) { $1 }
        let pipe = try Pipe()
        let process = try await ChildProcess.start(
            options.arguments(["proxy", "--unix-socket=\(directory.socket)"]), environment: environment,
            output: pipe.writing, error: pipe.writing)
        let output = ProxyOutput(pipe.reading) { [weak self] words in self?.state.withLock(\.listener)(words) }
        let child = ProxyChild(process, output)
        let isStopped = state.withLock { state in
            state.child = child
            return state.isStopped
        }
        if isStopped { process.terminate() }
        return child
    }

    /// Reads what it complains about, and reaps it.
    private func follow(_ child: ProxyChild) {
        Task {
            await child.output.followToEnd()
            ended(child, await failure(of: child))
        }
    }

    /// Why a child whose output has ended does not serve. One that goes on without is ended.
    private func failure(of child: ProxyChild) async -> APIError {
        let impatience = Task {
            try await Task.sleep(for: .seconds(1))
            child.process.terminate()
        }
        defer { impatience.cancel() }
        let said = child.output.complaints.joined(separator: "\n")
        let words = KubectlWords.failure(of: options.name(of: "proxy"), saying: said, exitCode: await child.end.value)
        return .unreachable(words)
    }

    /// Whoever asks next starts another child; one that did not last makes them wait.
    private func ended(_ child: ProxyChild, _ error: APIError) {
        state.withLock { state in
            // While it starts, what comes of it is the start's business.
            guard state.child === child, child.hasServed else { return }
            (state.child, state.start, state.failure) = (nil, nil, nil)
            if ContinuousClock.now - child.startedAt > .seconds(5) {
                state.backoff.reset()
            } else {
                state.postpone(error)
            }
        }
    }

    private func failed(_ error: APIError) {
        let child = state.withLock { state in
            state.start = nil
            state.postpone(error)
            return state.child
        }
        child?.process.terminate()
    }
}
