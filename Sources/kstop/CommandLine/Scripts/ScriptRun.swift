import ClusterModel
import FoundationEssentials
import Words

/// One run of a command for scripts.
struct ScriptRun: Sendable {
    let options: Options
    let settings: Settings
    let environment: [String: String]
    let language: Language
    let console: Console

    /// Does what the command says, and tells how it went.
    func status(of command: ScriptCommand) async -> Int32 {
        // kubectl knows them where there is no cluster.
        if command == .list(.contexts) { return await printContexts() }
        return await status(of: command) { () async throws(StartError) in
            ScriptContext(self, try await connect(options, settings, environment))
        }
    }

    /// - Parameter connect: called unless the command is refused beforehand.
    func status(
        of command: ScriptCommand, _ connect: @Sendable () async throws(StartError) -> ScriptContext
    ) async -> Int32 {
        if let refusal = refusal(of: command) { return console.fail(Refusal(refusal, ExitStatus.usage)) }
        let context: ScriptContext
        do throws(StartError) {
            context = try await connect()
        } catch {
            return console.fail(Refusal(error.text, ExitStatus.usage))
        }
        defer { context.close() }
        do throws(Refusal) {
            return try await perform(command, context)
        } catch {
            return console.fail(error)
        }
    }

    /// Why a command cannot be done, whatever the cluster is like.
    private func refusal(of command: ScriptCommand) -> Phrase? {
        if command == .token, settings.isReadOnly {
            return Phrase("kstop token would give out a token that can change the cluster, which is to be read only")
        }
        guard case .change(let change) = command else { return nil }
        let words = "kstop \(change.deed.rawValue)"
        if settings.isReadOnly { return Phrase("\(words) would change the cluster, which is to be read only") }
        if change.isConfirmed || console.ask != nil { return nil }
        return Phrase("there is no terminal to ask on: \(words) needs --yes")
    }

    private func perform(_ command: ScriptCommand, _ context: ScriptContext) async throws(Refusal) -> Int32 {
        switch command {
        case .change(let change): try await context.perform(change)
        case .logs(let options): try await context.printLogs(options)
        case .token: try await context.printToken()
        case .url(let name): try await context.printURLs(of: name)
        case .report: await context.printReport()
        case .list(let names): try await context.print(names)
        }
    }

    private func printContexts() async -> Int32 {
        await Connector(options, settings, environment).contexts().forEach(console.print)
        return ExitStatus.success
    }
}

/// Why a command is not done; each line is for the user.
struct Refusal: Error, Equatable {
    var lines: [Phrase]
    var status: Int32

    init(_ line: Phrase, _ status: Int32) { self.init(lines: [line], status: status) }

    init(lines: [Phrase], status: Int32) {
        self.lines = lines
        self.status = status
    }

    /// Standard output takes no more.
    init(_ failure: OutputFailure) {
        let problem = Phrase("cannot write to standard output: \(systemWords(failure.errno))")
        self.init(
            lines: failure.isUnread ? [] : [problem],
            status: failure.isUnread ? ExitStatus.unread : ExitStatus.failure)
    }
}

/// What a command for scripts works with.
struct ScriptContext: Sendable {
    var api: ClusterAPI
    var session: Session
    var language: Language
    var console: Console
    /// For how long an API server that cannot be reached is asked again.
    var patience = Duration.zero
    var now: @Sendable () -> Date
    /// Which kubectl and which Kubernetes there are.
    var versions: @Sendable () async -> KubectlVersions
    /// To be called when all is done.
    var close: @Sendable () -> Void = {}

    func say(_ phrase: Phrase) { console.print(phrase.text(in: language)) }

    func complain(_ phrase: Phrase) { console.complain(phrase.text(in: language)) }
}

extension ScriptContext {
    init(_ run: ScriptRun, _ connection: Connection) {
        self.init(
            api: connection.api, session: connection.session, language: run.language, console: run.console,
            patience: .seconds(run.options.requestTimeout), now: connection.now,
            versions: { await connection.proxy?.versions() ?? KubectlVersions() },
            close: { connection.proxy?.stop() })
    }

    /// Made at once, and written without a line break as `kubectl create token` does.
    func printToken() async throws(Refusal) -> Int32 {
        do throws(APIError) {
            console.put(Array(try await api.token(session.tokenRequest).secret.utf8))
            return ExitStatus.success
        } catch {
            throw Refusal(error.text, ExitStatus.failure)
        }
    }

    /// A line each; those of an application in several namespaces once. Contexts are not the cluster's to tell.
    func print(_ names: ListedNames) async throws(Refusal) -> Int32 {
        switch names {
        case .applications:
            var known: Set<String> = []
            let names = try await applications(named: []).applications.map(\.name)
            names.filter { known.insert($0).inserted }.forEach(console.print)
        case .namespaces:
            do throws(APIError) {
                try await api.namespaces().forEach(console.print)
            } catch {
                throw Refusal(error.text, ExitStatus.failure)
            }
        case .contexts: break
        }
        return ExitStatus.success
    }

    func printURLs(of name: String) async throws(Refusal) -> Int32 {
        let urls = try await application(named: name).application.urls
        guard !urls.isEmpty else { throw Refusal(Phrase("application \(name) has no URL"), ExitStatus.failure) }
        urls.forEach { console.print($0) }
        return ExitStatus.success
    }
}

extension Application {
    /// Each host and path that leads to it; none twice.
    var urls: [String] {
        var urls: [String] = []
        // "*" stands for any host: that is no place to go to.
        for url in chains.compactMap(\.url) where !url.contains("://*") {
            let isWholeHost = url.hasSuffix("/") && url.count { $0 == "/" } == 3
            let url = isWholeHost ? String(url.dropLast()) : url
            if !urls.contains(url) { urls.append(url) }
        }
        return urls
    }
}
