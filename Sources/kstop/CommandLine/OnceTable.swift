import ClusterModel
import FoundationEssentials
import TUI
import Words

/// One line an application, then one sentence for each that needs attention; nothing for no applications.
func onceTable(
    _ applications: [Application], _ options: OnceOptions, in language: Language, at now: Date
) -> [String] {
    guard !applications.isEmpty else { return [] }
    let cells = onceCells(applications, options, in: language, at: now)
    guard options.hasHeaders else { return plainTable(Array(cells.dropFirst())) }
    let sentences = onceSentences(applications, in: language)
    return plainTable(cells) + (sentences.isEmpty ? [] : [""]) + sentences.map(printable)
}

/// The cells of the table, the titles first.
func onceCells(
    _ applications: [Application], _ options: OnceOptions, in language: Language, at now: Date
) -> [[String]] {
    let isWide = options.format == .wide
    let title = ["APP", "READY", "STATUS", "RESTARTS", "AGE", "URL"]
    let wideTitle = isWide ? ["HEALTH", "AUTH", "CERT", "POD", "IMAGE"] : []
    let rows = applications.map { application in
        let cells = row(for: application, at: now) + (isWide ? wideCells(of: application, at: now) : [])
        return cells.map { $0.text(in: language) }
    }
    return [title + wideTitle] + rows
}

/// Why those that need attention need it, a sentence each.
func onceSentences(_ applications: [Application], in language: Language) -> [String] {
    applications.filter(\.verdict.health.needsAttention).map { sentence(on: $0).text(in: language) }
}

/// What kubectl can be told to act on: "deployment.apps/radarr", as `kubectl get -o name` writes it.
func workloadNames(_ applications: [Application]) -> [String] {
    applications.flatMap { application in
        application.deployments.map { "deployment.apps/\($0.name)" }
            + application.statefulSets.map { "statefulset.apps/\($0.name)" }
            + application.daemonSets.map { "daemonset.apps/\($0.name)" }
    }.map(printable)
}

private func row(for application: Application, at now: Date) -> [Phrase] {
    [
        Phrase(verbatim: application.name),
        Phrase(verbatim: application.readyText),
        application.verdict.status,
        Phrase(verbatim: application.restartSummary.restartsText(at: now)),
        Phrase(verbatim: age(since: application.creationTimestamp, at: now)),
        application.url.map(Phrase.init(verbatim:)) ?? .none,
    ]
}

private func wideCells(of application: Application, at now: Date) -> [Phrase] {
    [
        application.verdict.health.word,
        application.authentication?.word ?? .none,
        application.certificateStanding(at: now)?.text ?? .none,
        application.shownPod.map { Phrase(verbatim: $0.name) } ?? .none,
        application.image.map(Phrase.init(verbatim:)) ?? .none,
    ]
}

extension Phrase {
    /// kubectl's word for nothing.
    fileprivate static let none = Phrase(verbatim: "<none>")
}

private func sentence(on application: Application) -> Phrase {
    let verdict = application.verdict
    return Phrase("\(application.name) is \(verdict.health.word): \(verdict.why ?? verdict.status)")
}
