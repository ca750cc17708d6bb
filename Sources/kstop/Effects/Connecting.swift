import ClusterModel
import FoundationEssentials

/// A cluster to ask, and what is known before it has been asked.
struct Connection: Sendable {
    var api: ClusterAPI
    var session: Session
    /// The time that ages are told at: the demo's clock runs like all clocks, but may have started at another moment.
    var now: @Sendable () -> Date = { Date() }
    /// Nil for the demo.
    var proxy: KubectlProxy?
}

/// Finds kubectl, starts it, and learns from it which context and namespace are meant.
/// - Throws: `StartError`, with kubectl's own words where it has some.
func connect(
    _ options: Options, _ settings: Settings, _ environment: [String: String]
) async throws(StartError) -> Connection {
    if options.isDemo { return demoConnection(settings, environment) }
    guard let command = Kubectl.find(explicit: options.kubectlPath, environment: environment) else {
        throw StartError(text: "no kubectl: it is not in PATH, nor is k3s; name it with --kubectl or KSTOP_KUBECTL")
    }
    var kubectl = options.kubectl
    kubectl.command = command
    let proxy = KubectlProxy(kubectl, environment: environment)
    do throws(APIError) {
        async let started: Result<Void, APIError> = start(proxy)
        let context = try await ContextInfo.current(kubectl, environment: environment)
        try await started.get()
        let api = ClusterAPI.live(proxy, refresh: settings.refresh, requestTimeout: options.requestTimeout)
        var session = settings.session
        session.context = context.context.isEmpty ? context.cluster : context.context
        session.namespace = await namespace(settings.namespace ?? context.namespace, api)
        return Connection(api: api, session: session, proxy: proxy)
    } catch {
        proxy.stop()
        throw StartError(text: error.text)
    }
}

/// Why kstop cannot start; the text is for the user.
struct StartError: Error, Equatable {
    var text: String
}

private func start(_ proxy: KubectlProxy) async -> Result<Void, APIError> {
    do throws(APIError) {
        return .success(try await proxy.start())
    } catch {
        return .failure(error)
    }
}

/// `KSTOP_DEMO_START` (RFC 3339) makes pictures of the demo show the same times whenever they are made.
private func demoConnection(_ settings: Settings, _ environment: [String: String]) -> Connection {
    var session = settings.session
    session.context = "k3s-seedbox"
    session.namespace = settings.namespace ?? "kubeseed"
    let chosen = environment["KSTOP_DEMO_START"].flatMap { try? Date($0, strategy: .iso8601) }
    let clock = chosen.map(DemoClock.starting) ?? .live
    return Connection(api: .demo(start: clock.now(), clock: clock), session: session, now: clock.now, proxy: nil)
}

/// The namespace that is named, else kubeseed, unless there is none.
private func namespace(_ named: String?, _ api: ClusterAPI) async -> String {
    if let named { return named }
    // Who may not ask, or gets no answer now, is most likely at a seedbox.
    let isMissing = (try? await api.namespaceExists("kubeseed")) == false
    return isMissing ? "default" : "kubeseed"
}

extension Settings {
    fileprivate var session: Session {
        Session(
            isReadOnly: isReadOnly, tokenRequest: tokenRequest, utcOffset: LocalZone.offset(at: Date()))
    }
}
