import ClusterModel
import FoundationEssentials
import Words

/// A cluster to ask, and what is known before it has been asked.
struct Connection: Sendable {
    var api: ClusterAPI
    var session: Session
    /// The time that ages are told at: the demo's clock runs like all clocks, but may have started at another moment.
    var now: @Sendable () -> Date = { Date() }
    /// Whether that time passes as it is told to only, so that no other clock can say whether it has been set.
    var isTimeTold = false
    /// Nil for the demo.
    var proxy: KubectlProxy?
    /// Nil for the demo.
    var server: ServerURL?
    /// Whether kubectl's login plugin has to ask the user first.
    var needsLogin = false
}

/// What is needed to look at the cluster of another context.
struct Connector: Sendable {
    /// In the context's own namespace, else in kubeseed.
    /// The listener hears what kubectl says for people meanwhile.
    var connect:
        @Sendable (_ context: String, _ listener: @escaping @Sendable ([String]) -> Void) async throws(StartError)
            -> Connection
    /// Their names; empty if kubectl does not tell.
    var contexts: @Sendable () async -> [String]

    init(_ options: Options, _ settings: Settings, _ environment: [String: String]) {
        connect = { @Sendable (context, listener) throws(StartError) in
            guard !options.isDemo || context == demoContext else {
                throw StartError(text: Phrase(verbatim: "context \"\(context)\" does not exist"))
            }
            var (options, settings) = (options, settings)
            settings.namespace = nil
            options.kubectl.context = context
            return try await kstop.connect(options, settings, environment, listener: listener)
        }
        contexts = {
            if options.isDemo { return [demoContext] }
            guard let kubectl = try? kubectlOptions(options, environment) else { return [] }
            return (try? await ContextInfo.all(kubectl, environment: environment)) ?? []
        }
    }
}

private let demoContext = "k3s-seedbox"

/// Finds kubectl, starts it, and learns from it which context and namespace are meant.
/// - Parameter guessesNamespace: whether "kubeseed" is taken for granted where nobody names another. Whoever looks will
///   see that there is none; whoever acts had better know.
/// - Parameter listener: hears what kubectl, and the login plugin that it runs, says for people meanwhile.
/// - Throws: `StartError`, with kubectl's own words where it has some.
func connect(
    _ options: Options, _ settings: Settings, _ environment: [String: String], guessesNamespace: Bool = false,
    thrift: KubectlProxy.Thrift = .ofMemory, listener: @escaping @Sendable ([String]) -> Void = { _ in }
) async throws(StartError) -> Connection {
    if options.isDemo { return demoConnection(settings, environment) }
    let kubectl = try kubectlOptions(options, environment)
    let proxy = KubectlProxy(kubectl, environment: environment, thrift: thrift)
    proxy.listen(listener)
    do throws(APIError) {
        let context = try await proxy.start()
        let api = ClusterAPI.live(proxy, refresh: settings.refresh, requestTimeout: options.requestTimeout)
        let name = context.context.isEmpty ? context.cluster : context.context
        let named = settings.namespace ?? context.namespace
        let needsLogin = context.hasLoginPlugin ? await lacksCredentials(api) : false
        let namespace = guessesNamespace || needsLogin ? named ?? "kubeseed" : await namespace(named, api)
        var session = settings.session(context: name, namespace: namespace)
        session.isNamespaceGuessed = (guessesNamespace || needsLogin) && named == nil
        if namespace.isEmpty, let home = context.namespace { session.homeNamespace = home }
        return Connection(
            api: api, session: session, proxy: proxy, server: context.server, needsLogin: needsLogin)
    } catch {
        proxy.stop()
        throw StartError(text: error.text)
    }
}

/// - Throws: if there is no kubectl.
func kubectlOptions(
    _ options: Options, _ environment: [String: String]
) throws(StartError) -> KubectlOptions {
    guard let command = Kubectl.find(explicit: options.kubectlPath, environment: environment) else {
        throw StartError(
            text: Phrase("no kubectl: it is not in PATH, nor is k3s; name it with --kubectl or KSTOP_KUBECTL"))
    }
    var kubectl = options.kubectl
    kubectl.command = command
    return kubectl
}

/// Why kstop cannot start; the text is for the user.
struct StartError: Error, Equatable {
    var text: Phrase
}

/// `KSTOP_DEMO_START` (RFC 3339) makes pictures of the demo show the same times whenever they are made, and with
/// `KSTOP_DEMO_CLOCK` only so much time passes as the file of that name says (seconds).
/// `KSTOP_DEMO_FLOOD` makes rutorrent write so many lines a second.
private func demoConnection(_ settings: Settings, _ environment: [String: String]) -> Connection {
    let session = settings.session(context: demoContext, namespace: settings.namespace ?? "kubeseed")
    let chosen = environment["KSTOP_DEMO_START"].flatMap { try? Date($0, strategy: .iso8601) }
    let told = environment["KSTOP_DEMO_CLOCK"].map { DemoClock.told(by: $0, from: chosen ?? Date()) }
    let clock = told ?? chosen.map(DemoClock.starting) ?? .live
    let flood = environment["KSTOP_DEMO_FLOOD"].flatMap { Int($0) } ?? 0
    let api = ClusterAPI.demo(start: clock.now(), clock: clock, flood: min(max(0, flood), 1_000_000))
    return Connection(api: api, session: session, now: clock.now, isTimeTold: told != nil, proxy: nil)
}

/// Whether kubectl cannot say who the user is, asked for what is needed anyway.
private func lacksCredentials(_ api: ClusterAPI) async -> Bool {
    do throws(APIError) {
        _ = try await api.servedVersions()
        return false
    } catch {
        return error.isOfLogin
    }
}

/// The namespace that is named, else kubeseed, unless there is none.
private func namespace(_ named: String?, _ api: ClusterAPI) async -> String {
    if let named { return named }
    // Who may not ask, or gets no answer now, is most likely at a seedbox.
    let isMissing = (try? await api.namespaceExists("kubeseed")) == false
    return isMissing ? Session.lastGuess : "kubeseed"
}

extension Settings {
    func session(context: String, namespace: String) -> Session {
        Session(
            context: context, namespace: namespace, isReadOnly: isReadOnly, tokenRequest: tokenRequest,
            utcOffset: LocalZone.offset(at: Date()))
    }
}
