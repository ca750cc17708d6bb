import ClusterModel
import TUI
import Words

/// A container whose log is printed.
struct PlainLogSource: Equatable, Sendable {
    var namespace: String
    var pod: String
    var container: String

    /// What kubectl puts before each line with `--prefix`.
    var prefix: String { "[pod/\(pod)/\(container)] " }
}

extension Application {
    /// The containers of the main pod, or the one of that name of whichever pod has it.
    ///
    /// - Throws: why there is none.
    func logSources(container: String?) throws(Refusal) -> [PlainLogSource] {
        guard let pod = mainPod else {
            let reason = verdict.why ?? verdict.status
            throw Refusal(Phrase("application \(name) has no pod: \(reason)"), ExitStatus.failure)
        }
        guard let container else {
            return pod.spec.containers.map { PlainLogSource(namespace: namespace, pod: pod.name, container: $0.name) }
        }
        let all = [pod] + pods
        guard let owner = all.first(where: { $0.containerNames.contains(container) }) else {
            let names = Set(all.flatMap(\.containerNames)).sorted().joined(separator: ", ")
            throw Refusal(
                Phrase("application \(name) has no container \(container), but \(names)"), ExitStatus.usage)
        }
        return [PlainLogSource(namespace: namespace, pod: owner.name, container: container)]
    }
}

extension Pod {
    fileprivate var containerNames: [String] {
        (spec.initContainers + spec.containers + spec.ephemeralContainers).map(\.name)
    }
}

extension ScriptContext {
    /// Prints the log of one container as it is; of several with who wrote what, following all at once or one after the
    /// other.
    func printLogs(_ options: LogsOptions) async throws(Refusal) -> Int32 {
        let (application, _) = try await application(named: options.name)
        let sources = try application.logSources(container: options.container)
        let isPrefixed = sources.count > 1
        guard options.isFollowed else {
            var status = ExitStatus.success
            for source in sources { status = max(status, await print(source, options, isPrefixed: isPrefixed)) }
            return status
        }
        return await withTaskGroup(of: Int32.self) { group in
            for source in sources { group.addTask { await print(source, options, isPrefixed: isPrefixed) } }
            return await group.reduce(ExitStatus.success, max)
        }
    }

    private func print(_ source: PlainLogSource, _ options: LogsOptions, isPrefixed: Bool) async -> Int32 {
        var query = PlainLogQuery(namespace: source.namespace, pod: source.pod, container: source.container)
        query.isFollowed = options.isFollowed
        query.isPrevious = options.isPrevious
        query.hasTimestamps = options.hasTimestamps
        query.tailLines = options.tail
        query.sinceSeconds = options.since
        let lines = LogPrinter(console: console, prefix: isPrefixed ? source.prefix : "")
        do throws(APIError) {
            try await api.plainLog(query) { lines.take($0) }
            lines.finish()
            return ExitStatus.success
        } catch {
            lines.finish()
            complain(error.text)
            return ExitStatus.failure
        }
    }
}
