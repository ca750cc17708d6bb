import ClusterModel
import FoundationEssentials
import TUI
import Words

/// Looks at everything that kstop depends on, and goes on where kstop itself would give up.
struct Doctor: Sendable {
    var options: Options
    var environment: [String: String]

    /// Prints what it has found and what to do about it.
    /// - Returns: Failure if something keeps kstop from working.
    func run(_ console: Console) async -> Int32 {
        let (settings, configuration) = readConfiguration()
        let facts = TerminalFacts.ask()
        var console = console
        console.language = options.language ?? settings.language ?? Language(environment: environment)
        let tmux = environment["TMUX"] == nil ? nil : await TmuxFacts.ask(environment)
        let terminal = TerminalExamination(facts: facts, environment: environment, tmux: tmux)
        let examinations = [configuration] + (await clusterExaminations(settings)) + [terminal.examination]
        let isASCII = settings.usesASCII || !facts.isUTF8
        lines(of: examinations, isASCII: isASCII, in: console.language).forEach(console.print)
        let isFailing = examinations.contains { $0.findings.contains { $0.standing == .failing } }
        return isFailing ? ExitStatus.failure : ExitStatus.success
    }

    /// With mistakes in the file, all goes on with the usual settings.
    private func readConfiguration() -> (Settings, Examination) {
        let title = Phrase("Configuration")
        let path = ConfigurationFile(option: options.configurationPath, environment: environment)?.existingPath
        do throws(ConfigurationFailure) {
            let settings = try readSettings(options, environment)
            let text = path.map(Phrase.init(verbatim:)) ?? Phrase("no configuration file: all is as usual")
            return (settings, Examination(title: title, findings: [.well(text)]))
        } catch {
            let findings = error.lines.map { Finding.failing(Phrase(verbatim: $0)) }
            return (Settings(options, Configuration()), Examination(title: title, findings: findings))
        }
    }

    private func clusterExaminations(_ settings: Settings) async -> [Examination] {
        var findings: [Finding] = []
        do throws(StartError) {
            if !options.isDemo { findings += try await kubectlFindings() }
            let connection = try await connect(options, settings, environment)
            defer { connection.proxy?.stop() }
            let (context, namespace) = (connection.session.context, connection.session.homeNamespace)
            findings.append(.well(Phrase("context \(context), namespace \(namespace)")))
            if let server = connection.server { findings.append(.well(server.description)) }
            let versions = await connection.proxy?.versions() ?? KubectlVersions()
            if let finding = skewFinding(versions) { findings.append(finding) }
            let cluster = ClusterExamination(
                api: connection.api, session: connection.session, version: versions.server)
            return [Examination(title: Self.title, findings: findings)] + (await cluster.examinations())
        } catch {
            let advice =
                findings.isEmpty
                ? Phrase("install kubectl or k3s; or is it a mistake in --kubectl or KSTOP_KUBECTL?")
                : Phrase("kubectl must know the cluster; on a kubeseed box: export KUBECONFIG=~/seedbox/k3s/k3s.yaml")
            return [Examination(title: Self.title, findings: findings + [.failing(error.text, advice)])]
        }
    }

    private static let title = Phrase(verbatim: "kubectl")

    /// - Throws: if there is none, or none that runs.
    private func kubectlFindings() async throws(StartError) -> [Finding] {
        let kubectl = try kubectlOptions(options, environment)
        let command = kubectl.command.joined(separator: " ")
        do throws(APIError) {
            let version = try await KubectlVersions.client(kubectl, environment: environment)
            return [.well(Phrase(verbatim: "\(command) \(version ?? "")"))]
        } catch {
            throw StartError(text: error.text)
        }
    }
}

/// That kubectl is too old or too new for the API server; nil if it is not, or if that is not known.
func skewFinding(_ versions: KubectlVersions) -> Finding? {
    guard let skew = versions.skew, abs(skew) > 1, let client = versions.client, let server = versions.server else {
        return nil
    }
    let text =
        skew < 0
        ? Phrase("kubectl \(client) is \(-skew) minor versions older than Kubernetes \(server); 1 is supported")
        : Phrase("kubectl \(client) is \(skew) minor versions newer than Kubernetes \(server); 1 is supported")
    return .limited(
        text, Phrase("describe, edit, shells and forwards may fail; k3s has a kubectl that fits: --kubectl k3s"))
}

extension ServerURL {
    fileprivate var description: Phrase {
        if origin.isEmpty { return Phrase("no server in the kubeconfig: kubectl uses its default") }
        return prefix.isEmpty ? Phrase("server \(origin)") : Phrase("server \(origin), path prefix \(prefix)")
    }
}
